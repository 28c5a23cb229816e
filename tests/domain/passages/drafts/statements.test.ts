import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { earlierIn, read, scoreOf, type Score, type TrueStatement } from "./score";

const statementsOf = (file: string): TrueStatement[] =>
  JSON.parse(readFileSync(path.resolve(import.meta.dirname, "data", file), "utf8")) as TrueStatement[];
const FIRST = statementsOf("statements.json");
const SECOND = statementsOf("statements-second.json");
const THIRD = statementsOf("statements-third.json");
const FOURTH = statementsOf("statements-fourth.json");
const FIFTH = statementsOf("statements-fifth.json");
const SIXTH = statementsOf("statements-sixth.json");
const SEVENTH = statementsOf("statements-seventh.json");
const EIGHTH = statementsOf("statements-eighth.json");
const NINTH = statementsOf("statements-ninth.json");
const TENTH = statementsOf("statements-tenth.json");
const ELEVENTH = statementsOf("statements-eleventh.json");
const TWELFTH = statementsOf("statements-twelfth.json");
const THIRTEENTH = statementsOf("statements-thirteenth.json");
const FOURTEENTH = statementsOf("statements-fourteenth.json");
const FIFTEENTH = statementsOf("statements-fifteenth.json");
const SIXTEENTH = statementsOf("statements-sixteenth.json");
const OWN = statementsOf("statements-own.json");
const inLanguage = (statements: readonly TrueStatement[], language: string): TrueStatement[] =>
  statements.filter((one) => one.language === language);
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

interface Limits {
  precision: number;
  recall: number;
  conditions: number;
  apart: number;
}
/** The target for any statements. */
const LEAST: Limits = { precision: 0.85, recall: 0.75, conditions: 0.75, apart: 0.9 };

describe("statements that a person read", () => {
  test.each<[string, readonly TrueStatement[], Limits]>(
    OTHERS
      ? [["others", JSON.parse(readFileSync(OTHERS, "utf8")) as TrueStatement[], LEAST]]
      : [
          ["the first 24", FIRST, LEAST],
          ["the first 36", [...FIRST, ...SECOND], LEAST],
          ["the third dozen", THIRD, { precision: 0.94, recall: 0.93, conditions: 0.95, apart: 0.97 }],
          ["the fifteen", FOURTH, { precision: 0.9, recall: 0.88, conditions: 0.8, apart: 0.88 }],
          ["the last sixteen", FIFTH, { precision: 0.91, recall: 0.9, conditions: 0.92, apart: 0.94 }],
          ["fifteen more", SIXTH, { precision: 0.97, recall: 0.97, conditions: 1, apart: 1 }],
          ["the seventh fifteen", SEVENTH, { precision: 0.8, recall: 0.9, conditions: 0.85, apart: 0.96 }],
          ["the next thirty", EIGHTH, { precision: 0.92, recall: 0.92, conditions: 0.97, apart: 0.96 }],
          ["the ninth fifteen", NINTH, { precision: 0.93, recall: 0.89, conditions: 0.79, apart: 0.9 }],
          [
            "the tenth twenty, English",
            inLanguage(TENTH, "en"),
            { precision: 0.95, recall: 0.92, conditions: 0.96, apart: 1 },
          ],
          [
            "the tenth twenty, French",
            inLanguage(TENTH, "fr"),
            { precision: 1, recall: 0.98, conditions: 0.91, apart: 1 },
          ],
          [
            "the tenth twenty, Ukrainian",
            inLanguage(TENTH, "uk"),
            { precision: 0.91, recall: 0.96, conditions: 0.96, apart: 1 },
          ],
          [
            "the eleventh ten, Ukrainian",
            inLanguage(ELEVENTH, "uk"),
            { precision: 0.87, recall: 0.84, conditions: 0.86, apart: 0.9 },
          ],
          [
            "the twelfth twenty, Ukrainian",
            inLanguage(TWELFTH, "uk"),
            { precision: 0.97, recall: 0.97, conditions: 0.94, apart: 1 },
          ],
          [
            "the eleventh ten, English",
            inLanguage(ELEVENTH, "en"),
            { precision: 0.93, recall: 0.86, conditions: 0.92, apart: 1 },
          ],
          [
            "the eleventh ten, French",
            inLanguage(ELEVENTH, "fr"),
            { precision: 0.92, recall: 0.88, conditions: 0.95, apart: 1 },
          ],
          [
            "the twelfth twenty, English",
            inLanguage(TWELFTH, "en"),
            { precision: 1, recall: 0.98, conditions: 0.96, apart: 0.97 },
          ],
          [
            "the twelfth twenty, French",
            inLanguage(TWELFTH, "fr"),
            { precision: 0.97, recall: 0.95, conditions: 0.96, apart: 0.95 },
          ],
          [
            "the thirteenth ten, English",
            inLanguage(THIRTEENTH, "en"),
            { precision: 0.91, recall: 0.95, conditions: 1, apart: 1 },
          ],
          [
            "the thirteenth ten, French",
            inLanguage(THIRTEENTH, "fr"),
            { precision: 0.97, recall: 0.93, conditions: 0.93, apart: 0.92 },
          ],
          [
            "the fourteenth twenty, English",
            inLanguage(FOURTEENTH, "en"),
            { precision: 0.97, recall: 0.95, conditions: 0.94, apart: 0.89 },
          ],
          [
            "the fourteenth twenty, French",
            inLanguage(FOURTEENTH, "fr"),
            { precision: 0.97, recall: 0.97, conditions: 1, apart: 1 },
          ],
          [
            "the thirteenth ten, Ukrainian",
            inLanguage(THIRTEENTH, "uk"),
            { precision: 0.91, recall: 0.93, conditions: 0.93, apart: 0.81 },
          ],
          [
            "the fourteenth twenty, Ukrainian",
            inLanguage(FOURTEENTH, "uk"),
            { precision: 0.98, recall: 0.98, conditions: 0.9, apart: 1 },
          ],
          [
            "the fifteenth thirty",
            FIFTEENTH,
            { precision: 0.84, recall: 0.8, conditions: 0.77, apart: 0.96 },
          ],
          [
            "the sixteenth thirty",
            SIXTEENTH,
            { precision: 0.89, recall: 0.84, conditions: 0.9, apart: 0.95 },
          ],
          ["the author's own 33", OWN, { precision: 0.87, recall: 0.83, conditions: 0.91, apart: 0.9 }],
          [
            "all 48",
            [...FIRST, ...SECOND, ...THIRD],
            { precision: 0.89, recall: 0.82, conditions: 0.85, apart: 0.95 },
          ],
        ],
  )(
    "%s: no amount is wrong, and most pledges, conditions, refusals and repetitions are found",
    (_, all, { precision, recall, conditions, apart }) => {
      const figures = figuresOf(all);
      expect(figures.wrongAmounts).toEqual([]);
      expect(figures.precision).toBeGreaterThanOrEqual(precision);
      expect(figures.recall).toBeGreaterThanOrEqual(recall);
      expect(figures.conditions).toBeGreaterThanOrEqual(conditions);
      expect(figures.apart).toBeGreaterThanOrEqual(apart);
    },
  );
});
