// How long it took from the day something was stated until it was in the log: whole days, taken from what is on record
// today. What nobody has dated has no lag, and counts as such.
import type { Actor, Role } from "../people/actor";
import type { Day, Instant } from "../base/day";
import type { PersonDesk } from "../people/person";
import type { Priority } from "../base/priority";
import type { Paged } from "../base/listing";

/** How a desk works is looked at by those who answer for all of them, and by those who check. */
export const mayReadLag = ({ role }: Actor): boolean => role === "MANAGER" || role === "AUDITOR";

/** So many pledges of a cell took so many days. */
export interface LagCount {
  participant: string;
  priority: Priority;
  /** Null: the day it was stated on is not on record. Below nought: logged before the day it is said to be stated on. */
  days: number | null;
  count: number;
}

export interface Lag {
  /** With a day on which they were stated, and without. */
  known: number;
  unknown: number;
  /** Of the known, those logged before that day. */
  early: number;
  /** A lag that some pledge has: at least so many of a hundred took no longer. Null where none is known. */
  median: number | null;
  p90: number | null;
  longest: number | null;
}

export function lagOf(counts: readonly Pick<LagCount, "days" | "count">[]): Lag {
  const dated = counts.flatMap(({ days, count }) => (days === null ? [] : [{ days, count }]));
  dated.sort((a, b) => a.days - b.days);
  const known = sum(dated);
  return {
    known,
    unknown: sum(counts) - known,
    early: sum(dated.filter(({ days }) => days < 0)),
    median: rankOf(dated, Math.ceil(known * 0.5)),
    p90: rankOf(dated, Math.ceil((known * 9) / 10)),
    longest: dated.at(-1)?.days ?? null,
  };
}

/** From so many days to so many; null: no end. */
export const LAG_BANDS = [
  [null, 0],
  [1, 1],
  [2, 3],
  [4, 7],
  [8, 14],
  [15, 30],
  [31, 90],
  [91, null],
] as const;

/** How many of the known lie in each band. */
export const bandsOf = (counts: readonly Pick<LagCount, "days" | "count">[]): number[] =>
  LAG_BANDS.map(([from, to]) =>
    sum(
      counts.filter(
        ({ days }) => days !== null && (from === null || days >= from) && (to === null || days <= to),
      ),
    ),
  );

export const LAG_GROUPINGS = ["desk", "participant", "priority"] as const;
export type LagGrouping = (typeof LAG_GROUPINGS)[number];

export interface LagGroup {
  /** Name of an officer, code of a participant, number of a priority; null: those whom no desk keeps. */
  key: string | null;
  /** What the group is narrowed to: participants of a desk or the one, or the priority. */
  participants: string[];
  priority: Priority | null;
  lag: Lag;
  bands: number[];
}

/**
 * A desk is an officer's, as it is kept now: where two keep a participant, what it pledged counts for both. Slowest first,
 * priorities in their order.
 */
export function lagGroups(
  counts: readonly LagCount[],
  grouping: LagGrouping,
  desks: readonly PersonDesk[],
): LagGroup[] {
  const of = (key: LagGroup["key"], within: readonly LagCount[], participants: string[]): LagGroup => ({
    key,
    participants,
    priority: grouping === "priority" ? (within[0]?.priority ?? null) : null,
    lag: lagOf(within),
    bands: bandsOf(within),
  });
  const there = [...new Set(counts.map(({ participant }) => participant))].sort();
  if (grouping === "priority") {
    const priorities = [...new Set(counts.map(({ priority }) => priority))].sort();
    return priorities.map((one) =>
      of(
        String(one),
        counts.filter(({ priority }) => priority === one),
        [],
      ),
    );
  }
  const ofThese = (participants: readonly string[]): LagCount[] =>
    counts.filter(({ participant }) => participants.includes(participant));
  const groups =
    grouping === "participant"
      ? there.map((code) => of(code, ofThese([code]), [code]))
      : [
          ...desks.map(({ name, desk }) => ({ key: name, desk })),
          { key: null, desk: keptByNobody(there, desks) },
        ]
          .map(({ key, desk }) => ({ key, kept: there.filter((code) => desk.includes(code)) }))
          .filter(({ kept }) => kept.length > 0)
          .map(({ key, kept }) => of(key, ofThese(kept), kept));
  return groups.sort((a, b) => slowness(b) - slowness(a));
}

export interface LagRow {
  reference: string;
  title: string;
  participant: string;
  priority: Priority;
  voided: boolean;
  statedOn: Day | null;
  /** When its first event came into the log, and by whom. */
  loggedAt: Instant;
  by: { name: string; role: Role };
  days: number | null;
}

const keptByNobody = (there: readonly string[], desks: readonly PersonDesk[]): string[] =>
  there.filter((code) => !desks.some(({ desk }) => desk.includes(code)));

const slowness = ({ lag }: LagGroup): number => lag.p90 ?? Number.NEGATIVE_INFINITY;

/** The lag of the nth, in their order. */
function rankOf(inOrder: readonly { days: number; count: number }[], nth: number): number | null {
  let before = 0;
  for (const { days, count } of inOrder) {
    before += count;
    if (before >= nth && nth > 0) return days;
  }
  return null;
}

const sum = (counts: readonly { count: number }[]): number =>
  counts.reduce((all, { count }) => all + count, 0);

/** Pledges by how long it took until they were logged, the longest first. */
export interface LagFilter extends Paged {
  group: LagGrouping;
  /** Days on which they were logged. */
  from: Day | null;
  to: Day | null;
  participant: string[];
  priority: Priority[];
  /** Of the rows alone: with or without a day on which they were stated, and so many days or more. */
  stated: ("yes" | "no")[];
  least: number | null;
}
