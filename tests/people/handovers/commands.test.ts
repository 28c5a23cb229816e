import { afterAll, beforeAll, expect, test } from "vitest";
import { handOverDesk } from "@/lib/people/handovers/commands";
import { loadHandoverChoice, loadHandovers } from "@/lib/people/handovers/queries";
import { handoverInput } from "@/lib/people/handovers/schema";
import { loadPledge } from "@/lib/pledges/pledges/queries";
import { changePledges } from "@/lib/pledges/pledges/change-many";
import { logPledge, voidPledge } from "@/lib/pledges/pledges/commands";
import { changeManyInput } from "@/lib/pledges/pledges/schema";
import { pool } from "@/lib/db/client";
import type { Actor } from "@/lib/domain/people/actor";
import {
  aSentPledge,
  LATER,
  refusalOf,
  staffedRegister,
  value,
  type StaffedRegister,
} from "@/tests/support/registers/staffed-register";

let register: StaffedRegister;
let officer: Actor;
let colleague: Actor;
let admin: Actor;
beforeAll(async () => {
  register = await staffedRegister();
  ({ officer, officerNorth: colleague, admin } = register);
});
afterAll(() => register.close());

const give = (by: Actor, input: object) => handOverDesk(by, handoverInput.parse(input));
const log = async (change: object) => value(await logPledge(officer, aSentPledge(change), LATER));
const deskOf = async ({ id }: Actor): Promise<string[]> => {
  const { rows } = await pool().query<{ desk: string[] }>("SELECT desk FROM person WHERE id = $1", [id]);
  return rows[0]?.desk ?? [];
};

test("a handover with a fault is refused, and nothing changes", async () => {
  const head = await register.head();
  const fair = { to: colleague.email, participants: ["FR"], note: "On leave" };
  expect(refusalOf(await give(officer, { ...fair, note: undefined }))).toBe("reason-missing");
  expect(refusalOf(await give(officer, { ...fair, to: officer.email }))).toBe("invalid, to same-person");
  expect(refusalOf(await give(officer, { ...fair, to: "nobody@register.example" }))).toBe(
    "invalid, to unknown",
  );
  expect(refusalOf(await give(officer, { ...fair, to: register.manager.email }))).toBe(
    "invalid, to not-an-officer",
  );
  expect(refusalOf(await give(officer, { ...fair, participants: ["FR", "SE"] }))).toBe(
    "invalid, participants.1 not-on-desk",
  );
  expect(
    refusalOf(
      await give(officer, { ...fair, from: colleague.email, to: officer.email, participants: ["SE"] }),
    ),
  ).toBe("role");
  for (const other of [register.manager, register.auditor])
    expect(refusalOf(await give(other, { ...fair, from: officer.email }))).toBe("role");
  expect(await register.head()).toBe(head);
});

test("part of a desk is handed over with the pledges owned in it, each with its event", async () => {
  const mine = await log({ participant: "FR", owner: officer.email });
  const another = await log({ participant: "FR", owner: register.manager.email });
  const germany = await log({ participant: "DE", owner: officer.email });
  const voided = await log({ participant: "FR", owner: officer.email });
  value(
    await voidPledge(register.manager, { reference: voided.reference, ifMatch: 1, reason: "Twice" }, LATER),
  );

  const handover = value(
    await give(officer, { to: colleague.email, participants: ["FR"], note: "On leave until May" }),
  );
  expect(handover).toMatchObject({ participants: ["FR"], pledges: 1, from: { email: officer.email } });
  expect([await deskOf(officer), await deskOf(colleague)]).toEqual([["DE"], ["FR", "SE"]]);
  const ownerOf = async (reference: string) =>
    value(await loadPledge(register.manager, reference, LATER)).owner;
  expect(await ownerOf(mine.reference)).toBe(colleague.email);
  expect(await ownerOf(another.reference)).toBe(register.manager.email);
  expect(await ownerOf(germany.reference)).toBe(officer.email);
  expect(await ownerOf(voided.reference)).toBe(officer.email);
  expect((await register.eventsOf(mine.id)).at(-1)).toEqual({
    action: "pledge.changed",
    reason: "On leave until May",
    actor: officer.name,
  });
  for (const { id } of [officer, colleague])
    expect((await register.eventsOf(id)).at(-1)).toMatchObject({ action: "person.changed" });
  expect(value(await loadHandovers(colleague, { limit: 10 }))).toHaveLength(1);
  expect(value(await loadHandovers(register.manager, { limit: 10 }))).toHaveLength(0);
  expect(value(await loadHandovers(register.auditor, { limit: 10 }))).toHaveLength(1);
});

test("the choice has the other officers, and for each participant how many pledges go along", async () => {
  const from = { ...officer, desk: await deskOf(officer) };
  const { takers, desk } = value(await loadHandoverChoice(officer, from));
  expect(takers).toContainEqual({ id: colleague.id, email: colleague.email, name: colleague.name });
  expect(takers.map(({ email }) => email)).not.toContain(officer.email);
  expect(desk).toEqual([{ code: "DE", pledges: 1 }]);
  expect(refusalOf(await loadHandoverChoice(colleague, from))).toBe("role");
});

test("an administrator can hand over another's desk, and two attempts at once do it once", async () => {
  const give2 = () =>
    give(admin, { from: colleague.email, to: officer.email, participants: ["FR"], note: "Back" });
  const both = await Promise.all([give2(), give2()]);
  expect(both.map((one) => (one.ok ? "ok" : refusalOf(one))).sort()).toEqual([
    "invalid, participants.0 not-on-desk",
    "ok",
  ]);
  expect([await deskOf(officer), await deskOf(colleague)]).toEqual([["DE", "FR"], ["SE"]]);
});

test("several pledges are confirmed in one request, each with its own outcome", async () => {
  const [first, second] = [await log({ participant: "FR" }), await log({ participant: "DE" })];
  const of = (...references: string[]) =>
    changeManyInput.parse({
      items: references.map((reference) => ({ reference, version: 1 })),
      confirm: true,
      on: "2026-02-20",
    });
  const all = of(first.reference, second.reference, "SE-3-001");
  const half = await register.open("half", "OFFICER", ["DE"]);
  const whole = await register.open("whole", "OFFICER", ["DE", "FR"]);
  const outcomes = value(await changePledges(half, all));
  expect(
    outcomes.map(({ reference, outcome, refusal }) => [reference, outcome, refusal?.code ?? null]),
  ).toEqual([
    [first.reference, "REFUSED", "another-desk"],
    [second.reference, "DONE", null],
    ["SE-3-001", "REFUSED", "not-found"],
  ]);
  expect(value(await changePledges(whole, of(first.reference)))[0]?.outcome).toBe("DONE");
  const again = { ...all, items: [{ reference: second.reference, version: 2 }] };
  expect(value(await changePledges(whole, again))[0]?.outcome).toBe("UNCHANGED");
  for (const { id } of [first, second])
    expect((await register.eventsOf(id)).map(({ action }) => action)).toEqual([
      "pledge.logged",
      "pledge.confirmed",
    ]);
  expect(refusalOf(await changePledges(whole, { ...all, on: "2199-01-01" }))).toBe("invalid, on in-future");
  expect(refusalOf(await changePledges(register.auditor, all))).toBe("role");
});
