// Lines that look like one unit are shown, never merged automatically.
import { describe, expect, test } from "vitest";
import { linesAround, looksTheSame, type LinedPledge } from "@/lib/domain/details/lines-around";
import type { Contribution } from "@/lib/domain/pledge/contribution";
import type { SameAs } from "@/lib/domain/pledge/same-as";
import { aContribution, aPledge } from "@/tests/support/cast";

const [OWN, OTHER] = [aContribution().id, "00000000-0000-4000-8000-0000000000c2"];
const same = (contribution: string, state: SameAs["state"] = "CLAIMED"): SameAs => ({
  ...{ pledge: "FR-3-009", contribution, state, by: "somebody" },
  reason: state === "DECLINED" ? "Another" : null,
});
const other = (pledge: Partial<LinedPledge> = {}, line: Partial<Contribution> = {}) =>
  aPledge({ reference: "FR-3-009", ...pledge, contributions: [aContribution({ id: OTHER, ...line })] });
const joint = [{ participant: "FR", state: "CONFIRMED" as const, by: "somebody", reason: null }];
const number = aContribution().quantity;

test.each<[string, boolean, Partial<LinedPledge>, Partial<Contribution>]>([
  ["of the same participant, kind and number", true, {}, {}],
  ["promised jointly with it", true, { participant: "GB", jointWith: joint }, {}],
  ["of another participant", false, { participant: "GB" }, {}],
  ["of another pledge of the same reference", false, { reference: "FR-3-001" }, {}],
  ["of another kind", false, {}, { kind: "TRAINING" }],
  ["with another number", false, {}, { quantity: { ...number, min: 5_000, max: 5_000 } }],
  ["of another unit", false, {}, { quantity: { ...number, unit: "BRIGADE" } }],
  [
    "of the same sum",
    false,
    {},
    { quantity: { ...number, min: 1, max: 1 }, money: { amount: "5", currency: "EUR" } },
  ],
  [
    "whose number was given in confidence",
    false,
    {},
    { quantity: { ...number, kind: "SEALED", sealed: "SHOWN" } },
  ],
  ["a month later", true, { windowStart: "2026-07-01" }, {}],
  ["a year later", false, { windowStart: "2027-06-01" }, {}],
  ["on days of its own, a year later", false, {}, { availableFrom: "2027-06-01" }],
  ["without days", true, { windowStart: null }, {}],
  ["that was withdrawn", false, { stage: "WITHDRAWN" }, {}],
  ["that was voided", false, { voided: { at: "2026-01-08T09:00:00.000Z", reason: "Twice" } }, {}],
  ["that says so already", false, {}, { sameAs: same(OWN) }],
  ["of which it was declined", false, {}, { sameAs: same(OWN, "DECLINED") }],
])("a line looks the same as one %s: %s", (_what, looks, pledge, line) => {
  const [one, another] = [aPledge(), other(pledge, line)];
  const found = looksTheSame(
    { pledge: one, line: aContribution() },
    { pledge: another, line: another.contributions[0] ?? aContribution() },
  );
  expect(found).toBe(looks);
});

describe("around a pledge", () => {
  test("a line named has its place, and a line that names one has the state of the link", () => {
    const pledge = aPledge({ contributions: [aContribution({ sameAs: same(OTHER, "CONFIRMED") })] });
    const around = linesAround(pledge, [other({}, { sameAs: same(OWN) })]);
    expect(around.named[OWN]).toEqual({ pledge: "FR-3-009", contribution: OTHER, place: 1 });
    expect(around.naming).toMatchObject([
      { line: OWN, by: { pledge: "FR-3-009", place: 1 }, state: "CLAIMED" },
    ]);
    expect(around.alike).toEqual([]);
  });
  test("a line that is gone or of a voided pledge has no place, and a declined link isn't shown", () => {
    const pledge = aPledge({ contributions: [aContribution({ sameAs: same("gone", "CONFIRMED") })] });
    const around = linesAround(pledge, [other({}, { sameAs: same(OWN, "DECLINED") })]);
    expect(around.named[OWN]).toMatchObject({ place: null });
    expect(around.naming).toEqual([]);
    const voided = { at: "2026-01-08T09:00:00.000Z", reason: "Twice" };
    const named = aPledge({ contributions: [aContribution({ sameAs: same(OTHER, "CONFIRMED") })] });
    expect(linesAround(named, [other({ voided })]).named[OWN]).toMatchObject({ place: null });
  });
  test("lines that look the same are shown together", () => {
    expect(linesAround(aPledge(), [other()]).alike).toMatchObject([
      { line: OWN, other: { contribution: OTHER } },
    ]);
  });
});
