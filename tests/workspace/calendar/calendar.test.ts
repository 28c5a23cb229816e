// The calendar of a random register: from the tables, as of the same moment, and evaluated independently.
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chance, type Chance } from "@/bench/data/chance";
import { findPast } from "@/lib/db/past/snapshot";
import {
  countCalendar,
  findCalendar,
  findCalendarDays,
  streamCalendar,
} from "@/lib/db/queries/unresolved/calendar";
import type { Tx } from "@/lib/db/write";
import { plusDays, type Day } from "@/lib/domain/base/day";
import { unstatedIn } from "@/lib/domain/base/field";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { calendarDays, calendarIn, calendarPage } from "@/lib/domain/history/calendar/snapshot-calendar";
import type { Snapshot } from "@/lib/domain/history/snapshot";
import { questionReference, type Question, type QuestionEntry } from "@/lib/domain/oversight/question";
import { OPEN_STAGES } from "@/lib/domain/pledge/stages";
import { REQUIREMENT_FIELDS } from "@/lib/domain/requirements/requirement";
import {
  CALENDAR_KINDS,
  calendarKey,
  type CalendarEntry,
  type CalendarFilter,
} from "@/lib/domain/unresolved/calendar";
import { aContribution, anApproval, aPiece } from "@/tests/support/cast";
import { cases } from "@/tests/support/cases";
import { calendarOf } from "@/tests/support/second/calendar";
import { change, logged, openRegister, type TestRegister } from "../../db/register";

const SEED = Number(process.env["SEED"] ?? 20261219);
const START = "2026-02-01";
const OWNERS = ["a@register.example", "b@register.example"];

let register: TestRegister;
let snapshot: Snapshot;
const references: string[] = [];
const questions: Question[] = [];

beforeAll(async () => {
  register = await openRegister();
  const by = chance(SEED);
  const { manager } = register;
  for (let n = 0; n < 50; n += 1) await change(manager, (tx) => aRandomPledge(tx, by));
  await change(manager, (tx) => theOthers(tx, by));
  for (const question of questions)
    for (let n = by.upTo(2); n > 0; n -= 1) await change(manager, (tx) => anEntry(tx, question));
  const asOf = new Date(Date.now() + 86_400_000 * 365).toISOString();
  ({ snapshot } = await findPast({ asOf }));
});
afterAll(() => register.close());

const inLine = ({ what, on, reference, id, handling }: CalendarEntry): string =>
  [on, reference ?? "", what, id ?? "", handling === "COALITION" ? "marked" : "-"].join("\t");

const several = <T>(values: readonly T[]) =>
  fc.oneof(fc.constant([]), fc.subarray([...values], { minLength: 1 }));
const anyFilter: fc.Arbitrary<CalendarFilter> = fc
  .record({
    from: fc.option(fc.nat(60), { nil: null }),
    to: fc.nat(70),
    what: several(CALENDAR_KINDS),
    participant: several(["FR", "DE"]),
    priority: several(PRIORITIES),
    owner: several([...OWNERS, "none"]),
    important: fc.option(fc.nat(40), { nil: null }),
  })
  .map(({ from, to, important, ...asked }) => ({
    ...asked,
    from: from === null ? null : plusDays(START, from),
    to: plusDays(START, to),
    important: important === null ? null : references.slice(important, important + 5),
  }));

test("every filter finds the same, page by page, day by day, all at once, now and as of a moment", async () => {
  const everything = { from: null, to: "2199-12-31", important: null };
  const all = { ...everything, what: [], participant: [], priority: [], owner: [] };
  for (const kind of CALENDAR_KINDS) expect(calendarOf(snapshot, { ...all, what: [kind] })).not.toEqual([]);
  expect(calendarOf(snapshot, all).some((line) => line.endsWith("marked"))).toBe(true);

  await fc.assert(
    fc.asyncProperty(anyFilter, fc.integer({ min: 1, max: 30 }), async (filter, limit) => {
      const expected = calendarOf(snapshot, filter);
      const then = calendarIn(snapshot, filter);
      expect(then.map(inLine)).toEqual(expected);

      const pages = await readBy(limit, (after) => findCalendar({ ...filter, after, limit }));
      expect(pages).toEqual(then);
      const pagesThen = await readBy(limit, (after) => Promise.resolve(calendarPage(then, { after, limit })));
      expect(pagesThen).toEqual(then);

      expect(await countCalendar(filter)).toBe(expected.length);
      const rows: CalendarEntry[] = [];
      for await (const batch of await streamCalendar(filter)) rows.push(...batch);
      expect(rows).toEqual(then);
      const days = await findCalendarDays(filter, 3);
      expect(days).toEqual(calendarDays(then, 3));
      expect(days.reduce((sum, { total }) => sum + total, 0)).toBe(expected.length);
    }),
    { numRuns: cases(60), seed: SEED },
  );
});

async function readBy(
  limit: number,
  page: (after: readonly string[] | null) => Promise<CalendarEntry[]>,
): Promise<CalendarEntry[]> {
  const read: CalendarEntry[] = [];
  for (let after: readonly string[] | null = null; ;) {
    const found = await page(after);
    read.push(...found.slice(0, limit));
    const last = read.at(-1);
    if (found.length <= limit || !last) return read;
    after = calendarKey(last);
  }
}

const aDay = (by: Chance): Day | null => (by.odds(0.5) ? plusDays(START, by.upTo(60)) : null);
const aWindow = (by: Chance): [Day | null, Day | null] => {
  const [from, to] = [aDay(by), aDay(by)];
  return from !== null && to !== null && to < from ? [to, from] : [from, to];
};

async function aRandomPledge(tx: Tx, by: Chance): Promise<void> {
  const stage = by.of([...OPEN_STAGES, "SUSPENDED"] as const);
  const [windowStart, windowEnd] = aWindow(by);
  const line = (): ReturnType<typeof aContribution> => {
    const [availableFrom, availableTo] = by.odds(0.3) ? [windowStart, windowEnd] : aWindow(by);
    return aContribution({ availableFrom, availableTo });
  };
  const ended = { by: "Somebody", at: tx.at, reason: "No longer so." };
  const piece = () =>
    aPiece("OFFICIAL_STATEMENT", {
      validUntil: aDay(by),
      supports: by.odds(0.8),
      retracted: by.odds(0.2) ? ended : null,
    });
  const pledge = await logged(tx, register.source, {
    participant: by.of(["FR", "DE"]),
    priority: by.of(PRIORITIES),
    stage,
    stageReason: stage === "SUSPENDED" ? "Paused" : null,
    suspendedFrom: stage === "SUSPENDED" ? "PLEDGED" : null,
    voided: by.odds(0.1) ? { at: tx.at, reason: "Logged twice." } : null,
    owner: by.odds(0.7) ? by.of(OWNERS) : null,
    handling: by.odds(0.3) ? "COALITION" : "PUBLIC",
    nextAction: by.odds(0.7) ? "Ask" : null,
    nextActionDueOn: aDay(by),
    dueOn: aDay(by),
    ...{ windowStart, windowEnd },
    contributions: [line(), line()],
    evidence: [piece(), piece()],
  });
  references.push(pledge.reference);
}

/** Answered, or answered and asked again. */
async function anEntry(tx: Tx, { id }: Question): Promise<void> {
  const before = await tx.questions.lock(id);
  if (!before) throw new Error("no question");
  const does = before.entries.length === 0 ? ("answer" as const) : ("reopen" as const);
  const entry: QuestionEntry = {
    ...{ does, text: "Said", answeredOn: does === "answer" ? START : null, evidence: null, pledge: null },
    ...{ dueOn: null, by: register.manager.id, at: tx.at },
  };
  const action = does === "answer" ? "question.answered" : "question.reopened";
  await tx.save("question", before, { ...before, entries: [...before.entries, entry] }, { action });
}

async function theOthers(tx: Tx, by: Chance): Promise<void> {
  const stamps = { version: 1, createdAt: tx.at, updatedAt: tx.at };
  for (let n = 1; n <= 60; n += 1) {
    const participant = by.of(["FR", "DE"]);
    const own = references.filter((one) => one.startsWith(participant));
    const approval = anApproval({
      ...{
        id: randomUUID(),
        participant,
        status: by.of(["TABLED", "SCHEDULED", "APPROVED", "SCHEDULED", "APPROVED"] as const),
      },
      ...{ scheduledFor: aDay(by), validUntil: aDay(by), createdAt: tx.at },
      serves: own.filter(() => by.odds(0.1)).sort(),
    });
    await tx.save("approval", null, approval, { action: "approval.recorded" });
  }
  for (let n = 1; n <= 30; n += 1) {
    const on = by.odds(0.7) ? by.of(references) : null;
    const question = {
      ...{ id: randomUUID(), reference: questionReference(n), pledge: on, code: null, askedOf: "Ministry" },
      participant: on?.slice(0, 2) ?? "FR",
      priority: PRIORITIES.find((one) => String(one) === on?.[3]) ?? 1,
      ...{ text: "From when?", language: null, dueOn: aDay(by), authorId: register.manager.id, entries: [] },
      ...stamps,
    };
    const asked = await tx.save("question", null, question, { action: "question.asked" });
    questions.push(asked);
  }
  const trigger = {
    ...{ code: "CEASEFIRE_IN_FORCE", title: "A ceasefire", description: null, waiting: "DORMANT" as const },
    ...{ state: "MET" as const, since: plusDays(START, 5), evidence: [], ...stamps },
  };
  await tx.save("trigger", null, trigger, { action: "trigger.recorded" });
  for (let n = 1; n <= 20; n += 1) {
    const date = aDay(by);
    const requirement = {
      ...unstatedIn(REQUIREMENT_FIELDS),
      ...{ id: randomUUID(), reference: `REQ-${String(n)}`, title: "Pilots", capability: "AIR" as const },
      ...{ priority: by.of(PRIORITIES), domain: "AIR" as const, location: "UNSTATED" as const },
      quantity: null,
      money: { amount: "1.00", currency: "EUR" },
      neededBy: { date, day: date === null && by.odds(0.7) ? by.upTo(40) : null },
      ...{ criticality: 1 as const, lead: by.odds(0.6) ? by.of(["FR", "DE"]) : null },
      closed: by.odds(0.2) ? { at: tx.at, reason: "Met." } : null,
      ...stamps,
    };
    await tx.save("requirement", null, requirement, { action: "requirement.recorded" });
  }
}
