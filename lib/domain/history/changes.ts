// What changed between two moments: items that are new, resolved or still open, and what happened to the pledges.
// Computed from the register as it was at both.
import { compareTexts } from "../base/listing";
import type { Json } from "../base/canonical";
import type { Instant } from "../base/day";
import type { Priority } from "../base/priority";
import { changesBetween, type FieldChange } from "../proposals/history";
import type { Pledge } from "../pledge/pledge";
import type { Handling } from "../pledge/pledge-fields";
import {
  matchesLists,
  type ItemLists,
  type UnresolvedRow,
  type UnresolvedSummary,
} from "../unresolved/summary";
import { pledgeRecord } from "./record";
import { resolutionSteps, type Resolution, type ResolutionStep } from "./resolution";
import type { Stage } from "../pledge/stages";
import { isCounted, type UnresolvedClass } from "../unresolved/reasons";
import { dayOfSnapshot, type Snapshot } from "./snapshot";
import { snapshotPositionOf, itemKey, itemsOn } from "./snapshot-items";

export interface RegisterChanges {
  /** Items at the end that didn't hold at the beginning, including dormant ones. */
  new: UnresolvedRow[];
  resolved: ResolvedRow[];
  /** Items that hold at both, as they are at the end. */
  open: UnresolvedRow[];
  logged: PledgeChange[];
  /** Pledges on record at the beginning, with another stage at the end. */
  moved: PledgeChange[];
  /** Another quantity or sum, or a contribution added or removed. */
  quantities: PledgeChange[];
  /** Declined or withdrawn, also if logged so. */
  declined: PledgeChange[];
  voided: PledgeChange[];
}

/** As it was at the beginning. */
export interface ResolvedRow extends UnresolvedRow {
  /** Null: no single change resolved it, or there were too many events to search. */
  by: Resolution | null;
}

export interface PledgeChange {
  reference: string;
  participant: string;
  priority: Priority;
  title: string;
  handling: Handling;
  /** Null: it wasn't on record. */
  from: Stage | null;
  to: Stage;
  /** In its contributions. */
  changes: FieldChange[];
}

export const CHANGE_SECTIONS = [
  "new",
  "resolved",
  "open",
  "logged",
  "moved",
  "quantities",
  "declined",
  "voided",
] as const;
export type ChangeSection = (typeof CHANGE_SECTIONS)[number];

export interface ChangesMoment {
  at: Instant;
  snapshot: Snapshot;
}

/** `steps`: all events in between, in order; null where unknown. */
export function* changesSteps(
  from: ChangesMoment,
  to: ChangesMoment,
  steps: readonly ResolutionStep[] | null,
): Generator<void, RegisterChanges> {
  const [before, after] = [itemsAt(from), itemsAt(to)];
  const [then, now] = [new Set(before.map(itemKey)), new Set(after.map(itemKey))];
  const gone = before.filter((row) => !now.has(itemKey(row)));
  const by =
    steps === null
      ? new Map<string, Resolution>()
      : yield* resolutionSteps(from.snapshot, steps, gone, dayOfSnapshot(to.snapshot, to.at));
  return {
    new: after.filter((row) => !then.has(itemKey(row))).sort(inOrder),
    resolved: markedAsIn(to.snapshot, gone)
      .map((row) => ({ ...row, by: by.get(itemKey(row)) ?? null }))
      .sort(inOrder),
    open: after.filter((row) => then.has(itemKey(row))).sort(inOrder),
    ...pledgeChanges(from.snapshot, to.snapshot),
  };
}

/** The marking at the end counts, even if the pledge was public before. */
function markedAsIn(snapshot: Snapshot, rows: readonly UnresolvedRow[]): UnresolvedRow[] {
  const handling = new Map(
    [...snapshot.pledge.values()].map((pledge) => [pledge.reference, pledge.handling]),
  );
  return rows.map((row) => ({ ...row, handling: handling.get(row.reference ?? "") ?? row.handling }));
}

export const countsOf = (changes: RegisterChanges): Record<ChangeSection, number> =>
  each((section) => changes[section].length);

/** The filter. Empty lists don't filter; dormant items are shown only on request. */
export interface ChangesQuery {
  participant: readonly string[];
  priority: readonly number[];
  class: readonly UnresolvedClass[];
}

export function narrowed(
  changes: RegisterChanges,
  { participant, priority, class: classes }: ChangesQuery,
): RegisterChanges {
  const isIn = (row: Place): boolean =>
    (participant.length === 0 || participant.includes(row.participant)) &&
    (priority.length === 0 || priority.includes(row.priority));
  const isShown = (row: UnresolvedRow): boolean =>
    isIn(row) && (classes.length === 0 ? isCounted(row.class) : classes.includes(row.class));
  return {
    new: changes.new.filter(isShown),
    resolved: changes.resolved.filter(isShown),
    open: changes.open.filter(isShown),
    logged: changes.logged.filter(isIn),
    moved: changes.moved.filter(isIn),
    quantities: changes.quantities.filter(isIn),
    declined: changes.declined.filter(isIn),
    voided: changes.voided.filter(isIn),
  };
}

/** Only the items: those in a view of unresolved items. */
export function unresolvedChanges(
  { new: fresh, resolved, open }: RegisterChanges,
  lists: ItemLists,
): Pick<RegisterChanges, "new" | "resolved" | "open"> {
  const isShown = (row: UnresolvedRow): boolean => matchesLists(lists, row);
  return { new: fresh.filter(isShown), resolved: resolved.filter(isShown), open: open.filter(isShown) };
}

/** Unresolved items compared with a moment, under the same filter. */
export interface ComparedSummary extends UnresolvedSummary {
  against?: {
    at: Instant;
    baseline: { id: string; name: string } | null;
    counts: { new: number; resolved: number; open: number };
    /** The first of them. */
    resolved: ResolvedRow[];
  };
}

export interface ChangesGroup {
  key: string;
  counts: Record<ChangeSection, number>;
}

/** Groups with at least one change, in order. */
export function changeGroups(changes: RegisterChanges, grouping: "participant" | "priority"): ChangesGroup[] {
  const keyOf = (row: Place): string => String(row[grouping]);
  const all = CHANGE_SECTIONS.flatMap((section) => changes[section].map(keyOf));
  const counts = each((section) => countBy(changes[section].map(keyOf)));
  return [...new Set(all)]
    .sort()
    .map((key) => ({ key, counts: each((section) => counts[section].get(key) ?? 0) }));
}

export const countsByCell = (rows: readonly Place[]): Map<string, number> =>
  countBy(rows.map(({ participant, priority }) => snapshotPositionOf(participant, priority)));

type Place = Pick<UnresolvedRow, "participant" | "priority">;

const each = <T>(of: (section: ChangeSection) => T): Record<ChangeSection, T> =>
  Object.fromEntries(CHANGE_SECTIONS.map((section) => [section, of(section)])) as Record<ChangeSection, T>;

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const itemsAt = ({ snapshot, at }: ChangesMoment): readonly UnresolvedRow[] =>
  itemsOn(snapshot, dayOfSnapshot(snapshot, at));

function pledgeChanges(
  before: Snapshot,
  after: Snapshot,
): Pick<RegisterChanges, "logged" | "moved" | "quantities" | "declined" | "voided"> {
  const changed = [...after.pledge].flatMap(([id, pledge]) => {
    const earlier = before.pledge.get(id) ?? null;
    return earlier === pledge || earlier?.version === pledge.version ? [] : [{ earlier, pledge }];
  });
  const compared = changed.map(({ earlier, pledge }) => ({ earlier, pledge, row: rowOf(earlier, pledge) }));
  const rows = (which: (one: (typeof compared)[number]) => boolean): PledgeChange[] =>
    compared
      .filter(which)
      .map(({ row }) => row)
      .sort((a, b) => compareTexts(a.reference, b.reference));
  return {
    logged: rows(({ earlier, pledge }) => earlier === null && pledge.voided === null),
    moved: rows(({ earlier, pledge }) => earlier !== null && earlier.stage !== pledge.stage),
    quantities: rows(({ earlier, row }) => earlier !== null && row.changes.length > 0),
    declined: rows(({ earlier, pledge }) => isRefusal(pledge) && !(earlier && isRefusal(earlier))),
    voided: rows(
      ({ earlier, pledge }) => pledge.voided !== null && (earlier === null || earlier.voided === null),
    ),
  };
}

function rowOf(earlier: Pledge | null, pledge: Pledge): PledgeChange {
  const { reference, participant, priority, title, handling } = pledge;
  const changes =
    earlier === null
      ? []
      : changesBetween(linesOf(earlier), linesOf(pledge)).filter(({ field }) => isAmount(field));
  const [from, to] = [earlier?.stage ?? null, pledge.stage];
  return { reference, participant, priority, title, handling, from, to, changes };
}

const linesOf = (pledge: Pledge): Json => {
  const { contributions } = pledgeRecord(pledge) as { contributions: Json };
  return { contributions };
};

/** `contributions.0` is a whole contribution. */
const isAmount = (field: string): boolean =>
  /^contributions\.\d+(\.(quantity|money|allocated))?$/.test(field);

const isRefusal = ({ stage, voided }: Pledge): boolean =>
  voided === null && (stage === "DECLINED" || stage === "WITHDRAWN");

/** By participant and priority, then by pledge. */
const inOrder = (a: UnresolvedRow, b: UnresolvedRow): number =>
  compareTexts(a.participant, b.participant) ||
  a.priority - b.priority ||
  compareTexts(a.reference ?? "", b.reference ?? "") ||
  compareTexts(a.code, b.code);
