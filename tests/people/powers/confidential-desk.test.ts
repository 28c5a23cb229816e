// An officer reads the sealed numbers of their desk's participants: giving such a desk takes two people.
import { afterAll, beforeAll, expect, test } from "vitest";
import { changePerson, createPerson, renewLink } from "@/lib/people/people/commands";
import { logPledge } from "@/lib/pledges/pledges/commands";
import { verifyRegister } from "@/lib/db/verify/verify";
import { madeAtOnce, madeByTwo } from "../../support/registers/accounts";
import {
  aSentPledge,
  LATER,
  refusalOf,
  staffedRegister,
  value,
  type StaffedRegister,
} from "../../support/registers/staffed-register";

let register: StaffedRegister;
beforeAll(async () => {
  register = await staffedRegister();
  const quantity = { kind: "SEALED", unit: "PERSON", min: 74_219, max: 74_219 };
  const line = { kind: "TROOPS", domain: "LAND", location: "IN_UKRAINE", quantity };
  const pledge = aSentPledge({ participant: "FR", contributions: [line] });
  value(await logPledge(register.officer, pledge, LATER));
  // Someone else could decide: a manager who has been active.
  value(await logPledge(register.manager, aSentPledge({ participant: "DE" }), LATER));
});
afterAll(() => register.close());

const account = (name: string, desk: string[]) => ({
  ...{
    email: `${name.toLowerCase().replace(" ", ".")}@ministry.example`,
    name,
    role: "OFFICER" as const,
    desk,
    sealed: false,
  },
  reason: "Takes over.",
});

test("an officer of such a desk is proposed, and one of another desk is created at once", async () => {
  const { admin, manager } = register;
  const proposed = value(await createPerson(admin, account("Anne Aubin", ["FR"])));
  expect(proposed.done).toBeNull();
  value(await madeByTwo({ ok: true, value: proposed }, manager));
  expect(madeAtOnce(await createPerson(admin, account("Olha Bilyk", ["SE"])))).toMatchObject({
    ok: true,
  });
});

test("adding such a desk to an officer, or a new link for one who has it, is proposed, too", async () => {
  const { admin } = register;
  const made = value(madeAtOnce(await createPerson(admin, account("Piet Claes", ["DE"]))));
  const change = (desk: string[], reason: string | null = "Takes over.") =>
    changePerson(admin, { id: made.id, ifMatch: 1, changes: { desk, reason } });
  expect(refusalOf(await change(["DE", "FR"], null))).toBe("reason-missing");
  const widened = value(await madeByTwo(await change(["DE", "FR"]), register.manager));
  expect(widened.desk.sort()).toEqual(["DE", "FR"]);
  expect(value(await renewLink(admin, { id: made.id, reason: "Lost it." })).proposal).not.toBeNull();
  const narrowed = await changePerson(admin, {
    id: made.id,
    ifMatch: widened.version,
    changes: { desk: ["DE"] },
  });
  expect(madeAtOnce(narrowed)).toMatchObject({ ok: true });
});

test("the verification finds no change that its author had no right to", async () => {
  expect((await verifyRegister()).findings).toEqual([]);
});
