import fc from "fast-check";
import { expect, test } from "vitest";
import {
  again,
  disjoint,
  latestRows,
  bulkParts,
  countOutcomes,
  type AnsweredRow,
  type BulkRow,
} from "@/components/pledges/bulk/work";

const chosen = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ reference: `FR-3-${String(n + 100)}`, version: n + 1 }));
let keys = 0;
const newKey = () => `key ${String((keys += 1))}`;
const answer = (reference: string, change: Partial<AnsweredRow> = {}): AnsweredRow => ({
  reference,
  outcome: "DONE",
  version: 2,
  why: null,
  conflict: null,
  ...change,
});
const conflict = (reference: string, fields: string[]): AnsweredRow =>
  answer(reference, {
    outcome: "CONFLICT",
    version: 7,
    conflict: { current: 7, changedBy: "Somebody", fields },
  });

test("the parts contain every pledge once, in order, and each has its own key", () => {
  fc.assert(
    fc.property(fc.nat(200), (count) => {
      const parts = bulkParts(chosen(count), newKey);
      expect(parts.flatMap(({ items }) => items)).toEqual(chosen(count));
      expect(new Set(parts.map(({ key }) => key)).size).toBe(parts.length);
    }),
  );
});

test("a conflict on other fields is sent again automatically, one on the same fields isn't", () => {
  const rows = [
    conflict("FR-3-100", ["title"]),
    conflict("FR-3-101", ["title", "owner"]),
    answer("FR-3-102"),
  ];
  expect(disjoint(rows, ["owner"])).toEqual([{ reference: "FR-3-100", version: 7 }]);
});

test("the last answer for each pledge counts", () => {
  const rows = [conflict("FR-3-100", ["title"]), answer("FR-3-101"), answer("FR-3-100", { version: 8 })];
  expect(latestRows(rows)).toEqual([answer("FR-3-100", { version: 8 }), answer("FR-3-101")]);
  expect(countOutcomes(latestRows(rows))).toEqual({ done: 2, unchanged: 0, failed: 0 });
});

test("when tried again, an unanswered part keeps its key, and the rest takes the present version", () => {
  const parts = [
    { key: "lost", items: chosen(2) },
    { key: "refused", items: [{ reference: "SE-3-001", version: 3 }] },
    { key: "stale", items: [{ reference: "GB-3-001", version: 4 }] },
  ];
  const versions = new Map(parts.flatMap(({ items }) => items.map((one) => [one.reference, one.version])));
  const rows: BulkRow[] = [
    { reference: "FR-3-100", outcome: "UNANSWERED" },
    { reference: "FR-3-101", outcome: "UNANSWERED" },
    answer("SE-3-001", { outcome: "REFUSED", version: null }),
    conflict("GB-3-001", ["owner"]),
    { reference: "DE-3-001", outcome: "UNTRIED" },
    answer("IT-3-001"),
  ];
  const next = again(rows, { parts, versions: new Map([...versions, ["DE-3-001", 9]]) }, newKey);
  expect(next[0]).toEqual(parts[0]);
  expect(next.slice(1).flatMap(({ items }) => items)).toEqual([
    { reference: "SE-3-001", version: 3 },
    { reference: "GB-3-001", version: 7 },
    { reference: "DE-3-001", version: 9 },
  ]);
});
