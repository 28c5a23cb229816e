import { expect, test } from "vitest";
import { shownChanges } from "@/components/pledges/changes/shown-changes";
import { valueWords } from "@/components/pledges/changes/value-words";
import type { Json } from "@/lib/domain/base/canonical";
import { aContribution, aPiece } from "../support/cast";

const told = (field: string, value: object): string => valueWords(field, value as Json);

test("a contribution is described with every field that is set", () => {
  const line = aContribution({
    kind: "MARITIME",
    domain: "SEA",
    location: "BLACK_SEA",
    quantity: { kind: "EXACT", min: 2, max: 2, unit: "SHIP", asStated: "two ships" },
    money: { amount: "5000000", currency: "EUR" },
    noticeToMoveDays: 10,
    availableFrom: "2026-06-01",
    availableTo: "2026-12-01",
    caveats: [{ category: "DURATION", text: "Six months" }],
    allocated: {
      quantity: { kind: "EXACT", min: 1, max: 1, unit: "SHIP", asStated: null },
      money: null,
      on: "2026-02-01",
    },
  });
  const words = told("contributions.0", line);
  for (const part of [
    "Maritime, domain: Sea, where: Black Sea, quantity: 2 ships, money: EUR 5,000,000, 10 days’ notice",
    "available from: 1 Jun 2026, available to: 1 Dec 2026",
    "Six months",
    "1 ship",
  ])
    expect(words).toContain(part);
});

test("a contribution is described with what is not stated, too", () => {
  const line = aContribution({
    kind: "OTHER",
    domain: "UNSTATED",
    location: "UNSTATED",
    quantity: { kind: "NOT_STATED", min: null, max: null, unit: null, asStated: null },
    noticeToMoveDays: null,
  });
  expect(told("contributions.0", line)).toBe(
    "Other or not stated, domain: Not stated, where: Not stated, quantity: not stated",
  );
});

test("a piece of evidence is described with its source, its quote and the field it is about", () => {
  const piece = aPiece("OFFICIAL_STATEMENT", {
    quote: "We will send two ships.",
    field: "contributions.quantity",
    claims: "2",
    validUntil: "2026-12-31",
    span: { start: 97, end: 242 },
  });
  const words = told("evidence.0", piece);
  for (const part of [
    "Official statement",
    `source: ${piece.source.publisher}`,
    "quote: “We will send two ships.”",
    "about: Quantity",
    "claims: 2",
    "valid until: 31 Dec 2026",
  ])
    expect(words).toContain(part);
  // Its place in the text is for programs: people get the quote.
  expect(words).not.toMatch(/97|242|captured/);
});

test("each contribution of a new pledge is shown separately, and a list that stayed empty is not shown", () => {
  const [one, two] = [aContribution(), aContribution({ kind: "AIR" })].map((line) => line as unknown as Json);
  const changes = [
    { field: "title", from: null, to: "Troops" },
    { field: "contributions", from: null, to: [one ?? null, two ?? null] },
  ];
  const logged = shownChanges(changes, false);
  expect(logged.map(({ field }) => field)).toEqual(["title", "contributions.0", "contributions.1"]);
  expect(shownChanges([{ field: "contributions", from: null, to: [] }], false)).toEqual([]);
  expect(shownChanges([{ field: "contributions", from: null, to: [] }], true)).toHaveLength(1);
  expect(shownChanges([{ field: "windowEnd", from: null, to: null }], true)).toHaveLength(1);
  expect(shownChanges([{ field: "serves", from: ["FR-3-001"], to: [] }], false)).toHaveLength(1);
});
