// Who could once decide, by the register and by the verifier alike.
import { afterEach, beforeEach, expect, test } from "vitest";
import { disconnect } from "@/lib/db/client";
import { findAsker } from "@/lib/db/jobs/running";
import { verifyRegister } from "@/lib/db/verify/verify";
import type { Actor } from "@/lib/domain/people/actor";
import { changePerson, createFirstAdministrator, createPerson } from "@/lib/people/people/commands";
import { setPassword } from "@/lib/people/people/passwords";
import { foundRegister, THE_REGISTER } from "@/lib/workspace/settings/commands";
import type { TestDatabase } from "@/scripts/testing/databases.mjs";
import { KYIV } from "../../support/cast";
import { madeAtOnce } from "../../support/registers/accounts";
import { createTestDatabase } from "../../support/registers/database";
import { value } from "../../support/registers/staffed-register";

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
  process.env.DATABASE_URL = database.appUrl;
  await foundRegister({ demonstration: false, offsetMs: 0, timeZone: KYIV, marking: "" });
});
afterEach(async () => {
  const verdict = await verifyRegister();
  await disconnect();
  await database.drop();
  expect(verdict).toMatchObject({ findings: [], earlier: [] });
});

async function actorOf(id: string): Promise<Actor> {
  const actor = await findAsker(id);
  if (!actor) throw new Error("no such account");
  return actor;
}

async function withPassword(id: string, link: string | null): Promise<Actor> {
  const actor = await actorOf(id);
  value(await setPassword(actor, { token: link?.split("/").at(-1) ?? "", hash: "x" }));
  return actor;
}

const addressOf = (name: string) => ({ name, email: `${name.toLowerCase()}@register.example` });

async function administrator(name: string): Promise<Actor> {
  const { id, setPasswordLink } = value(await createFirstAdministrator(THE_REGISTER, addressOf(name)));
  return withPassword(id, setPasswordLink);
}

test("the operator adds an administrator where an officer was a manager before setting a password", async () => {
  const admin = await administrator("Admin");
  const manager = { ...addressOf("Olena"), role: "MANAGER" as const, desk: [], sealed: false };
  const made = value(madeAtOnce(await createPerson(admin, { ...manager, reason: "Needed" })));
  const changes = { role: "OFFICER" as const, reason: "As agreed" };
  value(await changePerson(admin, { id: made.id, ifMatch: made.version, changes }));
  await withPassword(made.id, made.setPasswordLink);
  const other = { ...addressOf("Taras"), role: "MANAGER" as const, desk: [], sealed: false };
  expect(value(await createPerson(admin, { ...other, reason: "Needed" })).proposal).not.toBeNull();
  await administrator("Second");
});
