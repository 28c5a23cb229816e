// Somebody else got into an account: once it is recovered, nothing they made there still works.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { seeToken } from "@/lib/db/state";
import { write } from "@/lib/db/write";
import type { Actor } from "@/lib/domain/people/actor";
import { ok, type Result } from "@/lib/domain/base/result";
import { bindByLink, removeIdentity } from "@/lib/people/identities/commands";
import { signOutPerson } from "@/lib/people/people/commands";
import { signOutEverywhere } from "@/lib/people/people/sessions";
import { tokenHash } from "@/lib/people/people/link";
import { changeOwnPassword, setPassword } from "@/lib/people/people/passwords";
import { removedByAnother } from "@/lib/people/people/second-factor";
import { staffedRegister, value, type StaffedRegister } from "../../support/registers/staffed-register";

let register: StaffedRegister;
beforeAll(async () => void (register = await staffedRegister()));
let officer: Actor;
beforeEach(async () => void (officer = await register.open(`officer ${randomUUID()}`, "OFFICER", ["FR"])));
afterAll(() => register.close());

const identityOf = ({ id }: Actor) => ({ issuer: "https://sign-in.example", subject: id });

/** A link as two people approve it. */
async function linked(): Promise<string> {
  const token = randomUUID();
  await write(officer, async (tx) => ok(await tx.createPasswordToken(officer.id, tokenHash(token), 24)));
  return token;
}

test.each<[string, () => Promise<Result<unknown>>]>([
  ["sets a password by a link", async () => setPassword(officer, { token: await linked(), hash: "new" })],
  [
    "connects an identity by a link",
    async () => bindByLink(officer, { token: await linked(), identity: identityOf(officer) }),
  ],
  [
    "loses an identity",
    async () => {
      await write(officer, async (tx) => ok(await tx.identities.bind(officer.id, identityOf(officer))));
      return removeIdentity(register.admin, { id: officer.id });
    },
  ],
  [
    "loses the second factor",
    () =>
      write(register.admin, async (tx) => {
        const { person } = await tx.accountProposals.lockSubject(officer.id);
        return ok(person && (await removedByAnother(tx, { ...person, secondFactorAt: tx.at })));
      }),
  ],
  ["is signed out by an administrator", () => signOutPerson(register.admin, { id: officer.id })],
])("tokens are revoked and webhooks paused if their person %s", async (_what, recover) => {
  const access = await accessOf(officer);
  expect(await access()).toEqual({ token: true, paused: null });
  value(await recover());
  expect(await access()).toEqual({ token: false, paused: "PERSON" });
});

test.each<[string, () => Promise<Result<unknown>>]>([
  ["changes the password", () => changeOwnPassword(officer, { hash: "another" })],
  ["signs out everywhere", () => signOutEverywhere(officer)],
])("both go on if a person %s, who sees them listed", async (_what, change) => {
  const access = await accessOf(officer);
  value(await change());
  expect(await access()).toEqual({ token: true, paused: null });
});

test("an administrator who signs out their own account on its page also ends its tokens and webhooks", async () => {
  const admin = await register.open(`admin ${randomUUID()}`, "ADMIN");
  const access = await accessOf(admin);
  value(await signOutPerson(admin, { id: admin.id }));
  expect(await access()).toEqual({ token: false, paused: "PERSON" });
});

/** A token and a webhook of the person, and what becomes of them. */
async function accessOf({ id: personId }: Actor) {
  const [token, id] = [`prt_${randomUUID()}`, randomUUID()];
  const scope = { role: "OFFICER", desk: ["FR"], sealed: false, groups: [] } as const;
  await write(officer, async (tx) => {
    await tx.tokens.make({ token, personId, name: "Copy", scope, days: 365 });
    await tx.webhooks.make({ id, personId, name: "Copy", url: "https://a.example", types: [], secret: "s" });
    return ok(null);
  });
  return async () => {
    const { rows } = await pool().query<{ paused: string | null }>(
      "SELECT paused FROM webhook WHERE id = $1",
      [id],
    );
    return { token: (await seeToken(token)) !== null, paused: rows[0]?.paused };
  };
}
