import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instrumentOf } from "@/lib/domain/pledge/evidence";
import { completenessOf } from "@/lib/domain/unresolved/completeness";
import { intervalOf, leavesOpen, orAsRecorded, type Quantity } from "@/lib/domain/pledge/quantity";
import { anyPledge, anyQuantity } from "../../support/any/arbitrary";
import { aContribution, aPledge } from "../../support/cast";

const q = (kind: Quantity["kind"], min: number | null, max: number | null): Quantity => ({
  kind,
  min,
  max,
  unit: "PERSON",
  asStated: null,
});

describe("a quantity as an interval", () => {
  test.each([
    [q("EXACT", 70, 70), { low: 70, high: 70 }],
    [q("APPROXIMATE", 70, 70), { low: 70, high: 70 }],
    [q("RANGE", 120, 140), { low: 120, high: 140 }],
    [q("AT_LEAST", 100, null), { low: 100, high: null }],
    [q("UP_TO", 0, 250), { low: 0, high: 250 }],
    [q("UP_TO", null, 250), { low: 0, high: 250 }],
    [q("QUALITATIVE", null, null), null],
    [q("NOT_STATED", null, null), null],
    [q("NOT_APPLICABLE", null, null), null],
    [q("SEALED", null, null), null],
  ])("%j", (quantity, interval) => expect(intervalOf(quantity)).toEqual(interval));

  test("“up to n” on record without a lower end stays as it is, unless it changes", () => {
    const recorded = q("UP_TO", null, 250);
    expect(orAsRecorded(q("UP_TO", 0, 250), recorded)).toBe(recorded);
    for (const sent of [q("UP_TO", 0, 300), q("EXACT", 250, 250)])
      for (const before of [recorded, null]) expect(orAsRecorded(sent, before)).toBe(sent);
  });

  test("an unknown quantity never becomes a number", () => {
    fc.assert(
      fc.property(anyQuantity, (quantity) => {
        const interval = intervalOf(quantity);
        if (quantity.min === null && quantity.max === null) expect(interval).toBeNull();
        if (leavesOpen(quantity)) expect(interval).toBeNull();
        if (interval?.high != null) expect(interval.low).toBeLessThanOrEqual(interval.high);
      }),
    );
  });
});

describe("completeness", () => {
  test("names what is missing", () => {
    const bare = aPledge({
      statedOn: null,
      authorisedBy: null,
      furtherApproval: "UNKNOWN",
      owner: null,
      nextAction: null,
      windowStart: null,
      contributions: [],
      evidence: [],
    });
    expect(completenessOf(bare, null)).toEqual({
      met: 0,
      of: 10,
      missing: [
        "statedOn",
        "authority",
        "furtherApproval",
        "officialSource",
        "instrument",
        "quantity",
        "window",
        "location",
        "owner",
        "nextAction",
      ],
    });
    expect(completenessOf(aPledge(), "SIGNED_DOCUMENT")).toEqual({ met: 10, of: 10, missing: [] });
  });
  test("an unstated location is a missing fact", () => {
    expect(
      completenessOf(aPledge({ contributions: [aContribution({ location: "UNSTATED" })] }), "SIGNED_DOCUMENT")
        .missing,
    ).toEqual(["location"]);
  });
  test("met and missing always add up to the total", () => {
    fc.assert(
      fc.property(anyPledge, (pledge) => {
        const { met, of, missing } = completenessOf(pledge, instrumentOf(pledge.evidence));
        expect(met + missing.length).toBe(of);
      }),
    );
  });
});
