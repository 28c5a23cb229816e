// Passkeys as a second factor: made, used to sign in and to prove who is there, and removed, each by its own challenge.
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { POST as options } from "@/app/api/auth/passkeys/options/route";
import { POST as removeOne } from "@/app/api/auth/passkeys/remove/route";
import { POST as begin } from "@/app/api/auth/second-factor/begin/route";
import { POST as confirm } from "@/app/api/auth/second-factor/confirm/route";
import { POST as removeAll } from "@/app/api/auth/second-factor/remove/route";
import { POST as secondStep } from "@/app/api/auth/second-step/route";
import { proofOperations } from "@/app/api/v1/proof";
import { accessNoted } from "@/lib/auth/access-log";
import { setupIn } from "@/lib/auth/second-factor/challenge";
import { ownFactor, ownSetup } from "@/lib/auth/second-factor/own-factor";
import { proveByPasskey } from "@/lib/auth/second-factor/proof";
import { codeAt } from "@/lib/auth/second-factor/totp";
import { requireActor } from "@/lib/auth/request";
import { pool } from "@/lib/db/client";
import { verifyRegister } from "@/lib/db/verify/verify";
import { THE_REGISTER, type Actor, type Role } from "@/lib/domain/people/actor";
import { MOST_PASSKEYS } from "@/lib/domain/people/passkey";
import { proofInput } from "@/lib/people/people/schema";
import { removeSecondFactor } from "@/lib/people/people/second-factor";
import { changeSettings } from "@/lib/workspace/settings/commands";
import { Authenticator, type Altered } from "../support/authenticator";
import { Browser, emailOf, openRegister, PASSWORD, type TestRegister } from "./register";

// Hashing is replaced: other tests cover passwords.
vi.mock("@node-rs/argon2", () => ({
  hash: (password: string) => Promise.resolve(`hashed ${password}`),
  verify: (stored: string, password: string) => Promise.resolve(stored === `hashed ${password}`),
}));

let register: TestRegister;
beforeAll(async () => void (register = await openRegister()));
afterAll(() => register.close());
beforeEach(async () => {
  await register.sql("DELETE FROM throttle");
  for (const role of ["OFFICER", "MANAGER", "AUDITOR"] as const)
    expect((await removeSecondFactor(THE_REGISTER, { id: register.id[role] })).ok).toBe(true);
  await require([]);
});

type Door = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

async function post(door: Door, browser: Browser, fields: Record<string, string>): Promise<Response> {
  const request = new Request("http://localhost:3000/x", {
    method: "POST",
    headers: browser.headers(),
    body: new URLSearchParams({ json: "true", ...fields }),
  });
  const response = await door(request, { params: Promise.resolve({}) });
  browser.keep(response);
  return response;
}

async function leadsTo(door: Door, browser: Browser, fields: Record<string, string>): Promise<string> {
  const response = await post(door, browser, fields);
  const { url, code } = (await response.json()) as { url?: string; code?: string };
  return `${response.status} ${url ?? code ?? ""}`;
}

interface Asked {
  challenge: string;
  rpId?: string;
  rp?: { id: string };
  allowCredentials?: { id: string }[];
  excludeCredentials?: { id: string }[];
  userVerification?: string;
  attestation?: string;
}

async function ask(browser: Browser, purpose: string): Promise<Asked> {
  const response = await post(options, browser, { purpose });
  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toBe("no-store");
  return (await response.json()) as Asked;
}

const firstStep = async (browser: Browser, role: Role): Promise<string> => {
  const response = await browser.post("callback/credentials", { email: emailOf(role), password: PASSWORD });
  return ((await response.json()) as { url: string }).url;
};
async function actorIn(browser: Browser): Promise<Actor> {
  const asked = await requireActor({ headers: browser.headers() });
  if (!asked.ok) throw new Error("nobody");
  return asked.value.actor;
}
const isIn = async (browser: Browser): Promise<boolean> =>
  (await requireActor({ headers: browser.headers() })).ok;
const factorOf = async (browser: Browser) => ownFactor(await actorIn(browser));
const lastEvent = async (role: Role) =>
  (
    await register.sql(
      "SELECT action, reason, payload FROM audit.event WHERE entity_id = $1 ORDER BY seq DESC LIMIT 1",
      [register.id[role]],
    )
  )[0];

async function require(secondFactorFor: Role[]): Promise<void> {
  const { rows } = await pool().query<{ version: number }>("SELECT version FROM register");
  const { ADMIN: id } = register.id;
  const admin: Actor = {
    id,
    email: "",
    name: "ADMIN",
    role: "ADMIN",
    desk: [],
    session: null,
    request: null,
  };
  const wanted = { ifMatch: rows[0]?.version ?? 0, changes: { secondFactorFor } };
  expect((await changeSettings(admin, wanted)).ok).toBe(true);
}

/** Signs in by password, and makes a first passkey. */
async function withPasskey(browser: Browser, role: Role, name = "Laptop"): Promise<Authenticator> {
  expect(await firstStep(browser, role)).toBe("/");
  await leadsTo(begin, browser, { current: PASSWORD });
  const device = new Authenticator();
  const passkey = device.register(await ask(browser, "add"));
  expect(await leadsTo(confirm, browser, { passkey, name })).toBe("200 /profile?done=second-factor");
  return device;
}

/** What the form for changing the second factor answers to a passkey. */
async function proves(browser: Browser, device: Authenticator, altered: Altered = {}): Promise<string> {
  const asked = await ask(browser, "change");
  const passkey = device.sign(asked, altered);
  return leadsTo(begin, browser, { current: PASSWORD, what: "passkey", passkey });
}
const NOT_PROVEN = "422 /profile?error=factor-passkey:wrong-passkey#second-factor";
const PROVEN = "200 /profile/second-factor";

async function signsIn(
  device: Authenticator,
  altered: Altered = {},
  browser = new Browser(),
  role: Role = "OFFICER",
): Promise<string> {
  expect(await firstStep(browser, role)).toBe("/sign-in/code");
  const passkey = device.sign(await ask(browser, "sign-in"), altered);
  return leadsTo(secondStep, browser, { passkey, next: "/mine" });
}
const NOT_IN = "401 /sign-in/code?error=passkey:wrong-passkey&next=%2Fmine";

describe("making a passkey", () => {
  test("needs the password and a verified person, asks for no attestation, and gives recovery codes", async () => {
    const browser = new Browser();
    expect(await firstStep(browser, "OFFICER")).toBe("/");
    expect((await post(options, browser, { purpose: "add" })).status, "before the password").toBe(404);
    await leadsTo(begin, browser, { current: PASSWORD });
    const asked = await ask(browser, "add");
    expect(asked).toMatchObject({
      rp: { id: "localhost" },
      attestation: "none",
      authenticatorSelection: { userVerification: "required" },
      excludeCredentials: [],
    });
    const codes = (await ownSetup(await actorIn(browser)))?.codes ?? [];
    const device = new Authenticator();
    const passkey = device.register(asked);
    expect(await leadsTo(confirm, browser, { passkey, name: "  Laptop\u0007 " })).toBe(
      "200 /profile?done=second-factor",
    );
    expect(await factorOf(browser)).toMatchObject({
      hasDevice: false,
      codesLeft: 10,
      passkeys: [{ name: "Laptop", usedAt: null }],
    });
    const [row] = await register.sql("SELECT credential_id, counter::int, transports FROM passkey");
    expect(row).toEqual({ credential_id: device.id, counter: 0, transports: ["internal"] });
    expect((await lastEvent("OFFICER"))?.["action"]).toBe("person.second-factor-set");
    expect(String((await lastEvent("OFFICER"))?.["payload"])).not.toContain(device.id);

    const another = new Browser();
    expect(await firstStep(another, "OFFICER")).toBe("/sign-in/code");
    expect(await leadsTo(secondStep, another, { code: codes[0] ?? "" })).toBe("200 /");
  });

  test.each<[string, Altered]>([
    ["another origin", { origin: "https://evil.example" }],
    ["the origin without its port", { origin: "http://localhost" }],
    ["another address that it is for", { rpId: "evil.example" }],
    ["a challenge that was made up", { challenge: "A".repeat(43) }],
    ["nobody verified", { verified: false }],
    ["an answer to another question", { type: "webauthn.get" }],
    ["the name of another key", { id: Buffer.alloc(32, 7).toString("base64url") }],
    ["somebody's word for the device, with certificates", { format: "packed", attestation: { x5c: 1 } }],
    ["an unknown format", { format: "made-up" }],
  ])("is refused with %s (a key's name is ignored), and the challenge is used up", async (_name, altered) => {
    const browser = new Browser();
    await firstStep(browser, "OFFICER");
    await leadsTo(begin, browser, { current: PASSWORD });
    const asked = await ask(browser, "add");
    const device = new Authenticator();
    const wrong = "422 /profile/second-factor?error=passkey:wrong-passkey";
    if (altered.id === undefined)
      expect(await leadsTo(confirm, browser, { passkey: device.register(asked, altered) })).toBe(wrong);
    else {
      // The signed data name the credential, whatever the answer around them says.
      await leadsTo(confirm, browser, { passkey: device.register(asked, altered) });
      const [row] = await register.sql("SELECT credential_id FROM passkey");
      expect(row).toEqual({ credential_id: device.id });
      return;
    }
    expect(await leadsTo(confirm, browser, { passkey: device.register(asked) })).toBe(wrong);
    expect(await register.sql("SELECT FROM passkey")).toEqual([]);
  });

  test("needs the challenge of its own session", async () => {
    const [mine, theirs] = [new Browser(), new Browser("192.0.2.78")];
    for (const [browser, role] of [
      [mine, "OFFICER"],
      [theirs, "MANAGER"],
    ] as const) {
      await firstStep(browser, role);
      await leadsTo(begin, browser, { current: PASSWORD });
    }
    const passkey = new Authenticator().register(await ask(mine, "add"));
    expect(await leadsTo(confirm, theirs, { passkey })).toMatch(/wrong-passkey$/);
    expect(await leadsTo(confirm, mine, { passkey })).toBe("200 /profile?done=second-factor");
  });

  test("again needs the password, the second factor and another device, up to ten passkeys", async () => {
    const browser = new Browser();
    const device = await withPasskey(browser, "OFFICER");
    const more = { current: PASSWORD, what: "passkey" };
    expect(await leadsTo(begin, browser, more)).toBe(
      "422 /profile?error=factor-code:wrong-code#second-factor",
    );
    expect(await proves(browser, device)).toBe(PROVEN);
    const asked = await ask(browser, "add");
    expect(asked.excludeCredentials?.map(({ id }) => id)).toEqual([device.id]);
    expect(await leadsTo(confirm, browser, { passkey: device.register(asked) })).toBe(
      "409 /profile?error=already-there",
    );
    expect(await proves(browser, device)).toBe(PROVEN);
    const key = new Authenticator().register(await ask(browser, "add"));
    expect(await leadsTo(confirm, browser, { passkey: key, name: "" })).toBe("200 /profile?done=passkey");
    expect(await lastEvent("OFFICER")).toMatchObject({ action: "person.passkey-added", reason: "Passkey" });
    const [first, second] = (await factorOf(browser))?.passkeys ?? [];
    expect([first?.name, second?.name]).toEqual(["Laptop", "Passkey"]);
    expect(first?.usedAt).not.toBeNull();

    await register.sql(
      `INSERT INTO passkey SELECT gen_random_uuid(), person_id, credential_id || n, public_key, counter, transports, name, made_at
         FROM passkey, generate_series(1, $1) n WHERE name = 'Laptop'`,
      [MOST_PASSKEYS - 2],
    );
    expect(await proves(browser, device)).toBe(PROVEN);
    const last = new Authenticator().register(await ask(browser, "add"));
    expect(await leadsTo(confirm, browser, { passkey: last })).toBe(
      "409 /profile?error=factor-list:too-many-passkeys",
    );
  });

  test("removes passkeys left from a factor that a build without passkeys removed", async () => {
    const browser = new Browser();
    const device = await withPasskey(browser, "OFFICER");
    const { id } = await actorIn(browser);
    const kept = await register.sql("SELECT * FROM passkey WHERE person_id = $1", [id]);
    expect((await removeSecondFactor(THE_REGISTER, { id })).ok).toBe(true);
    const [left] = kept;
    await register.sql(
      "INSERT INTO passkey (id, person_id, credential_id, public_key, counter, transports, name, made_at) VALUES ($1, $2, $3, $4, 0, '{}', 'left', now())",
      [left?.["id"], id, left?.["credential_id"], left?.["public_key"]],
    );
    const again = new Browser();
    expect(await firstStep(again, "OFFICER")).toBe("/");
    expect((await post(options, again, { purpose: "prove" })).status).toBe(404);
    await leadsTo(begin, again, { current: PASSWORD });
    const setup = await ownSetup(await actorIn(again));
    const code = codeAt(setup?.secret ?? "", Math.floor(Date.now() / 30_000));
    expect(await leadsTo(confirm, again, { code })).toMatch(/^200/);
    expect((await factorOf(again))?.passkeys).toEqual([]);
    expect(device.id).toBe(left?.["credential_id"]);
  });
});

describe("signing in", () => {
  test("the password opens nothing; the passkey opens the session, and leads on", async () => {
    const device = await withPasskey(new Browser(), "OFFICER");
    const browser = new Browser();
    expect(await firstStep(browser, "OFFICER")).toBe("/sign-in/code");
    expect(await isIn(browser)).toBe(false);
    const asked = await ask(browser, "sign-in");
    expect(asked).toMatchObject({ rpId: "localhost", userVerification: "required" });
    expect(asked.allowCredentials?.map(({ id }) => id)).toEqual([device.id]);
    expect(await leadsTo(secondStep, browser, { passkey: device.sign(asked), next: "/mine" })).toBe(
      "200 /mine",
    );
    expect((await actorIn(browser)).email).toBe(emailOf("OFFICER"));
    expect((await actorIn(browser)).proof).toMatchObject({ byCode: true, byPasskey: true });
    const [row] = await register.sql(
      "SELECT counter::int, used_at > now() - interval '1 minute' AS used FROM passkey",
    );
    expect(row).toEqual({ counter: 1, used: true });
  });

  test.each<[string, Altered]>([
    ["another origin", { origin: "https://evil.example" }],
    ["another address that it is for", { rpId: "evil.example" }],
    ["a challenge that was made up", { challenge: "A".repeat(43) }],
    ["nobody verified", { verified: false }],
    ["an answer to another question", { type: "webauthn.create" }],
  ])("is refused with %s", async (_name, altered) => {
    const device = await withPasskey(new Browser(), "OFFICER");
    const browser = new Browser();
    expect(await signsIn(device, altered, browser)).toBe(NOT_IN);
    expect(await isIn(browser)).toBe(false);
  });

  test("a challenge works once: not for a right answer after a wrong one, nor for the same answer again", async () => {
    const device = await withPasskey(new Browser(), "OFFICER");
    const browser = new Browser();
    await firstStep(browser, "OFFICER");
    const asked = await ask(browser, "sign-in");
    expect(await leadsTo(secondStep, browser, { passkey: device.sign(asked, { verified: false }) })).toMatch(
      /^401/,
    );
    expect(await leadsTo(secondStep, browser, { passkey: device.sign(asked) })).toMatch(/^401/);
    const passkey = device.sign(await ask(browser, "sign-in"));
    expect(await leadsTo(secondStep, browser, { passkey })).toBe("200 /");
    const again = new Browser();
    await firstStep(again, "OFFICER");
    await ask(again, "sign-in");
    expect(await leadsTo(secondStep, again, { passkey })).toMatch(/^401/);
  });

  test("an answer that is sent several times at once lets in one of them", async () => {
    const device = await withPasskey(new Browser(), "OFFICER");
    const browser = new Browser();
    await firstStep(browser, "OFFICER");
    const passkey = device.sign(await ask(browser, "sign-in"));
    const answers = await Promise.all([1, 2, 3].map(() => leadsTo(secondStep, browser, { passkey })));
    expect(answers.filter((answer) => answer.startsWith("200"))).toHaveLength(1);
  });

  test("a challenge is over after five minutes", async () => {
    const device = await withPasskey(new Browser(), "OFFICER");
    const browser = new Browser();
    await firstStep(browser, "OFFICER");
    const passkey = device.sign(await ask(browser, "sign-in"));
    await register.sql("UPDATE passkey_challenge SET expires_at = expires_at - interval '5 minutes'");
    expect(await leadsTo(secondStep, browser, { passkey })).toMatch(/^401/);
  });

  test("another person's passkey opens nothing, under either name", async () => {
    const mine = await withPasskey(new Browser(), "MANAGER");
    const theirs = await withPasskey(new Browser(), "OFFICER");
    expect(await signsIn(mine)).toBe(NOT_IN);
    expect(await signsIn(mine, { id: theirs.id }), "signed by the wrong key").toBe(NOT_IN);
    expect(await signsIn(theirs)).toBe("200 /mine");
  });

  test("a counter that doesn't rise is refused as a copy; a device that never counts isn't", async () => {
    const device = await withPasskey(new Browser(), "OFFICER");
    expect(await signsIn(device, { counter: 7 })).toBe("200 /mine");
    expect(await signsIn(device, { counter: 7 })).toBe(NOT_IN);
    expect(await signsIn(device, { counter: 6 })).toBe(NOT_IN);
    expect(await signsIn(device, { counter: 0 })).toBe(NOT_IN);
    expect(await signsIn(device, { counter: 8 })).toBe("200 /mine");
    await register.sql("UPDATE passkey SET counter = 0");
    for (let n = 0; n < 2; n += 1) expect(await signsIn(device, { counter: 0 })).toBe("200 /mine");
  });

  test("wrong answers are counted as wrong codes are, and recorded", async () => {
    // An account that no other test here guesses at: the access log has ten entries a minute for each.
    const device = await withPasskey(new Browser(), "AUDITOR");
    const stranger = new Browser("203.0.113.90");
    for (let n = 0; n < 5; n += 1)
      expect(await signsIn(device, { verified: false }, stranger, "AUDITOR")).toBe(NOT_IN);
    expect(await signsIn(device, {}, stranger, "AUDITOR")).toMatch(/^429/);
    await accessNoted();
    const noted = await register.sql(
      "SELECT code FROM audit.access WHERE address = '203.0.113.90' AND kind = 'SIGN_IN_FAILED' ORDER BY seq",
    );
    expect(noted.map(({ code }) => code)).toEqual([...Array<string>(5).fill("wrong-passkey"), "slow-down"]);
  });

  test.each([
    ["nothing", ""],
    ["a letter", "x"],
    ["null", "null"],
    ["a list", "[]"],
    ["an object", "{}"],
    ["a number for a name", '{"id":1}'],
    ["many brackets", "[".repeat(5_000)],
    ["many digits", "9".repeat(13_000)],
    ["a prototype", '{"__proto__":{}}'],
  ])("a malformed answer is refused: %s", async (_name, passkey) => {
    await withPasskey(new Browser(), "OFFICER");
    const browser = new Browser();
    await firstStep(browser, "OFFICER");
    await ask(browser, "sign-in");
    expect(await leadsTo(secondStep, browser, { passkey })).toMatch(/^401/);
  });
});

describe("a challenge is for one purpose", () => {
  test("one for signing in proves nothing in a session, and one for a proof changes nothing", async () => {
    const browser = new Browser();
    const device = await withPasskey(browser, "OFFICER");
    const step = new Browser();
    await firstStep(step, "OFFICER");
    const actor = await actorIn(browser);
    const atSignIn = device.sign(await ask(step, "sign-in"));
    expect(
      await proveByPasskey(actor, { answer: atSignIn, purpose: "PROVE", path: "passkey" }),
    ).toMatchObject({
      refusal: { code: "invalid", errors: [{ path: "passkey", code: "wrong-passkey" }] },
    });
    const proof = device.sign(await ask(browser, "prove"));
    expect(await leadsTo(begin, browser, { current: PASSWORD, what: "passkey", passkey: proof })).toBe(
      NOT_PROVEN,
    );
    expect(await proveByPasskey(actor, { answer: proof, purpose: "PROVE", path: "passkey" })).toMatchObject({
      ok: true,
    });
    expect((await post(options, step, { purpose: "set-up" })).status).toBe(404);
    expect((await post(options, browser, { purpose: "made-up" })).status).toBe(404);
    expect((await post(options, new Browser(), { purpose: "sign-in" })).status).toBe(401);
    expect((await post(options, new Browser(), { purpose: "prove" })).status).toBe(401);
  });

  test("a proof counts in the session that asked, and makes only its proof fresh", async () => {
    const [here, there] = [new Browser(), new Browser("192.0.2.91")];
    const device = await withPasskey(here, "OFFICER");
    expect(await signsIn(device, {}, there)).toBe("200 /mine");
    await register.sql("UPDATE session SET proven_at = now() - interval '1 hour'");
    const answer = device.sign(await ask(here, "prove"));
    const by = { answer, purpose: "PROVE", path: "passkey" } as const;
    expect((await proveByPasskey(await actorIn(there), by)).ok).toBe(false);
    const [operation] = proofOperations;
    expect(operation?.path).toBe("/me/proof");
    expect(proofInput.safeParse({ passkey: answer }).success).toBe(true);
    expect(proofInput.safeParse({ passkey: answer, code: "1" }).success).toBe(false);
    expect((await proveByPasskey(await actorIn(here), by)).ok).toBe(true);
    expect((await actorIn(here)).proof?.ago).toBeLessThan(60_000);
    expect((await actorIn(there)).proof?.ago).toBeGreaterThan(60_000);
  });
});

describe("no passkey is asked for", () => {
  test.each([["192.0.2.1:3000"], ["register.example:3000"]])(
    "at http://%s, where browsers don't use them",
    async (host) => {
      const browser = new Browser();
      await withPasskey(browser, "OFFICER");
      const request = new Request("http://localhost:3000/x", {
        method: "POST",
        headers: browser.headers({ host }),
        body: new URLSearchParams({ purpose: "prove" }),
      });
      expect((await options(request, { params: Promise.resolve({}) })).status).toBe(404);
    },
  );

  test("by another site", async () => {
    const browser = new Browser();
    await withPasskey(browser, "OFFICER");
    const request = new Request("http://localhost:3000/x", {
      method: "POST",
      headers: browser.headers({ "sec-fetch-site": "cross-site", origin: "https://evil.example" }),
      body: new URLSearchParams({ purpose: "prove" }),
    });
    expect((await options(request, { params: Promise.resolve({}) })).status).toBe(403);
  });
});

describe("removing", () => {
  const listed = async (browser: Browser) => (await factorOf(browser))?.passkeys ?? [];
  async function remove(browser: Browser, device: Authenticator, id: string): Promise<string> {
    const passkey = device.sign(await ask(browser, "change"));
    return leadsTo(removeOne, browser, { current: PASSWORD, passkey, remove: id });
  }
  async function two(browser: Browser): Promise<[Authenticator, Authenticator]> {
    const first = await withPasskey(browser, "OFFICER");
    expect(await proves(browser, first)).toBe(PROVEN);
    const second = new Authenticator();
    const passkey = second.register(await ask(browser, "add"));
    expect(await leadsTo(confirm, browser, { passkey, name: "Key" })).toBe("200 /profile?done=passkey");
    return [first, second];
  }

  test("one of two needs the password and the factor, and it opens nothing afterwards", async () => {
    const browser = new Browser();
    const [first, second] = await two(browser);
    const [laptop] = await listed(browser);
    const gone = { remove: laptop?.id ?? "" };
    expect(await leadsTo(removeOne, browser, { current: PASSWORD, ...gone })).toMatch(/^422.*wrong-code/);
    const passkey = second.sign(await ask(browser, "change"));
    expect(await leadsTo(removeOne, browser, { current: "wrong", passkey, ...gone })).toMatch(
      /^422.*wrong-password/,
    );
    expect(await remove(browser, second, laptop?.id ?? "")).toBe("200 /profile?done=passkey-removed");
    expect(await lastEvent("OFFICER")).toMatchObject({ action: "person.passkey-removed", reason: "Laptop" });
    expect((await listed(browser)).map(({ name }) => name)).toEqual(["Key"]);
    expect(await signsIn(first)).toBe(NOT_IN);
    expect(await signsIn(second)).toBe("200 /mine");
  });

  test("another person's, or one that doesn't exist, is not found", async () => {
    const [mine, theirs] = [new Browser(), new Browser()];
    const device = await withPasskey(mine, "OFFICER");
    await withPasskey(theirs, "MANAGER");
    const [other] = await listed(theirs);
    for (const id of [other?.id ?? "", "x", ""])
      expect(await remove(mine, device, id)).toBe("409 /profile?error=not-found#second-factor");
    expect(await listed(theirs)).toHaveLength(1);
  });

  test("the last one removes the second factor, and is refused for a role that must have one", async () => {
    const browser = new Browser();
    const device = await withPasskey(browser, "OFFICER");
    const [{ id } = { id: "" }] = await listed(browser);
    await require(["OFFICER"]);
    expect(await remove(browser, device, id)).toBe(
      "409 /profile?error=factor-list:last-factor#second-factor",
    );
    expect(await isIn(browser)).toBe(true);
    await require([]);
    expect(await remove(browser, device, id)).toBe("200 /profile?done=second-factor-removed");
    expect((await lastEvent("OFFICER"))?.["action"]).toBe("person.second-factor-removed");
    expect(await factorOf(browser)).toBeNull();
    expect(
      await register.sql("SELECT FROM recovery_code WHERE person_id = $1", [register.id.OFFICER]),
    ).toEqual([]);
    expect(await firstStep(new Browser(), "OFFICER")).toBe("/");
  });

  test("the whole factor removes its passkeys, whether its owner or an administrator does it", async () => {
    const browser = new Browser();
    const device = await withPasskey(browser, "OFFICER");
    const passkey = device.sign(await ask(browser, "change"));
    expect(await leadsTo(removeAll, browser, { current: PASSWORD, passkey })).toMatch(/^200/);
    expect(await register.sql("SELECT FROM passkey")).toEqual([]);
    await withPasskey(browser, "OFFICER");
    await removeSecondFactor(THE_REGISTER, { id: register.id.OFFICER });
    expect(await register.sql("SELECT FROM passkey")).toEqual([]);
    expect(await isIn(browser)).toBe(false);
    expect(await verifyRegister()).toMatchObject({ intact: true });
  });
});

describe("a role that must have a second factor", () => {
  test("sets up a passkey before there is a session", async () => {
    await require(["OFFICER"]);
    const browser = new Browser();
    expect(await firstStep(browser, "OFFICER")).toBe("/sign-in/set-up");
    expect((await post(options, browser, { purpose: "sign-in" })).status).toBe(404);
    const codes = (await setupIn(browser.headers()))?.setup.codes ?? [];
    const device = new Authenticator();
    const wrong = device.register(await ask(browser, "set-up"), { verified: false });
    expect(await leadsTo(secondStep, browser, { passkey: wrong, name: "Laptop" })).toBe(
      "401 /sign-in/set-up?error=passkey:wrong-passkey",
    );
    const passkey = device.register(await ask(browser, "set-up"));
    expect(await leadsTo(secondStep, browser, { passkey, name: "Laptop" })).toBe("200 /");
    expect(await factorOf(browser)).toMatchObject({ passkeys: [{ name: "Laptop" }], codesLeft: 10 });
    expect(await signsIn(device)).toBe("200 /mine");
    const lost = new Browser();
    await firstStep(lost, "OFFICER");
    expect(await leadsTo(secondStep, lost, { code: codes[3] ?? "" })).toBe("200 /");
  });

  test("an authenticator may be set up next to a passkey, with new recovery codes", async () => {
    const browser = new Browser();
    const device = await withPasskey(browser, "OFFICER");
    const passkey = device.sign(await ask(browser, "change"));
    expect(await leadsTo(begin, browser, { current: PASSWORD, what: "device", passkey })).toBe(PROVEN);
    const setup = await ownSetup(await actorIn(browser));
    const code = codeAt(setup?.secret ?? "", Math.floor(Date.now() / 30_000) - 1);
    expect(await leadsTo(confirm, browser, { code })).toBe("200 /profile?done=second-factor");
    expect(await factorOf(browser)).toMatchObject({ hasDevice: true, passkeys: [{ name: "Laptop" }] });
    expect(await signsIn(device)).toBe("200 /mine");
    const other = new Browser();
    await firstStep(other, "OFFICER");
    expect(await leadsTo(secondStep, other, { code: setup?.codes[0] ?? "" })).toBe("200 /");
    const [{ id } = { id: "" }] = (await factorOf(browser))?.passkeys ?? [];
    await require(["OFFICER"]);
    const again = device.sign(await ask(browser, "change"));
    expect(await leadsTo(removeOne, browser, { current: PASSWORD, passkey: again, remove: id })).toBe(
      "200 /profile?done=passkey-removed",
    );
  });
});
