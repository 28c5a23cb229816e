import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { disputed, rulingOn, type Ruling } from "@/lib/domain/proposals/ruling";
import { unresolved } from "@/lib/domain/unresolved/unresolved";
import { anyPiece } from "../../support/any/arbitrary";
import { aPiece, aPledge, aRuling, BARE, NOW } from "../../support/cast";

const FIELD = "contributions.quantity" as const;
const retracted = { at: NOW, reason: "A draft" };
const for6000 = aPiece("OFFICIAL_STATEMENT", { field: FIELD, claims: "6,000" });
const against = aPiece("MEDIA_REPORT", { supports: false, field: FIELD, claims: "2,000" });
const later = aPiece("MEDIA_REPORT", {
  supports: false,
  field: FIELD,
  claims: "500",
  recordedAt: "2026-02-21T08:00:00.000Z",
});
const record = [for6000, against];
const ruling = aRuling({ weighed: [against.id] });
const next = (change: Partial<Ruling>): Ruling => aRuling({ id: "next", supersedes: ruling.id, ...change });
const without = (piece: typeof against) => ({ ...piece, retracted });

describe("what is in dispute", () => {
  test.each<[string, typeof record, Ruling[], string[]]>([
    ["what speaks against a field, until somebody rules", record, [], ["2,000"]],
    ["nothing that a ruling has weighed", record, [ruling], []],
    ["what came after the ruling", [...record, later], [ruling], ["500"]],
    [
      "nothing again once the next ruling has weighed it",
      [...record, later],
      [ruling, next({ weighed: [against.id, later.id] })],
      [],
    ],
    [
      "what the next ruling left out, though the one before had weighed it",
      record,
      [ruling, next({ weighed: [] })],
      ["2,000"],
    ],
    [
      "nothing while the evidence held right stands",
      record,
      [aRuling({ weighed: [against.id], holds: for6000.id })],
      [],
    ],
    [
      "all of it when that evidence is retracted",
      [without(for6000), against],
      [aRuling({ weighed: [against.id], holds: for6000.id })],
      ["2,000"],
    ],
    [
      "and the ruling it took the place of doesn't come back",
      [without(for6000), against],
      [ruling, next({ weighed: [against.id], holds: for6000.id })],
      ["2,000"],
    ],
    ["nothing that was retracted itself", [for6000, without(against)], [], []],
    ["nothing that speaks to no field", [aPiece("MEDIA_REPORT", { supports: false })], [], []],
    [
      "a field of its own, whatever was ruled on another",
      record,
      [aRuling({ field: "windowStart", weighed: [against.id] })],
      ["2,000"],
    ],
  ])("%s", (_what, evidence, rulings, claims) => {
    expect(disputed(evidence, rulings).map((piece) => piece.claims)).toEqual(claims);
    expect(disputed(evidence, rulings.toReversed()).map((piece) => piece.claims)).toEqual(claims);
  });

  test("is an item since the oldest piece that isn't settled", () => {
    const pledge = aPledge({ evidence: [aPiece("SIGNED_DOCUMENT"), ...record, later] });
    const since = (rulings: Ruling[]) =>
      unresolved(pledge, { ...BARE, rulings }, NOW).find(({ code }) => code === "DISPUTED")?.since;
    expect([since([]), since([ruling]), since([next({ weighed: [against.id, later.id] })])]).toEqual([
      "2026-01-06",
      "2026-02-21",
      undefined,
    ]);
  });
});

test("the ruling that holds is the last of its chain, in whatever order they are read", () => {
  const chain = ["a", "b", "c"].map((id, at) => aRuling({ id, supersedes: [null, "a", "b"][at] ?? null }));
  fc.assert(
    fc.property(fc.shuffledSubarray(chain, { minLength: 3 }), (rulings) => {
      expect(rulingOn(rulings, FIELD)?.id).toBe("c");
      expect(rulingOn(rulings, "title")).toBeNull();
    }),
  );
});

test("law: disputed evidence speaks against a field, and rulings that weigh all of it leave none", () => {
  fc.assert(
    fc.property(fc.array(anyPiece, { maxLength: 6 }), (evidence) => {
      const open = disputed(evidence, []);
      for (const piece of open)
        expect([piece.supports, piece.retracted, piece.field === null]).toEqual([false, null, false]);
      const fields = [...new Set(open.map(({ field }) => field))].filter((field) => field !== null);
      const rulings = fields.map((field) => aRuling({ id: field, field, weighed: open.map(({ id }) => id) }));
      expect(disputed(evidence, rulings)).toEqual([]);
    }),
  );
});
