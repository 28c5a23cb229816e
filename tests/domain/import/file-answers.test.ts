// An answer for the whole file applies only to what can't be read without it, and each such cell gets a note.
import fc from "fast-check";
import { expect, test } from "vitest";
import { amountIn } from "@/lib/domain/import/cells/amount";
import { stageIn } from "@/lib/domain/import/cells/coded";
import { dayInCell } from "@/lib/domain/import/cells/day";
import {
  amountByAnswers,
  answerKey,
  byWords,
  dayByAnswers,
  NO_ANSWERS,
} from "@/lib/domain/import/file-answers";
import { cases } from "../../support/cases";

test.each([
  ["06/01/2026", true, "2026-01-06", "read-day-first"],
  ["06/01/2026", false, "2026-06-01", "read-month-first"],
  ["6-1-2026", true, "2026-01-06", "read-day-first"],
  ["06.01.26", null, "2026-01-06", "year-20xx"],
  ["06/01/26", true, "2026-01-06", "year-20xx"],
  ["6 Jan 26", null, "2026-01-06", "year-20xx"],
  ["6 січ. ’26", null, "2026-01-06", "year-20xx"],
])("%s with the day first %s is %s", (cell, dayFirst, day, code) => {
  expect(dayByAnswers(cell, { ...NO_ANSWERS, dayFirst, years2000: true })).toMatchObject({
    value: day,
    note: { code },
  });
});

test.each([
  ["€1.234 bn", true, "1234000000000"],
  ["€1.234 bn", false, "1234000000"],
  ["€1,234 bn", true, "1234000000"],
  ["€1,234 bn", false, "1234000000000"],
])("%s with a comma for fractions %s is %s", (cell, decimalComma, amount) => {
  const found = amountByAnswers(cell, (text) => amountIn(text, ""), { ...NO_ANSWERS, decimalComma });
  expect(found).toMatchObject({ ok: true, value: { money: { amount, currency: "EUR" } } });
  expect(found).toHaveProperty("note.code");
});

test("words that an answer helped to read keep what the file says, and the currency of another cell", () => {
  const found = amountByAnswers("1,234 mn,\nor  more a year", (text) => amountIn(text, "EUR"), {
    ...NO_ANSWERS,
    decimalComma: true,
  });
  expect(found).toMatchObject({ value: { quantity: { asStated: "1,234 mn, or more a year EUR" } } });
});

const answers = fc.record({
  dayFirst: fc.constantFrom(true, false, null),
  years2000: fc.boolean(),
  decimalComma: fc.constantFrom(true, false, null),
  words: fc.constant({}),
});

test("a day read without answers is read the same with any, and one read by an answer has a note", () => {
  const day = fc.oneof(
    fc.stringMatching(/^[0-3]?\d[./-][01]?\d[./-](20)?[0-3]\d$/),
    fc.constantFrom("6 Jan 2026", "2026-01-06", "x", "", "March 2026"),
  );
  fc.assert(
    fc.property(day, answers, (cell, told) => {
      const alone = dayInCell(cell);
      const found = dayByAnswers(cell, told);
      if (alone.ok) expect(found).toEqual(alone);
      else if (found.ok) expect(found.note).toBeDefined();
      else expect(["ambiguous-date", "bad-date", alone.message.code]).toContain(found.message.code);
    }),
    { numRuns: cases(500) },
  );
});

test("a word gets the meaning that was given for it only if it can't be read without", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), fc.constantFrom("PLEDGED", "", "nonsense"), (cell, means) => {
      const told = { ...NO_ANSWERS, words: { stage: { [answerKey(cell)]: means } } };
      const alone = stageIn(cell);
      const found = byWords("stage", stageIn, told)(cell);
      if (alone.ok || means !== "PLEDGED") expect(found).toEqual(alone);
      else expect(found).toMatchObject({ ok: true, value: "PLEDGED", note: { code: "read-as-told" } });
    }),
    { numRuns: cases(300) },
  );
});
