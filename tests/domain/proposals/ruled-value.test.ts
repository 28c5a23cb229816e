import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EVIDENCE_FIELDS, type EvidenceField } from "@/lib/domain/pledge/evidence";
import type { Contribution } from "@/lib/domain/pledge/contribution";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { NOT_STATED, type Quantity } from "@/lib/domain/pledge/quantity";
import {
  isAppliedByHand,
  memberOf,
  notAsRecorded,
  recordedValue,
  withRuling,
  type RuledValue,
} from "@/lib/domain/proposals/ruled-value";
import { isLeftBehind, unapplied } from "@/lib/domain/proposals/ruling";
import { unresolved } from "@/lib/domain/unresolved/unresolved";
import { anyContribution, anyPledge } from "../../support/any/arbitrary";
import { aContribution, anApproval, aPiece, aPledge, aRuling, BARE, KYIV, NOW } from "../../support/cast";

const LINE = "00000000-0000-4000-8000-00000000abcd";
const with5000 = (quantity: Partial<Quantity> = {}, change: Partial<Contribution> = {}): Pledge =>
  aPledge({
    contributions: [
      {
        ...aContribution(),
        id: LINE,
        quantity: { kind: "EXACT", min: 5000, max: 5000, unit: "PERSON", asStated: null, ...quantity },
        ...change,
      },
    ],
  });
const onQuantity = (value: object) => aRuling({ says: { lines: { [LINE]: value as never } } });
const waits = (pledge: Pledge, ruling: ReturnType<typeof aRuling>): boolean =>
  unapplied(pledge, [], [ruling]).length > 0;

describe("a ruling on a number", () => {
  const noFigure = onQuantity(NOT_STATED);

  test("of “no figure” waits until the quantity is not stated, and again when a number comes back", () => {
    const before = with5000();
    expect(waits(before, noFigure)).toBe(true);
    const after = withRuling(before, noFigure);
    expect(after.contributions[0]?.quantity.kind).toBe("NOT_STATED");
    expect(waits(after, noFigure)).toBe(false);
    expect(waits(with5000({ min: 10, max: 10 }), noFigure)).toBe(true);
  });

  test("is unresolved since the ruling", () => {
    const items = unresolved(with5000(), { ...BARE, rulings: [noFigure] }, NOW);
    expect(items.find(({ code }) => code === "RULING_NOT_APPLIED")).toMatchObject({
      class: "QUALITY",
      since: "2026-02-20",
    });
  });

  test.each<[string, object, Partial<Quantity>, boolean]>([
    [
      "words don't count",
      { kind: "EXACT", min: 5, max: 5, unit: "PERSON", asStated: "five" },
      { min: 5, max: 5 },
      false,
    ],
    ["the kind does", { kind: "APPROXIMATE", min: 5, max: 5, unit: "PERSON" }, { min: 5, max: 5 }, true],
    [
      "up to n begins at nothing",
      { kind: "UP_TO", min: 0, max: 9, unit: "PERSON" },
      { kind: "UP_TO", min: null, max: 9 },
      false,
    ],
    ["the unit counts", { kind: "EXACT", min: 5, max: 5, unit: "SHIP" }, { min: 5, max: 5 }, true],
    [
      "not stated has no unit",
      { ...NOT_STATED, unit: "SHIP" },
      { kind: "NOT_STATED", min: null, max: null },
      false,
    ],
  ])("%s", (_what, said, recorded, expected) => {
    expect(waits(with5000(recorded), onQuantity({ asStated: null, ...said }))).toBe(expected);
  });

  test("compares a sum by its decimal value and its currency", () => {
    const ruling = aRuling({
      field: "contributions.money",
      says: {
        lines: { [LINE]: { kind: "EXACT", min: "5.0", max: "5.0", currency: "EUR", asStated: "five" } },
      },
    });
    expect(waits(with5000({}, { money: { amount: "5", currency: "EUR" } }), ruling)).toBe(false);
    expect(waits(with5000({}, { money: { amount: "5", currency: "USD" } }), ruling)).toBe(true);
    expect(waits(with5000({}, { money: null }), ruling)).toBe(true);
  });

  test("says of a sealed number only that it is sealed, without its commitment", () => {
    const sealed = with5000({ kind: "SEALED", min: null, max: null, commitment: "c".repeat(64) });
    const says = recordedValue(sealed, [], "contributions.quantity");
    expect(JSON.stringify(says)).not.toContain("cccc");
    expect(waits(sealed, aRuling({ says }))).toBe(false);
  });

  test("no longer applies to a contribution that is gone", () =>
    expect(waits(aPledge({ contributions: [] }), noFigure)).toBe(false));

  test("no longer waits once another replaces it or its evidence is retracted", () => {
    const pledge = with5000();
    const next = {
      ...onQuantity(pledge.contributions[0]?.quantity ?? {}),
      id: "next",
      supersedes: noFigure.id,
    };
    expect(unapplied(pledge, [], [noFigure, next])).toEqual([]);
    const piece = aPiece("MEDIA_REPORT", { supports: false, retracted: { at: NOW, reason: "A draft" } });
    expect(unapplied({ ...pledge, evidence: [piece] }, [], [{ ...noFigure, holds: piece.id }])).toEqual([]);
  });
});

describe("a ruling on a stage", () => {
  const ruling = aRuling({ field: "stage", says: { value: "PLEDGED" } });
  const later = { recordedAt: "2026-02-21T08:00:00.000Z" };
  const committed = (evidence: Pledge["evidence"], stageSetOn = "2026-02-21") =>
    aPledge({ stage: "COMMITTED", stageSetOn, evidence });
  const isOpen = (pledge: Pledge): boolean =>
    unresolved(pledge, { ...BARE, rulings: [ruling] }, NOW).some(({ code }) => code === "RULING_NOT_APPLIED");

  test("is left behind by a later step on later evidence that meets the stage's requirement", () => {
    expect(isOpen(committed([aPiece("SIGNED_DOCUMENT", later)]))).toBe(false);
    expect(isOpen(committed([aPiece("SIGNED_DOCUMENT")]))).toBe(true);
    expect(isOpen(committed([aPiece("OFFICIAL_STATEMENT", later)]))).toBe(true);
    expect(isOpen(committed([aPiece("SIGNED_DOCUMENT", { ...later, supports: false })]))).toBe(true);
    expect(isOpen(committed([aPiece("SIGNED_DOCUMENT", later)], "2026-02-19"))).toBe(true);
  });

  test("differs from one on a number, which no step leaves behind", () => {
    const onNumber = aRuling({ says: { lines: { [LINE]: NOT_STATED as never } } });
    const pledge = {
      ...with5000(),
      ...committed([aPiece("SIGNED_DOCUMENT", later)]),
      contributions: with5000().contributions,
    };
    expect(isLeftBehind(onNumber, pledge, KYIV)).toBe(false);
  });
});

test("an older ruling without a value never waits", () => expect(waits(with5000(), aRuling())).toBe(false));

test("a ruling in words alone waits while the field is as it was", () => {
  const approvals = [anApproval({ status: "REQUIRED" })];
  const says = notAsRecorded(recordedValue(aPledge(), approvals, "approvals"));
  const ruling = aRuling({ field: "approvals", says });
  expect(unapplied(aPledge(), approvals, [ruling])).toEqual([ruling]);
  expect(unapplied(aPledge(), [anApproval({ status: "NOT_REQUIRED" })], [ruling])).toEqual([]);
  expect(isAppliedByHand(ruling)).toBe(true);
});

test("law: a ruling on any field doesn't wait if the record agrees with it, already or once applied", () => {
  const lines = fc.array(anyContribution, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(anyPledge, lines, lines, fc.constantFrom(...EVIDENCE_FIELDS), (any, one, other, field) => {
      const before = { ...any, contributions: one };
      const wished = { ...before, title: "Another", contributions: sameLines(other, one) };
      const ruling = aRuling({ field, says: recordedValue(wished, [], field) });
      expect(unapplied(wished, [], [ruling])).toEqual([]);
      expect(unapplied(before, [], [aRuling({ field, says: recordedValue(before, [], field) })])).toEqual([]);
      if (isAppliedByHand(ruling)) return;
      const after = withRuling(before, ruling);
      expect(unapplied(after, [], [ruling])).toEqual([]);
      expect(withRuling(after, ruling)).toEqual(after);
      // The record as it was before waits, if it differs.
      expect(unapplied(before, [], [ruling]).length > 0).toBe(differs(before, after, field));
    }),
  );
});

/** The values of the first lines, under the ids of the second. */
const sameLines = (from: readonly Contribution[], to: readonly Contribution[]): Contribution[] =>
  to.map(({ id }, index) => ({ ...(from[index] ?? aContribution()), id }));

const differs = (before: Pledge, after: Pledge, field: EvidenceField): boolean => {
  const member = memberOf(field);
  const of = (pledge: Pledge): RuledValue => recordedValue(pledge, [], field);
  return member === null
    ? JSON.stringify(of(before)) !== JSON.stringify(of(after))
    : before.contributions.some((line, index) => line[member] !== after.contributions[index]?.[member]);
};
