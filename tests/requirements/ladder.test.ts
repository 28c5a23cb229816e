// The response ladder as it is asked for: for which trigger, by whom, in files, and with sealed numbers.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { triggerInput } from "@/lib/conditions/triggers/schema";
import { recordTrigger } from "@/lib/conditions/triggers/commands";
import { decimalOf } from "@/lib/domain/base/amount";
import type { Condition } from "@/lib/domain/pledge/condition";
import type { Actor } from "@/lib/domain/people/actor";
import { setCondition } from "@/lib/pledges/pledges/set-condition";
import { logPledge } from "@/lib/pledges/pledges/commands";
import { recordRequirement } from "@/lib/requirements/commands";
import { parseLadderFilter } from "@/lib/requirements/filter";
import { loadLadder, loadLadderCsv } from "@/lib/requirements/ladder/queries";
import { makeOffer } from "@/lib/requirements/offers";
import { offerInput, requirementInput } from "@/lib/requirements/schema";
import {
  aSentPledge,
  LATER,
  refusalOf,
  staffedRegister,
  value,
  type StaffedRegister,
} from "@/tests/support/registers/staffed-register";

let register: StaffedRegister;
let cleared: Actor;
const people = (n: number) => ({ kind: "EXACT", min: n, max: n, unit: "PERSON" });

beforeAll(async () => {
  register = await staffedRegister();
  cleared = await register.clear(register.manager2);
  const { manager } = register;
  for (const code of ["RENEWED_ATTACK", "CEASEFIRE_IN_FORCE"]) {
    const input = triggerInput.parse({ code, title: `${code} holds`, state: "UNKNOWN", waiting: "DORMANT" });
    value(await recordTrigger(manager, input));
  }
  const need = { capability: "TROOPS", priority: 4, domain: "LAND", location: "IN_UKRAINE", criticality: 1 };
  const input = { ...need, reference: "LAND-1", title: "Land force", quantity: people(900) };
  value(await recordRequirement(manager, requirementInput.parse({ ...input, neededBy: { day: 2 } })));
  await offered("FR", { trigger: "RENEWED_ATTACK" }, people(300));
  await offered("DE", { trigger: "CEASEFIRE_IN_FORCE" }, people(200));
  await offered("SE", null, { kind: "SEALED", min: 71, max: 71, unit: "PERSON" });
});
afterAll(() => register.close());

async function offered(participant: string, condition: Condition | null, quantity: object): Promise<void> {
  const by = participant === "SE" ? register.officerNorth : register.officer;
  const line = { kind: "TROOPS", domain: "LAND", location: "IN_UKRAINE", quantity, noticeToMoveDays: 2 };
  const sheet = value(
    await logPledge(by, aSentPledge({ participant, priority: 4, contributions: [line] }), LATER),
  );
  const { reference, version, contributions } = sheet;
  if (condition !== null) value(await setCondition(by, { reference, ifMatch: version, condition }, LATER));
  const offer = offerInput.parse({ pledge: reference, contribution: contributions[0]?.id });
  value(await makeOffer(register.manager, { reference: "LAND-1", ...offer }));
}

const asked = (query = "") => value(parseLadderFilter(new URLSearchParams(query)));
const ladder = async (actor: Actor, query = "") => value(await loadLadder(actor, asked(query), LATER));
const onDay = async (actor: Actor, day: number, query = "") => {
  const [row] = (await ladder(actor, query)).rows;
  return row?.rungs.find((one) => one.day === day);
};

describe("the response ladder", () => {
  test("counts from a renewed attack unless another trigger is chosen, and names who waits for something else", async () => {
    const { trigger, from, rows } = await ladder(register.auditor);
    expect([trigger.code, trigger.title, from]).toEqual([
      "RENEWED_ATTACK",
      "RENEWED_ATTACK holds",
      "2199-12-31",
    ]);
    expect(rows[0]?.waiting.map(({ pledge }) => pledge.participant)).toEqual(["DE"]);
    expect((await onDay(register.auditor, 1))?.there.indicative).toEqual([]);
    expect((await onDay(register.auditor, 2))?.there.indicative).toEqual(["FR", "SE"]);
    const ceasefire = await onDay(register.auditor, 2, "trigger=CEASEFIRE_IN_FORCE");
    expect(ceasefire?.there.indicative).toEqual(["DE", "SE"]);
    expect(ceasefire?.short.map(({ amount }) => decimalOf(amount))).toEqual(["900"]);
  });
  test("refuses a trigger that nobody recorded, and administrators", async () => {
    const unknown = asked("trigger=NOBODY_KNOWS_IT");
    expect(refusalOf(await loadLadder(register.auditor, unknown, LATER))).toBe("invalid, trigger unknown");
    expect(refusalOf(await loadLadder(register.admin, asked(), LATER))).toBe("role");
    expect(refusalOf(await loadLadderCsv(register.admin, asked(), LATER))).toBe("role");
  });
  test("shows a sealed number only to a cleared reader, and in no file", async () => {
    const [open, shown] = [await onDay(register.manager, 2), await onDay(cleared, 2)];
    expect([open?.indicative.low, open?.indicative.sealed]).toEqual([3_000_000n, 1]);
    expect([shown?.indicative.low, shown?.indicative.sealed]).toEqual([3_710_000n, 0]);
    const file = value(await loadLadderCsv(cleared, asked(), LATER));
    for await (const lines of file.rows)
      for (const { rung } of lines) expect(rung.indicative.low <= 3_000_000n).toBe(true);
  });
});
