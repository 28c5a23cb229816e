import fc from "fast-check";
import { expect, test } from "vitest";
import {
  bandsOf,
  lagFinding,
  lagGroups,
  lagOf,
  LAG_BANDS,
  LAG_GROUPINGS,
  mayReadLag,
  type LagCount,
} from "@/lib/domain/details/entry-lag";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { admin, auditor, manager, officer } from "../../support/cast";

const count: fc.Arbitrary<LagCount> = fc.record({
  participant: fc.constantFrom("FR", "DE", "SE", "US"),
  priority: fc.constantFrom(...PRIORITIES),
  days: fc.option(fc.integer({ min: -5, max: 200 }), { nil: null }),
  count: fc.integer({ min: 1, max: 9 }),
});
const counts = fc.array(count, { maxLength: 30 });
/** The days of each pledge separately. */
const spread = (all: readonly LagCount[]): (number | null)[] =>
  all.flatMap(({ days, count: n }) => Array.from({ length: n }, () => days));

test("the figures are the median, the 90th percentile and the last of the sorted list", () => {
  fc.assert(
    fc.property(counts, (all) => {
      const lag = lagOf(all);
      const known = spread(all)
        .filter((days) => days !== null)
        .sort((a, b) => a - b);
      expect(lag.known).toBe(known.length);
      expect(lag.unknown).toBe(spread(all).length - known.length);
      expect(lag.early).toBe(known.filter((days) => days < 0).length);
      if (known.length === 0) {
        expect([lag.median, lag.p90, lag.longest]).toEqual([null, null, null]);
        return;
      }
      expect(lag.longest).toBe(known.at(-1));
      for (const [rank, share] of [
        [lag.median, 0.5],
        [lag.p90, 0.9],
      ] as const) {
        expect(known).toContain(rank);
        const noLonger = known.filter((days) => days <= (rank ?? 0)).length;
        const shorter = known.filter((days) => days < (rank ?? 0)).length;
        expect(noLonger / known.length).toBeGreaterThanOrEqual(share - 1e-9);
        expect(shorter / known.length).toBeLessThan(share);
      }
    }),
  );
});

test("undated pledges change no figure but their own", () => {
  fc.assert(
    fc.property(counts, fc.integer({ min: 1, max: 50 }), (all, more) => {
      const undated: LagCount = { participant: "FR", priority: 3, days: null, count: more };
      const before = lagOf(all);
      expect(lagOf([...all, undated])).toEqual({ ...before, unknown: before.unknown + more });
    }),
  );
});

test("every dated pledge is in exactly one band", () => {
  fc.assert(
    fc.property(counts, (all) => {
      expect(bandsOf(all).reduce((sum, n) => sum + n, 0)).toBe(lagOf(all).known);
    }),
  );
  LAG_BANDS.slice(1).forEach(([from], i) => expect(from).toBe((LAG_BANDS[i]?.[1] ?? 0) + 1));
});

test("a pledge is in one group by participant and priority, and in one for each desk that keeps it", () => {
  const desks = [
    { name: "West", desk: ["FR", "DE"] },
    { name: "North", desk: ["SE", "DE"] },
    { name: "Idle", desk: ["AT"] },
  ];
  fc.assert(
    fc.property(counts, (all) => {
      for (const grouping of LAG_GROUPINGS) {
        const groups = lagGroups(all, grouping, desks);
        const inGroups = groups.reduce((sum, { lag }) => sum + lag.known + lag.unknown, 0);
        const twice = spread(all.filter(({ participant }) => participant === "DE")).length;
        expect(inGroups).toBe(spread(all).length + (grouping === "desk" ? twice : 0));
        expect(groups.every(({ lag }) => lag.known + lag.unknown > 0)).toBe(true);
        if (grouping === "priority") continue;
        const slow = groups.map(({ lag }) => lag.p90 ?? Number.NEGATIVE_INFINITY);
        expect(slow).toEqual([...slow].sort((a, b) => b - a));
      }
      const kept = lagGroups(all, "desk", desks);
      expect(kept.find(({ key }) => key === null)?.participants ?? ["US"]).toEqual(["US"]);
      expect(kept.some(({ key }) => key === "Idle")).toBe(false);
    }),
  );
});

test("only managers and auditors may read the lag", () => {
  expect([officer, manager, auditor, admin].map(mayReadLag)).toEqual([false, true, true, false]);
});

test("the finding from the bands is true of the lags", () => {
  expect(lagFinding([3, 1, 0, 2, 4, 0, 1, 2])).toEqual({ all: 13, week: 6, late: 3 });
  const lag = fc.record({ days: fc.option(fc.integer({ min: -5, max: 400 })), count: fc.nat(9) });
  fc.assert(
    fc.property(fc.array(lag), (counts) => {
      const counted = (of: (days: number) => boolean): number =>
        counts.reduce((sum, { days, count }) => sum + (days !== null && of(days) ? count : 0), 0);
      expect(lagFinding(bandsOf(counts))).toEqual({
        all: counted(() => true),
        week: counted((days) => days <= 7),
        late: counted((days) => days > 30),
      });
    }),
  );
});
