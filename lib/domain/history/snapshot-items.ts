// Unresolved items and coverage from a snapshot: today's rules on the records of that time.
import { coverageOf, type Coverage } from "../unresolved/matrix";
import type { Day } from "../base/day";
import { groupedByEach } from "../base/listing";
import type { Participant } from "../people/participant";
import { positionsOf, rowsOf } from "../pledge/link";
import type { Pledge } from "../pledge/pledge";
import { PRIORITIES, type Priority } from "../base/priority";
import type { UnresolvedRow } from "../unresolved/summary";
import { holdingOn, unresolvedCell, unresolvedEver, type UnresolvedItem } from "../unresolved/unresolved";
import { isCounted } from "../unresolved/reasons";
import { settingsIn, type Snapshot } from "./snapshot";
import { contextIn, indexOf } from "./snapshot-index";

/** Every item of a snapshot, including future ones. Computed once. */
function itemsIn(snapshot: Snapshot): readonly UnresolvedRow[] {
  for (const _part of computeItemsInSlices(snapshot));
  return items.get(snapshot) ?? [];
}

/** The same in slices, so that the caller can do other work in between. */
export function* computeItemsInSlices(snapshot: Snapshot): Generator<undefined, void> {
  if (items.has(snapshot)) return;
  const cells = pledgesByCell(snapshot);
  const rows = [...snapshot.participant.values()].flatMap((participant) =>
    PRIORITIES.flatMap((priority) =>
      cellItems(snapshot, participant, priority, cells.get(snapshotPositionOf(participant.code, priority))),
    ),
  );
  let done = 0;
  for (const pledge of snapshot.pledge.values()) {
    rows.push(...itemsOfPledge(snapshot, pledge));
    done += 1;
    if (done % PART === 0) yield;
  }
  items.set(snapshot, rows);
}

const PART = 250;

const items = new WeakMap<Snapshot, readonly UnresolvedRow[]>();

/** Items that hold on a day, with the causes that do. Only the last day asked for is cached. */
export const itemsOn = (snapshot: Snapshot, day: Day): readonly UnresolvedRow[] =>
  dayItems(snapshot, day).rows;

export const itemsByPledge = (snapshot: Snapshot, day: Day): ReadonlyMap<string, UnresolvedRow[]> =>
  (dayItems(snapshot, day).byPledge ??= groupedByEach(itemsOn(snapshot, day), ({ reference }) =>
    reference === null ? [] : [reference],
  ));

interface DayItems {
  day: Day;
  rows: readonly UnresolvedRow[];
  byPledge: ReadonlyMap<string, UnresolvedRow[]> | null;
  coverage: Coverage | null;
}

const cachedDay = new WeakMap<Snapshot, DayItems>();

function dayItems(snapshot: Snapshot, day: Day): DayItems {
  const known = cachedDay.get(snapshot);
  if (known?.day === day) return known;
  const computed: DayItems = { day, rows: holding(itemsIn(snapshot), day), byPledge: null, coverage: null };
  cachedDay.set(snapshot, computed);
  return computed;
}

export const itemsOfPledge = (snapshot: Snapshot, pledge: Pledge): UnresolvedRow[] =>
  unresolvedEver(pledge, contextIn(snapshot, pledge)).map((item) => ofPledge(pledge, item));

export function itemsOfCell(
  snapshot: Snapshot,
  participant: Participant,
  priority: Priority,
): UnresolvedRow[] {
  return cellItems(
    snapshot,
    participant,
    priority,
    pledgesByCell(snapshot).get(snapshotPositionOf(participant.code, priority)),
  );
}

/** Counts for the matrix of that day: each pledge once, each counted item, each dormant one. */
export const coverageIn = (snapshot: Snapshot, day: Day): Coverage =>
  (dayItems(snapshot, day).coverage ??= coverageFrom(snapshot, day));

function coverageFrom(snapshot: Snapshot, day: Day): Coverage {
  const pledges = [...snapshot.pledge.values()].filter(({ voided }) => voided === null);
  return coverageOf(
    participantsIn(snapshot),
    day,
    pledges.flatMap((pledge) =>
      rowsOf(pledge).map((row) => ({ ...row, priority: pledge.priority, stage: pledge.stage, count: 1 })),
    ),
    itemsOn(snapshot, day).map(({ participant, priority, class: name }) => ({
      participant,
      priority,
      counted: isCounted(name) ? 1 : 0,
      dormant: isCounted(name) ? 0 : 1,
    })),
  );
}

/** Sorted by code. */
export const participantsIn = (snapshot: Snapshot): Participant[] =>
  [...snapshot.participant.values()].sort((a, b) => (a.code < b.code ? -1 : 1));

/** Unique per item: its place and its code. */
export const itemKey = ({ code, participant, priority, reference }: ItemPlace): string =>
  `${reference ?? snapshotPositionOf(participant, priority)} ${code}`;
type ItemPlace = Pick<UnresolvedRow, "code" | "participant" | "priority" | "reference">;

export const snapshotPositionOf = (participant: string, priority: number): string =>
  `${participant}-${String(priority)}`;

/** A row with all causes holding is returned as the same object: there are many. */
export const holding = (rows: readonly UnresolvedRow[], day: Day): UnresolvedRow[] =>
  rows.flatMap((row) =>
    row.since <= day && row.until === undefined && row.params.causes.every(({ since }) => since <= day)
      ? row
      : holdingOn([row], day).map((held) => ({ ...row, ...held })),
  );

function cellItems(
  snapshot: Snapshot,
  participant: Participant,
  priority: Priority,
  pledges: readonly Pledge[] = [],
): UnresolvedRow[] {
  const context = {
    firstBaselineOn: indexOf(snapshot).firstBaselineOn,
    timeZone: settingsIn(snapshot).timeZone,
  };
  return unresolvedCell(participant, priority, pledges, context).map((item) => ({
    ...item,
    participant: participant.code,
    priority,
    ...NOWHERE,
  }));
}

const NOWHERE = {
  reference: null,
  title: null,
  stage: null,
  handling: null,
  owner: null,
  nextAction: null,
  nextActionDueOn: null,
} as const;

const pledgesByCell = (snapshot: Snapshot): Map<string, Pledge[]> =>
  groupedByEach(snapshot.pledge.values(), (pledge) =>
    positionsOf(pledge).map((participant) => snapshotPositionOf(participant, pledge.priority)),
  );

const ofPledge = (pledge: Pledge, item: UnresolvedItem): UnresolvedRow => ({
  ...item,
  participant: pledge.participant,
  priority: pledge.priority,
  reference: pledge.reference,
  title: pledge.title,
  stage: pledge.stage,
  handling: pledge.handling,
  owner: pledge.owner,
  nextAction: pledge.nextAction,
  nextActionDueOn: pledge.nextActionDueOn,
});
