// What changed between two moments: what is unresolved now and wasn't then, what was and isn't, what still is, and what
// happened to the pledges themselves. Worked out from the register as it was at both.
import type { Json } from "./canonical";
import { dayOf, type Instant } from "./day";
import { changesBetween, type FieldChange } from "./history";
import type { Pledge } from "./pledge";
import { pledgeRecord } from "./record";
import { resolutions, type Resolution, type Step } from "./resolution";
import type { Stage } from "./stages";
import type { UnresolvedRow } from "./summary";
import { settingsIn, type World } from "./world";
import { isCounted, itemKey, itemsOn } from "./world-items";

export interface Changes {
  /** What is unresolved at the end and wasn't at the beginning, dormant items among them. */
  appeared: UnresolvedRow[];
  resolved: ResolvedRow[];
  /** What is unresolved at both, as it is at the end. */
  open: UnresolvedRow[];
  logged: PledgeChange[];
  /** Of pledges that were there: another stage. */
  moved: PledgeChange[];
  /** Another quantity or amount of money, a line more or less. */
  quantities: PledgeChange[];
  /** Declined or withdrawn, also if it was logged so. */
  declined: PledgeChange[];
  voided: PledgeChange[];
}

/** As it was at the beginning. */
export interface ResolvedRow extends UnresolvedRow {
  /** Null where no single change did it, or too much happened to look through. */
  by: Resolution | null;
}

export interface PledgeChange {
  reference: string;
  participant: string;
  priority: number;
  title: string;
  /** Null when it wasn't on record. */
  from: Stage | null;
  to: Stage;
  /** Of its contributions. */
  changes: FieldChange[];
}

export const SECTIONS = [
  "appeared",
  "resolved",
  "open",
  "logged",
  "moved",
  "quantities",
  "declined",
  "voided",
] as const;
export type Section = (typeof SECTIONS)[number];

export interface Moment {
  at: Instant;
  world: World;
}

/** `steps`: all that happened in between, in its order; null where that isn't known. */
export function changesOver(from: Moment, to: Moment, steps: readonly Step[] | null): Changes {
  const [before, after] = [itemsAt(from), itemsAt(to)];
  const [then, now] = [new Set(before.map(itemKey)), new Set(after.map(itemKey))];
  const gone = before.filter((row) => !now.has(itemKey(row)));
  const by = steps === null ? new Map<string, Resolution>() : resolutions(from.world, steps, gone);
  return {
    appeared: after.filter((row) => !then.has(itemKey(row))).sort(inOrder),
    resolved: gone.map((row) => ({ ...row, by: by.get(itemKey(row)) ?? null })).sort(inOrder),
    open: after.filter((row) => then.has(itemKey(row))).sort(inOrder),
    ...pledgeChanges(from.world, to.world),
  };
}

/** How many of each, dormant items aside. */
export function countsOf(changes: Changes): Record<Section, number> {
  const counted = (rows: readonly UnresolvedRow[]): number =>
    rows.filter((row) => isCounted(row.class)).length;
  return {
    appeared: counted(changes.appeared),
    resolved: counted(changes.resolved),
    open: counted(changes.open),
    logged: changes.logged.length,
    moved: changes.moved.length,
    quantities: changes.quantities.length,
    declined: changes.declined.length,
    voided: changes.voided.length,
  };
}

/** Of the sections, the rows for which it is so. */
export function only(changes: Changes, isAsked: (row: UnresolvedRow | PledgeChange) => boolean): Changes {
  return {
    appeared: changes.appeared.filter(isAsked),
    resolved: changes.resolved.filter(isAsked),
    open: changes.open.filter(isAsked),
    logged: changes.logged.filter(isAsked),
    moved: changes.moved.filter(isAsked),
    quantities: changes.quantities.filter(isAsked),
    declined: changes.declined.filter(isAsked),
    voided: changes.voided.filter(isAsked),
  };
}

const itemsAt = ({ world, at }: Moment): UnresolvedRow[] =>
  itemsOn(world, dayOf(at, settingsIn(world).timeZone));

function pledgeChanges(
  before: World,
  after: World,
): Pick<Changes, "logged" | "moved" | "quantities" | "declined" | "voided"> {
  const changed = [...after.pledge].flatMap(([id, pledge]) => {
    const earlier = before.pledge.get(id) ?? null;
    return earlier === pledge || earlier?.version === pledge.version ? [] : [{ earlier, pledge }];
  });
  const told = changed.map(({ earlier, pledge }) => ({ earlier, pledge, row: rowOf(earlier, pledge) }));
  const rows = (which: (one: (typeof told)[number]) => boolean): PledgeChange[] =>
    told
      .filter(which)
      .map(({ row }) => row)
      .sort((a, b) => compare(a.reference, b.reference));
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
  const { reference, participant, priority, title } = pledge;
  const changes =
    earlier === null
      ? []
      : changesBetween(linesOf(earlier), linesOf(pledge)).filter(({ field }) => isAmount(field));
  return { reference, participant, priority, title, from: earlier?.stage ?? null, to: pledge.stage, changes };
}

const linesOf = (pledge: Pledge): Json => {
  const { contributions } = pledgeRecord(pledge) as { contributions: Json };
  return { contributions };
};

/** `contributions.0` is a line as a whole. */
const isAmount = (field: string): boolean =>
  /^contributions\.\d+(\.(quantity|money|allocated))?$/.test(field);

const isRefusal = ({ stage, voided }: Pledge): boolean =>
  voided === null && (stage === "DECLINED" || stage === "WITHDRAWN");

/** By participant and priority, then pledge by pledge. */
const inOrder = (a: UnresolvedRow, b: UnresolvedRow): number =>
  compare(a.participant, b.participant) ||
  a.priority - b.priority ||
  compare(a.reference ?? "", b.reference ?? "") ||
  compare(a.code, b.code);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
