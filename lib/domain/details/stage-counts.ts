// How many pledges were at each stage, day by day, from the log. Pledges are counted; their amounts are never added.
import { firstOfMonth, plusDays, type Day } from "../base/day";
import { STAGES, type Stage } from "../pledge/stages";

/** How many pledges moved from one stage to another on a day. Null: not on record, or voided. */
export interface StageMove {
  on: Day;
  from: Stage | null;
  to: Stage | null;
  count: number;
}

/** At the end of each day; `days` must be in order. */
export function stageCountsOver(moves: readonly StageMove[], days: readonly Day[]): Record<Stage, number[]> {
  const inOrder = [...moves].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const now = new Map<Stage, number>();
  const counts = Object.fromEntries(STAGES.map((stage) => [stage, [] as number[]])) as Record<
    Stage,
    number[]
  >;
  let next = 0;
  for (const day of days) {
    for (let move = inOrder[next]; move && move.on <= day; move = inOrder[++next]) {
      if (move.from) now.set(move.from, (now.get(move.from) ?? 0) - move.count);
      if (move.to) now.set(move.to, (now.get(move.to) ?? 0) + move.count);
    }
    for (const stage of STAGES) counts[stage].push(now.get(stage) ?? 0);
  }
  return counts;
}

/** A day, and how many pledges were logged on it. */
export interface StageEvent {
  on: Day;
  logged: number;
}

/** The days with most pledges logged, at most so many, each with at least three; in their order. */
export function eventsIn(moves: readonly StageMove[], most: number): StageEvent[] {
  const days = new Map<Day, number>();
  for (const { on, from, to, count } of moves)
    if (from === null && to !== null) days.set(on, (days.get(on) ?? 0) + count);
  return [...days]
    .map(([on, logged]) => ({ on, logged }))
    .filter(({ logged }) => logged >= LEAST_LOGGED)
    .sort((a, b) => b.logged - a.logged || (a.on < b.on ? -1 : 1))
    .slice(0, most)
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}

const LEAST_LOGGED = 3;

/** The first, the last and evenly spaced days between, at most `most` in all. */
export function daysBetweenBoth(first: Day, last: Day, most: number): Day[] {
  const span = Math.max(0, Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000));
  const steps = Math.min(span, most - 1);
  return Array.from({ length: steps + 1 }, (_, i) =>
    plusDays(first, steps === 0 ? 0 : Math.round((span * i) / steps)),
  );
}

/** The last days of the preceding months, then `last` itself: at most `most`. */
export function monthEnds(first: Day, last: Day, most: number): Day[] {
  const days = [last];
  for (let end = plusDays(firstOfMonth(last), -1); end >= first && days.length < most;)
    [end] = [plusDays(firstOfMonth(end), -1), days.unshift(end)];
  return days;
}
