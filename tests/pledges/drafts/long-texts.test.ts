// How long reading takes. `npm run check` leaves this out: it takes half a minute.
import { describe, expect, test } from "vitest";
import { readingSteps, readStatement } from "@/lib/domain/passages/drafts/read-statement";
import type { StatementContext } from "@/lib/domain/passages/drafts/statement";
import { inTurns } from "@/lib/platform/in-turns";
import { context, statements } from "../../domain/passages/drafts/any-text";
import { processorTime } from "../../support/processes/processor";

/** In milliseconds of the processor. */
function timesOfSteps(text: string, known: StatementContext): number[] {
  const steps = readingSteps(text, known);
  const times: number[] = [];
  for (let isDone: boolean | undefined = false; isDone !== true;) {
    const { user } = process.cpuUsage();
    isDone = steps.next().done;
    times.push((process.cpuUsage().user - user) / 1_000);
  }
  return times;
}

describe("a long text is read quickly", () => {
  const all = statements.map(({ text }) => text).join("\n\n");
  let usual: Promise<number> | undefined;
  /** The time for 50,000 characters of statements, measured once. */
  const usualTime = () =>
    (usual ??= processorTime(() => readStatement(all.repeat(2).slice(0, 50_000), context)));

  test("takes no more than 1.3 times as long as its two halves", async () => {
    const pages = all.repeat(2).slice(0, 60_000);
    const halves = [pages.slice(0, 30_000), pages.slice(30_000)];
    const readHalves = () => halves.forEach((half) => readStatement(half, context));
    const [apart, whole]: [number[], number[]] = [[], []];
    readHalves();
    // In turn, and the best of each, because other work of the machine slows both.
    for (let turn = 0; turn < 5; turn += 1) {
      apart.push(await processorTime(readHalves));
      whole.push(await processorTime(() => readStatement(pages, context)));
    }
    expect(Math.min(...whole)).toBeLessThan(1.3 * Math.min(...apart));
  });

  test("in small steps, none of which takes a tenth of the whole time", async () => {
    const pages = all.repeat(2).slice(0, 60_000);
    const lasts = Array.from({ length: 5 }, () => timesOfSteps(pages, context));
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

  const participants = [{ code: "FR", names: { en: "France", uk: "Франція" } }];
  const named: StatementContext = { ...context, languages: ["en", "uk"], participants };

  test.each([
    ["France will provide ", "1"],
    ["France will provide ", "1,000,"],
    ["France will provide ", "10 tanks and "],
    ["France will", " "],
    ["", "France will send 10 tanks "],
    ["", "Франція надасть 10 танків "],
    ["Франція надасть ", "я"],
  ])(
    "a line of %j and then %j only takes as long, in steps that others don't notice",
    async (start, part) => {
      const text = (start + part.repeat(100_000)).slice(0, 100_000);
      const times = timesOfSteps(text, named);
      expect(times.reduce((sum, one) => sum + one, 0)).toBeLessThan(8 * (await usualTime()));
      expect(Math.max(...times)).toBeLessThan(await usualTime());
    },
  );
});
