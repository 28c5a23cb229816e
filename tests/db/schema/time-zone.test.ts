// A government's PostgreSQL may be set to any time zone: the record must read the same.
import { afterAll, beforeAll, expect, test } from "vitest";
import { disconnect } from "@/lib/db/client";
import { findPerson } from "@/lib/db/queries/workspace/people";
import { change, openRegister, type TestRegister } from "../register";

let register: TestRegister;
beforeAll(async () => {
  register = await openRegister();
  const { owner } = register;
  const name = owner.escapeIdentifier(owner.database ?? "");
  await owner.query(`ALTER DATABASE ${name} SET timezone TO 'America/St_Johns'`);
  // It applies to new connections only.
  await disconnect();
});
afterAll(() => register.close());

test("an instant is read as it was written", async () => {
  const { id } = register.manager;
  const person = await change(register.manager, async (tx) => {
    const before = await tx.people.lock(id);
    if (!before) throw new Error("the manager is on record");
    return tx.save("person", before, { ...before, disabledAt: tx.at }, { action: "person.disabled" });
  });
  const { disabledAt, createdAt } = person;
  expect(await findPerson(id)).toMatchObject({ disabledAt, createdAt });
});
