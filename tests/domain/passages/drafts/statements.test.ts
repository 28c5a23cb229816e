import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { earlierIn, read, scoreOf, type Score, type TrueStatement } from "./score";

const statementsOf = (file: string): TrueStatement[] =>
  JSON.parse(readFileSync(path.resolve(import.meta.dirname, "data", file), "utf8")) as TrueStatement[];
const FIRST = statementsOf("statements.json");
const SECOND = statementsOf("statements-second.json");
/** Other statements, to try the reader on. */
const OTHERS = process.env["STATEMENTS"];

const sum = (scores: readonly Score[], of: (score: Score) => number): number =>
  scores.reduce((all, score) => all + of(score), 0);

function figuresOf(statements: readonly TrueStatement[]) {
  const earlier = earlierIn(statements);
  const scores = statements.map((one) => scoreOf(one, read(one, earlier)));
  if (process.env["NOTES"])
    for (const [index, { notes }] of scores.entries())
      console.log(statements[index]?.id, "\n" + notes.join("\n"));
  const whole = sum(scores, (one) => one.whole);
  const figures = {
    precision: whole / sum(scores, (one) => one.drafts),
    recall: whole / sum(scores, (one) => one.pledges),
    conditions: sum(scores, (one) => one.conditionsFound) / sum(scores, (one) => one.conditions),
    apart: sum(scores, (one) => one.apartFound) / sum(scores, (one) => one.apart),
    wrongAmounts: scores.flatMap((one) => one.wrongAmounts),
  };
  console.log(figures);
  return figures;
}

describe("statements that a person read", () => {
  test.each<[string, readonly TrueStatement[]]>(
    OTHERS
      ? [["others", JSON.parse(readFileSync(OTHERS, "utf8")) as TrueStatement[]]]
      : [
          ["the first 24", FIRST],
          ["all 36", [...FIRST, ...SECOND]],
        ],
  )("%s: no amount is wrong, and most pledges, conditions, refusals and repetitions are found", (_, all) => {
    const figures = figuresOf(all);
    expect(figures.wrongAmounts).toEqual([]);
    expect(figures.precision).toBeGreaterThanOrEqual(0.85);
    expect(figures.recall).toBeGreaterThanOrEqual(0.75);
    expect(figures.conditions).toBeGreaterThanOrEqual(0.75);
    expect(figures.apart).toBeGreaterThanOrEqual(0.9);
  });
});
