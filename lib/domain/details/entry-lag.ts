// Whole days from the day something was stated until it was in the log, by today's records. An undated pledge has no lag
// and is counted separately.
import type { Actor, Role } from "../people/actor";
import type { Day, Instant } from "../base/day";
import type { PersonDesk } from "../people/person";
import type { Priority } from "../base/priority";
import type { Paged } from "../base/listing";

/** Managers answer for all desks, and auditors check: only they see how fast a desk works. */
export const mayReadLag = ({ role }: Actor): boolean => role === "MANAGER" || role === "AUDITOR";

/** The number of pledges of one cell with one lag. */
export interface LagCount {
  participant: string;
  priority: Priority;
  /** Null: the day it was stated isn't on record. Negative: logged before that day. */
  days: number | null;
  count: number;
}

export interface Lag {
  /** Pledges with a day on which they were stated, and without. */
  known: number;
  unknown: number;
  /** Of the known, those logged before the day stated. */
  early: number;
  /** The lag that half of the pledges, or more, don't exceed: an actual pledge's. Null where none is known. */
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

/** Bounds in days, inclusive; null: no upper end. */
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

export const bandsOf = (counts: readonly Pick<LagCount, "days" | "count">[]): number[] =>
  LAG_BANDS.map(([from, to]) =>
    sum(
      counts.filter(
        ({ days }) => days !== null && (from === null || days >= from) && (to === null || days <= to),
      ),
    ),
  );

/** What the bands show: how many were on record within a week, and how many took more than a month. */
export interface LagFinding {
  all: number;
  week: number;
  late: number;
}

export function lagFinding(bands: readonly number[]): LagFinding {
  const counted = (of: (band: (typeof LAG_BANDS)[number]) => boolean): number =>
    LAG_BANDS.reduce((all, band, place) => all + (of(band) ? (bands[place] ?? 0) : 0), 0);
  return {
    all: counted(() => true),
    week: counted(([, to]) => to !== null && to <= 7),
    late: counted(([from]) => from !== null && from > 30),
  };
}

export const LAG_GROUPINGS = ["desk", "participant", "priority"] as const;
export type LagGrouping = (typeof LAG_GROUPINGS)[number];

export interface LagGroup {
  /** Name of an officer, code of a participant or number of a priority; null: participants on no desk. */
  key: string | null;
  /** The filter of the group: the participants of a desk, the one participant, or the priority. */
  participants: string[];
  priority: Priority | null;
  lag: Lag;
  bands: number[];
}

/**
 * A desk is an officer's current one. Where two share a participant, its pledges count for both. Slowest first;
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
      : [...desks.map(({ name, desk }) => ({ key: name, desk })), { key: null, desk: onNoDesk(there, desks) }]
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
  /** When and by whom its first event was logged. */
  loggedAt: Instant;
  by: { name: string; role: Role };
  days: number | null;
}

const onNoDesk = (there: readonly string[], desks: readonly PersonDesk[]): string[] =>
  there.filter((code) => !desks.some(({ desk }) => desk.includes(code)));

const slowness = ({ lag }: LagGroup): number => lag.p90 ?? Number.NEGATIVE_INFINITY;

/** The nth lag in ascending order. */
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

/** Sorted by lag, the longest first. */
export interface LagFilter extends Paged {
  group: LagGrouping;
  /** Days of logging, not of stating. */
  from: Day | null;
  to: Day | null;
  participant: string[];
  priority: Priority[];
  /** Applies to the rows only: dated or undated, and a lag of at least so many days. */
  stated: ("yes" | "no")[];
  least: number | null;
}
