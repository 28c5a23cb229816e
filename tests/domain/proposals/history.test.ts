import { describe, expect, test } from "vitest";
import { changesBetween } from "@/lib/domain/proposals/history";
import { pledgeRecord } from "@/lib/domain/history/record";
import { aContribution, aPiece, aPledge } from "../../support/cast";

const piece = aPiece("OFFICIAL_STATEMENT");
const before = pledgeRecord(aPledge({ evidence: [piece] }));
const after = (change: Parameters<typeof aPledge>[0]) =>
  pledgeRecord(aPledge({ evidence: [piece], version: 2, ...change }));

describe("what changed between two neighbouring entries", () => {
  test("is nothing when only the version and its time are new", () => {
    expect(changesBetween(before, after({ updatedAt: "2026-02-01T08:00:00.000Z" }))).toEqual([]);
  });
  test("is a field, with its values before and after", () => {
    expect(changesBetween(before, after({ stage: "COMMITTED" }))).toEqual([
      { field: "stage", from: "PLEDGED", to: "COMMITTED" },
    ]);
  });
  test("is found within a line by the line's id", () => {
    const quantity = { kind: "RANGE" as const, min: 1, max: 2, unit: "PERSON" as const, asStated: null };
    const [change, ...others] = changesBetween(
      before,
      after({ contributions: [aContribution({ quantity })] }),
    );
    expect(others).toEqual([]);
    expect(change).toMatchObject({ field: "contributions.0.quantity", to: quantity });
  });
  test("includes a line that was added and one that was removed", () => {
    const fields = changesBetween(before, after({ contributions: [aContribution({ id: "new" })] })).map(
      (c) => [c.field, c.from === null, c.to === null],
    );
    expect(fields).toEqual([
      ["contributions.0", true, false],
      ["contributions.0", false, true],
    ]);
  });
  test("includes evidence that was added or retracted", () => {
    const more = aPiece("NOTE_VERBALE");
    expect(changesBetween(before, after({ evidence: [piece, more] })).map((c) => c.field)).toEqual([
      "evidence.1",
    ]);
    const gone = { ...piece, retracted: { at: "2026-02-01T08:00:00.000Z", reason: "withdrawn" } };
    expect(changesBetween(before, after({ evidence: [gone] })).map((c) => c.field)).toEqual([
      "evidence.0.retracted",
    ]);
  });
  test("is everything that is stated, at the beginning", () => {
    const fields = changesBetween(null, before).map((c) => c.field);
    expect(fields).toContain("stage");
    expect(fields).not.toContain("summary");
  });
});
