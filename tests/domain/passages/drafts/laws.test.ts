// What is true of any text.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textIn, type TextSpan } from "@/lib/domain/base/sentences";
import { readStatement } from "@/lib/domain/passages/drafts/read-statement";
import type { DraftedContent, StatementContext } from "@/lib/domain/passages/drafts/statement";
import { context, statements } from "./any-text";
import { read } from "./score";

const spansOfDraft = ({ quote, words }: DraftedContent): TextSpan[] => [
  quote,
  ...words.who,
  ...words.amount,
  ...[words.says, words.what, words.when].filter((one) => one !== null),
];

/** Each span lies in the text, and each amount is stated in its own words there. */
function holds(text: string, from: StatementContext): void {
  const { drafts, refusals, repeats } = readStatement(text, from);
  for (const one of [...drafts, ...refusals, ...repeats]) {
    for (const { start, end } of spansOfDraft(one)) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThanOrEqual(start);
      expect(end).toBeLessThanOrEqual(text.length);
    }
    const stated = one.words.amount.map((span) => textIn(text, span)).join(" ");
    for (const amount of [one.quantity, one.money])
      if (amount?.asStated) expect(stated).toContain(amount.asStated);
  }
  for (const { conditions } of drafts)
    for (const condition of conditions) expect(textIn(text, condition).trim()).not.toBe("");
}

const PIECES = [
  ..."France |Germany |Україна |we |nous |ми |will |will not |could |enverra |n’enverra pas |надасть |не надасть |provide |send |together |each |respectively |and |et |та |, |; |: |. |\n\n|\n- |1) |“|” |if |after a ceasefire |après un cessez-le-feu |якщо |200 |three |soldiers |soldats |військових |€2 billion |$5 million |a battalion of |ships |drones |a year |as announced |reaffirmed |confirmed |on behalf of |by 30 June 2026 |in 2027 ".split(
    "|",
  ),
];

describe("what is read in any text", () => {
  test("has spans within the text, and amounts that are stated there", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ maxLength: 6 })),
          { maxLength: 40 },
        ),
        fc.constantFrom(null, "FR", "CA"),
        (pieces, speaker) => {
          holds(pieces.join(""), { ...context, speaker });
        },
      ),
      { numRuns: 300 },
    );
  });

  test("has them also for each statement, cut anywhere", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...statements),
        fc.nat(4_000),
        fc.nat(600),
        ({ text, language }, from, length) => {
          holds(text.slice(from, from + length), { ...context, languages: [language] });
        },
      ),
      { numRuns: 200 },
    );
  });

  test("is the same when it is read again", () => {
    for (const one of statements) expect(read(one, [])).toEqual(read(one, []));
  });
});
