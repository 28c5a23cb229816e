// A cell that names a line on record is read, as people write it or as exports have it, or its fault named.
import { expect, test } from "vitest";
import type { ImportRow } from "@/lib/domain/import/import-row";
import { lineInCell, type LineInCell } from "@/lib/domain/import/cells/line";
import { lineNamed } from "@/lib/domain/import/named-line";
import { aContribution, aPledge } from "../../support/cast";

const ID = "6f0a1c9e-3b5d-4c2a-9a51-0c8d7e6f5a4b";

test.each([
  ["GB-3-002", "GB-3-002", null],
  ["gb-3-002", "GB-3-002", null],
  ["GB-3-002/2", "GB-3-002", 2],
  ["GB-3-002, line 2", "GB-3-002", 2],
  ["GB-3-002 (line 2)", "GB-3-002", 2],
  ["GB-3-002 ligne 12", "GB-3-002", 12],
  ["NATO-1-1000, рядок 3", "NATO-1-1000", 3],
  ["GB-3-002 #2", "GB-3-002", 2],
  [`1 = GB-3-002/${ID}`, "GB-3-002", ID],
  [`2=GB-3-002/${ID.toUpperCase()} (CLAIMED)`, "GB-3-002", ID],
])("%s names a line", (cell, pledge, line) => {
  expect(lineInCell(cell)).toEqual({ ok: true, value: { pledge, line } });
});

test.each(["GB", "3", "GB-6-002", "GB-3-002 DE-3-001", "GB-3-002/a", "GB-3-002; DE-3-001", "x".repeat(99)])(
  "%s names no line",
  (cell) => {
    expect(lineInCell(cell)).toMatchObject({ ok: false, message: { code: "not-a-line" } });
  },
);

const own = aContribution();
const ship = aContribution({ id: ID, quantity: { ...own.quantity, unit: "SHIP" } });
const named = new Map(
  [
    aPledge({ reference: "GB-3-001" }),
    aPledge({ reference: "GB-3-002", contributions: [own, ship] }),
    aPledge({ reference: "GB-3-003", contributions: [] }),
    aPledge({ reference: "GB-3-004", voided: { at: "2026-01-08T09:00:00.000Z", reason: "Twice" } }),
  ].map((pledge) => [pledge.reference, pledge]),
);
const asked = (sameAs: LineInCell | undefined, hasLine = true) =>
  lineNamed({ sameAs, quantity: own.quantity, money: null } as ImportRow, hasLine, named);

test.each<[string, LineInCell["line"], object]>([
  ["GB-3-001", null, { pledge: "GB-3-001", contribution: own.id }],
  ["GB-3-001", 1, { pledge: "GB-3-001", contribution: own.id }],
  ["GB-3-002", own.id, { pledge: "GB-3-002", contribution: own.id }],
  ["GB-3-002", null, { field: "sameAs", code: "which-line", params: { text: "GB-3-002", max: 2 } }],
  ["GB-3-002", 2, { field: "sameAs", code: "another-measure" }],
  ["GB-3-002", 3, { field: "sameAs", code: "no-such-line", params: { text: "GB-3-002", max: 2 } }],
  ["GB-3-001", ID, { field: "sameAs", code: "no-such-line", params: { text: "GB-3-001", max: 1 } }],
  ["GB-3-003", null, { field: "sameAs", code: "no-such-line", params: { text: "GB-3-003", max: 0 } }],
  ["GB-3-004", null, { field: "sameAs", code: "no-such-pledge", params: { text: "GB-3-004" } }],
  ["GB-3-009", null, { field: "sameAs", code: "no-such-pledge", params: { text: "GB-3-009" } }],
])("%s, line %s, is found or refused", (pledge, line, answer) => {
  expect(asked({ pledge, line })).toEqual(answer);
});

test("a row may name no line, and needs one of its own to name any", () => {
  expect(asked(undefined)).toBeNull();
  expect(asked({ pledge: "GB-3-001", line: null }, false)).toEqual({ field: "sameAs", code: "no-line-here" });
});
