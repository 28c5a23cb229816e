import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { earlierIn, read, scoreOf, type Score, type TrueStatement } from "./score";

const FILE = process.env["STATEMENTS"] ?? path.resolve(import.meta.dirname, "data/statements.json");
const statements = JSON.parse(readFileSync(FILE, "utf8")) as TrueStatement[];

const sum = (scores: readonly Score[], of: (score: Score) => number): number =>
  scores.reduce((all, score) => all + of(score), 0);

describe("statements that a person read", () => {
  const earlier = earlierIn(statements);
  const scores = statements.map((one) => scoreOf(one, read(one, earlier)));
  const whole = sum(scores, (one) => one.whole);
  const figures = {
    precision: whole / sum(scores, (one) => one.drafts),
    recall: whole / sum(scores, (one) => one.pledges),
    conditions: sum(scores, (one) => one.conditionsFound) / sum(scores, (one) => one.conditions),
    apart: sum(scores, (one) => one.apartFound) / sum(scores, (one) => one.apart),
    wrongAmounts: scores.flatMap((one) => one.wrongAmounts),
  };

  test("no amount is wrong, most pledges are whole, and what is refused or repeated is told apart", () => {
    if (process.env["NOTES"])
      for (const [index, one] of scores.entries())
        console.log(statements[index]?.id, "\n" + one.notes.join("\n"));
    console.log(figures);
    expect(figures.wrongAmounts).toEqual([]);
    expect(figures.precision).toBeGreaterThanOrEqual(0.85);
    expect(figures.recall).toBeGreaterThanOrEqual(0.75);
    expect(figures.conditions).toBeGreaterThanOrEqual(0.75);
    expect(figures.apart).toBeGreaterThanOrEqual(0.9);
  });
});
