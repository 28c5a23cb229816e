// What is true of any text, and how long it takes to read.
import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textIn, type TextSpan } from "@/lib/domain/base/sentences";
import { readingSteps, readStatement } from "@/lib/domain/passages/drafts/read-statement";
import type { DraftedContent, StatementContext } from "@/lib/domain/passages/drafts/statement";
import { inTurns } from "@/lib/platform/in-turns";
import { processorTime } from "../../../support/processes/processor";
import { read, type TrueStatement } from "./score";

const statements = ["statements.json", "statements-second.json", "statements-third.json"].flatMap(
  (file) =>
    JSON.parse(readFileSync(path.resolve(import.meta.dirname, "data", file), "utf8")) as TrueStatement[],
);
const context: StatementContext = {
  languages: ["en"],
  statedOn: "2026-03-10",
  speaker: null,
  participants: ["CA", "DE", "FR", "PL", "UA"].map((code) => ({ code, names: { en: code } })),
  triggers: [{ code: "CEASEFIRE_IN_FORCE", title: "Ceasefire in force" }],
  earlier: [],
};

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

describe("a long text is read quickly", () => {
  const all = statements.map(({ text }) => text).join("\n\n");
  let usual: Promise<number> | undefined;
  /** The time for 50,000 characters of statements, measured once. */
  const usualTime = () =>
    (usual ??= processorTime(() => readStatement(all.repeat(2).slice(0, 50_000), context)));

  test("twice the length takes no more than 2.6 times the time", async () => {
    const pages = all.repeat(2).slice(0, 60_000);
    const half = pages.slice(0, 30_000);
    const [short, long]: [number[], number[]] = [[], []];
    readStatement(half, context);
    // In turn, and the best of each, because other work of the machine slows both.
    for (let turn = 0; turn < 5; turn += 1) {
      short.push(await processorTime(() => readStatement(half, context)));
      long.push(await processorTime(() => readStatement(pages, context)));
    }
    expect(Math.min(...long)).toBeLessThan(2.6 * Math.min(...short));
  });

  test("in small steps, none of which takes a tenth of the whole time", async () => {
    const pages = all.repeat(2).slice(0, 60_000);
    const lasts = Array.from({ length: 5 }, () => {
      const steps = readingSteps(pages, context);
      const times: number[] = [];
      for (let isDone: boolean | undefined = false; isDone !== true;) {
        const { user } = process.cpuUsage();
        isDone = steps.next().done;
        times.push(process.cpuUsage().user - user);
      }
      return times;
    });
    // Other work of the machine slows some tries, so the best of each step counts.
    const best = (lasts[0] ?? []).map((_, step) =>
      Math.min(...lasts.map((times) => times[step] ?? Infinity)),
    );
    const whole = best.reduce((sum, one) => sum + one, 0);
    expect(best.length).toBeGreaterThan(1_000);
    expect(Math.max(...best)).toBeLessThan(whole / 10);
    await expect(inTurns(readingSteps(pages, context))).resolves.toEqual(readStatement(pages, context));
  });

  test("other tasks get their turn meanwhile", async () => {
    const pages = all.repeat(2).slice(0, 60_000);
    let turns = 0;
    let isRead = false;
    const others = (): void => {
      turns += 1;
      if (!isRead) setImmediate(others);
    };
    setImmediate(others);
    await inTurns(readingSteps(pages, context));
    isRead = true;
    expect(turns).toBeGreaterThan(10);
  });

  test.each([
    "will ",
    "will also ",
    "will, a, ",
    "if a ",
    "and ",
    "et ",
    "не ",
    "France ",
    "France and ",
    "no a ",
    "200 and ",
    "a battalion of ",
    "- a\n",
    "a: ",
    "(",
    "« ",
    "after a ceasefire ",
    "n’a ",
    "буде ",
    "a-million-",
    "France will send 200 soldiers if peace holds. ",
    "Germany will send 200 soldiers. All this is subject to a vote. ",
    "- France: 200 soldiers after a ceasefire\n",
    "France and Poland will send two and three ships respectively. ",
    "announced in ",
    "« a, however, ",
    "надить ",
    "if, and only if, a ",
    "роту ",
  ])("a repeated %j takes at most four times as long per character as statements do", async (part) => {
    const same = part.repeat(Math.ceil(100_000 / part.length)).slice(0, 100_000);
    expect(await processorTime(() => readStatement(same, context))).toBeLessThan(8 * (await usualTime()));
  });
});
