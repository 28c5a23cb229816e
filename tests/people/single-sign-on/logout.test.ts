// The provider reports that a person signed out: only its own token, for us and once, ends their sessions.
import { randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT, type KeyLike } from "jose";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { POST } from "@/app/api/auth/backchannel-logout/route";
import { pool } from "@/lib/db/client";
import { noteProviderSession } from "@/lib/db/state";
import { staffedRegister, type StaffedRegister } from "../../support/registers/staffed-register";

const EVENT = "http://schemas.openid.net/event/backchannel-logout";
let register: StaffedRegister;
let provider: Server;
let issuer: string;
let ours: KeyLike;
let others: KeyLike;

beforeAll(async () => {
  const [mine, theirs] = [await generateKeyPair("RS256"), await generateKeyPair("RS256")];
  [ours, others] = [mine.privateKey, theirs.privateKey];
  const keys = { keys: [{ ...(await exportJWK(mine.publicKey)), kid: "one", alg: "RS256" }] };
  provider = createServer((request, response) => {
    const isKeys = request.url === "/keys";
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify(isKeys ? keys : { issuer, jwks_uri: `${issuer}/keys` }));
  }).listen(0, "127.0.0.1");
  await once(provider, "listening");
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  Object.assign(process.env, {
    NEXTAUTH_URL: "http://localhost:3000",
    NEXTAUTH_SECRET: randomBytes(32).toString("hex"),
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: "register",
    OIDC_CLIENT_SECRET: "secret",
  });
  register = await staffedRegister();
  await pool().query(
    "INSERT INTO identity (person_id, issuer, subject, bound_at) VALUES ($1, $2, 'anna', now())",
    [register.officer.id, issuer],
  );
});
afterAll(async () => {
  await register.close();
  provider.closeAllConnections();
  provider.close();
});

let before: number;
beforeEach(async () => void (before = await version()));

async function version(): Promise<number> {
  const { rows } = await pool().query<{ version: number }>(
    "SELECT session_version AS version FROM person WHERE id = $1",
    [register.officer.id],
  );
  return rows[0]?.version ?? 0;
}

interface Given {
  claims?: Record<string, unknown>;
  issuer?: string;
  audience?: string;
  key?: KeyLike;
  issuedAt?: number;
}

const made = ({ claims = {}, key = ours, ...given }: Given = {}): Promise<string> =>
  new SignJWT({ sub: "anna", jti: randomUUID(), events: { [EVENT]: {} }, ...claims })
    .setProtectedHeader({ alg: "RS256", kid: "one", typ: "logout+jwt" })
    .setIssuer(given.issuer ?? issuer)
    .setAudience(given.audience ?? "register")
    .setIssuedAt(given.issuedAt ?? Math.floor(Date.now() / 1_000))
    .sign(key);

async function send(token: string): Promise<number> {
  const request = new Request("http://localhost:3000/api/auth/backchannel-logout", {
    method: "POST",
    body: new URLSearchParams({ logout_token: token }),
  });
  const response = await POST(request, { params: Promise.resolve({}) });
  expect(response.headers.get("cache-control")).toContain("no-store");
  return response.status;
}

test("a token ends all sessions of the person, on record, and works once", async () => {
  const token = await made();
  expect(await send(token)).toBe(200);
  expect(await version()).toBe(before + 1);
  expect((await register.eventsOf(register.officer.id)).at(-1)).toMatchObject({
    action: "person.provider-signed-out",
    actor: "Register",
  });
  expect(await send(token)).toBe(400);
  expect(await version()).toBe(before + 1);
});

test("a token with only the provider’s session works, too", async () => {
  await noteProviderSession({ issuer, sid: "there-1", personId: register.officer.id }, 60);
  expect(await send(await made({ claims: { sub: undefined, sid: "there-1" } }))).toBe(200);
  expect(await version()).toBe(before + 1);
  expect(await send(await made({ claims: { sub: undefined, sid: "there-2" } }))).toBe(200);
  expect(await version()).toBe(before + 1);
});

test.each<[string, () => Promise<string>]>([
  ["of another issuer", () => made({ issuer: "https://login.example" })],
  ["for another client", () => made({ audience: "another" })],
  ["signed by another key", () => made({ key: others })],
  ["that is an ID token, with a nonce", () => made({ claims: { nonce: "n" } })],
  ["without the event", () => made({ claims: { events: {} } })],
  ["without an id", () => made({ claims: { jti: undefined } })],
  ["about nobody", () => made({ claims: { sub: undefined } })],
  ["of an hour ago", () => made({ issuedAt: Math.floor(Date.now() / 1_000) - 3_600 })],
  ["that isn't one", () => Promise.resolve("a.b.c")],
  ["that is empty", () => Promise.resolve("")],
])("a token %s is refused", async (_what, token) => {
  expect(await send(await token())).toBe(400);
  expect(await version()).toBe(before);
});
