// Which account a person at the provider has: never by an address that anyone could be given.
import { randomBytes, createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findAwaiting, findByIdentity } from "@/lib/db/state";
import { pool } from "@/lib/db/client";
import { verifyRegister } from "@/lib/db/verify/verify";
import type { Actor } from "@/lib/domain/people/actor";
import type { ProvenIdentity } from "@/lib/domain/people/identity";
import { bindAwaiting, bindByLink, bindOwn, removeIdentity } from "@/lib/people/identities/commands";
import { createPerson, renewLink } from "@/lib/people/people/commands";
import { loadPerson, loadStateOfAccounts } from "@/lib/people/people/queries";
import { madeAtOnce } from "../../support/registers/accounts";
import {
  refusalOf,
  staffedRegister,
  value,
  type StaffedRegister,
} from "../../support/registers/staffed-register";

let register: StaffedRegister;
beforeAll(async () => void (register = await staffedRegister()));
afterAll(() => register.close());

const ISSUER = "https://login.ministry.example";
const there = (subject: string, verifiedEmail: string | null = null): ProvenIdentity => ({
  ...{ issuer: ISSUER, subject, verifiedEmail },
});

async function newOfficer(name: string): Promise<Actor> {
  const email = `${name}@ministry.example`;
  const account = { email, name: `${name} Example`, role: "OFFICER" as const, desk: ["FR"], sealed: false };
  const made = value(madeAtOnce(await createPerson(register.admin, account)));
  const { id, role, desk } = made;
  return { id, email, name: made.name, role, desk, session: null, request: null };
}

async function linkOf({ id }: Actor): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest("hex");
  await pool().query(
    "INSERT INTO password_token (token_hash, person_id, expires_at) VALUES ($1, $2, now() + interval '1 hour')",
    [hash, id],
  );
  return token;
}

test("a new account awaits its holder until it has one", async () => {
  const olena = await newOfficer("olena");
  expect((await findAwaiting(olena.email))?.id).toBe(olena.id);
  value(await bindAwaiting(olena, { identity: there("olena", olena.email) }));
  expect((await findByIdentity(there("olena")))?.id).toBe(olena.id);
  expect(await findAwaiting(olena.email)).toBeNull();
  expect(refusalOf(await bindAwaiting(olena, { identity: there("eve", olena.email) }))).toBe("not-found");
  expect(value(await loadPerson(register.admin, olena.id)).identity).toMatchObject({ issuer: ISSUER });
});

test("an account with power never awaits its holder, who comes with a link", async () => {
  const manager = await register.open("mykola", "MANAGER");
  expect(refusalOf(await bindAwaiting(manager, { identity: there("mykola") }))).toBe("not-found");
  const token = await linkOf(manager);
  value(await bindByLink(manager, { token, identity: there("mykola") }));
  expect((await findByIdentity(there("mykola")))?.id).toBe(manager.id);
  expect(refusalOf(await bindByLink(manager, { token, identity: there("another") }))).toBe("not-found");
});

test("an identity belongs to one account only", async () => {
  const pavlo = await newOfficer("pavlo");
  const token = await linkOf(pavlo);
  expect(refusalOf(await bindByLink(pavlo, { token, identity: there("olena") }))).toBe("already-there");
  const elsewhere = { ...there("olena"), issuer: "https://login.another.example" };
  expect(await findByIdentity(elsewhere)).toBeNull();
});

test("binding one's own identity takes a fresh proof", async () => {
  const { officer } = register;
  const session = "7c1f3b58-9a53-4c39-8b0e-0a6d3d1c7e11";
  const proof = (ago: number) => ({ session, proof: { ago, byCode: false, byPasskey: false } });
  const stale = await bindOwn({ ...officer, ...proof(6 * 60_000) }, { identity: there("officer") });
  expect(refusalOf(stale)).toBe("proof-needed");
  expect(refusalOf(await bindOwn(officer, { identity: there("officer") }))).toBe("proof-needed");
  value(await bindOwn({ ...officer, ...proof(1_000) }, { identity: there("officer") }));
  expect((await findByIdentity(there("officer")))?.id).toBe(officer.id);
});

test("a removed identity signs nobody in, its account awaits nobody, and a new link needs a reason", async () => {
  const sofia = await newOfficer("sofia");
  value(await bindAwaiting(sofia, { identity: there("sofia", sofia.email) }));
  const { manager, admin } = register;
  expect(refusalOf(await removeIdentity(manager, { id: sofia.id }))).toBe("role");
  const waiting = async () =>
    value(await loadStateOfAccounts(admin)).needs.find(({ need }) => need === "password")?.count ?? 0;
  const before = await waiting();
  value(await removeIdentity(admin, { id: sofia.id }));
  expect(await findByIdentity(there("sofia"))).toBeNull();
  expect(await findAwaiting(sofia.email)).toBeNull();
  expect(refusalOf(await bindAwaiting(sofia, { identity: there("sofia", sofia.email) }))).toBe("not-found");
  expect(refusalOf(await renewLink(admin, { id: sofia.id }))).toBe("reason-missing");
  expect(await register.eventsOf(sofia.id)).toMatchObject([
    { action: "person.created" },
    { action: "person.identity-bound", reason: "login.ministry.example", actor: "sofia Example" },
    { action: "person.identity-removed" },
  ]);
  expect(await waiting()).toBe(before + 1);
});

test("a disabled account is bound to nobody, and nobody has acted without a right", async () => {
  const taras = await newOfficer("taras");
  await register.disable(taras);
  expect(refusalOf(await bindAwaiting(taras, { identity: there("taras") }))).toBe("rights-changed");
  expect((await verifyRegister()).findings).toEqual([]);
});
