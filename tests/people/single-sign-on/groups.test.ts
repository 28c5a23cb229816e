// What the organisation's groups change in an account when its holder signs in.
import { afterAll, beforeAll, expect, test } from "vitest";
import { claimsOf } from "@/lib/auth/sign-in/single-sign-on/provider";
import { signInByProvider } from "@/lib/auth/sign-in/single-sign-on/sign-in-by-provider";
import { pool } from "@/lib/db/client";
import { verifyRegister } from "@/lib/db/verify/verify";
import type { Actor } from "@/lib/domain/people/actor";
import { decideAccountProposal } from "@/lib/people/account-proposals/commands";
import { loadAccountProposals, loadPendingFor } from "@/lib/people/account-proposals/queries";
import { bindAwaiting } from "@/lib/people/identities/commands";
import { loadPerson } from "@/lib/people/people/queries";
import { applySignInGroups } from "@/lib/people/sign-in-groups/apply";
import { addSignInGroup, removeSignInGroup } from "@/lib/people/sign-in-groups/commands";
import { loadSignInGroups } from "@/lib/people/sign-in-groups/queries";
import type { SignInGroupInput } from "@/lib/people/sign-in-groups/schema";
import {
  refusalOf,
  staffedRegister,
  value,
  type StaffedRegister,
} from "../../support/registers/staffed-register";

let register: StaffedRegister;
let olena: Actor;
beforeAll(async () => {
  Object.assign(process.env, {
    NEXTAUTH_URL: "http://localhost:3000",
    OIDC_ISSUER: "https://login.example",
    OIDC_CLIENT_ID: "register",
    OIDC_CLIENT_SECRET: "secret",
  });
  register = await staffedRegister();
  olena = await register.open("olena", "OFFICER", ["FR"]);
  await pool().query(
    "INSERT INTO identity (person_id, issuer, subject, bound_at) VALUES ($1, 'https://login.example', 'olena', now())",
    [olena.id],
  );
});
afterAll(() => register.close());

const group = (name: string, given: Partial<SignInGroupInput> = {}): SignInGroupInput => ({
  ...{ name, role: "OFFICER", desk: [], sealed: false },
  ...given,
});
const comesWith = async (...groups: string[]): Promise<boolean> =>
  value(await applySignInGroups({ id: olena.id, groups })).mayEnter;
const now = async () => {
  const { role, desk, sealed } = value(await loadPerson(register.admin, olena.id));
  return { role, desk, sealed };
};

/** Tokens that don't say which groups the person has. */
const UNLISTED = [{ _claim_names: { groups: "src1" } }, { groups: null }, { groups: [{ id: "desk-de" }] }];
const arrivesWith = async (said: object): Promise<string> => {
  const claims = claimsOf({ iss: "https://login.example", sub: "olena", ...said });
  if (!claims) throw new Error("no claims");
  const binders = { awaiting: bindAwaiting, applyGroups: applySignInGroups };
  return (await signInByProvider(claims, new Headers(), binders)).kind;
};

test.each(UNLISTED)("without any group in the table, a token with %j signs the person in", async (said) => {
  expect(await arrivesWith(said)).toBe("in");
});

test("without any group in the table, the person may enter and nothing changes", async () => {
  expect(await comesWith()).toBe(true);
  expect(await now()).toEqual({ role: "OFFICER", desk: ["FR"], sealed: false });
});

test("administrators set what a group gives, and impossible settings are refused", async () => {
  const { admin, manager, auditor } = register;
  const add = (given: SignInGroupInput, by = admin) => addSignInGroup(by, given);
  expect(refusalOf(await add(group("desk-de", { desk: ["DE"] }), manager))).toBe("role");
  value(await add(group("desk-de", { desk: ["DE"] })));
  value(await add(group("managers", { role: "MANAGER" })));
  expect(await add(group("managers"))).toMatchObject({ refusal: { errors: [{ code: "group-taken" }] } });
  expect(await add(group("x", { role: "AUDITOR", desk: ["DE"] }))).toMatchObject({
    refusal: { errors: [{ code: "desk-of-officers" }] },
  });
  expect(await add(group("y", { desk: ["XX"] }))).toMatchObject({
    refusal: { errors: [{ path: "desk.0" }] },
  });
  const old = { ...admin, proof: { ago: 6 * 60_000, byCode: false, byPasskey: false } };
  expect(refusalOf(await add(group("admins", { role: "ADMIN" }), old))).toBe("proof-needed");
  expect(value(await loadSignInGroups(auditor)).map(({ name }) => name)).toEqual(["desk-de", "managers"]);
  expect(refusalOf(await loadSignInGroups(manager))).toBe("role");
});

test.each(UNLISTED)(
  "once groups are set, a token with %j bars the person, and changes nothing",
  async (said) => {
    expect(await arrivesWith(said)).toBe("no-group");
    expect(await now()).toEqual({ role: "OFFICER", desk: ["FR"], sealed: false });
  },
);

test("a desk that a group gives applies at once", async () => {
  expect(await comesWith("desk-de", "unknown-here")).toBe(true);
  expect(await now()).toEqual({ role: "OFFICER", desk: ["DE"], sealed: false });
});

test("power is proposed once, in the name of the person who set the group, and another decides", async () => {
  const { admin, manager } = register;
  expect(await comesWith("desk-de", "managers")).toBe(true);
  expect(await comesWith("desk-de", "managers")).toBe(true);
  expect((await now()).role).toBe("OFFICER");
  const proposals = value(await loadAccountProposals(manager)).filter(
    ({ subjectId }) => subjectId === olena.id,
  );
  expect(proposals).toMatchObject([{ status: "OPEN", proposerId: admin.id, reason: "desk-de, managers" }]);
  const [{ id } = { id: "" }] = proposals;
  const decision = { id, decision: "APPROVE" as const, note: null };
  expect(refusalOf(await decideAccountProposal(admin, decision))).toBe("own-proposal");
  value(await decideAccountProposal(manager, decision));
  expect((await now()).role).toBe("MANAGER");
  expect(await comesWith("managers")).toBe(true);
  expect((await now()).role).toBe("MANAGER");
});

test("losing a group removes its power at the next sign-in, and losing the last bars the person", async () => {
  expect(await comesWith("desk-de")).toBe(true);
  expect(await now()).toEqual({ role: "OFFICER", desk: ["DE"], sealed: false });
  expect(await comesWith()).toBe(false);
  expect(await now()).toEqual({ role: "OFFICER", desk: [], sealed: false });
});

test("a proposal that the groups no longer ask for is withdrawn; one that was sent back isn't made again", async () => {
  const { manager } = register;
  const standing = () => loadPendingFor(manager, olena.id);
  await comesWith("managers");
  expect((await standing())?.status).toBe("OPEN");
  await comesWith("desk-de");
  expect(await standing()).toBeNull();
  await comesWith("managers");
  const { id = "" } = (await standing()) ?? {};
  value(await decideAccountProposal(manager, { id, decision: "RETURN", note: "Not her." }));
  await comesWith("managers");
  expect((await standing())?.status).toBe("RETURNED");
});

test("the last administrator stays one, but may not enter without the group", async () => {
  const { admin } = register;
  expect(value(await applySignInGroups({ id: admin.id, groups: ["desk-de"] })).mayEnter).toBe(false);
  expect(value(await loadPerson(admin, admin.id)).role).toBe("ADMIN");
});

test("a removed group gives nothing any more, and nobody has acted without a right", async () => {
  const { admin } = register;
  const [first] = value(await loadSignInGroups(admin));
  value(await removeSignInGroup(admin, { id: first?.id ?? "" }));
  expect(await comesWith("desk-de")).toBe(false);
  expect((await verifyRegister()).findings).toEqual([]);
});
