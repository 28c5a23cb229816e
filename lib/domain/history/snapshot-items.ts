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
function itemsIn(world: Snapshot): readonly UnresolvedRow[] {
  for (const _part of computeItemsInSlices(world));
  return items.get(world) ?? [];
}

/** The same in slices, so that the caller can do other work in between. */
export function* computeItemsInSlices(world: Snapshot): Generator<undefined, void> {
  if (items.has(world)) return;
  const cells = pledgesByCell(world);
  const rows = [...world.participant.values()].flatMap((participant) =>
    PRIORITIES.flatMap((priority) =>
      cellItems(world, participant, priority, cells.get(snapshotPositionOf(participant.code, priority))),
    ),
  );
  let done = 0;
  for (const pledge of world.pledge.values()) {
    rows.push(...itemsOfPledge(world, pledge));
    done += 1;
    if (done % PART === 0) yield;
  }
  items.set(world, rows);
}

const PART = 250;

const items = new WeakMap<Snapshot, readonly UnresolvedRow[]>();

/** Items that hold on a day, with the causes that do. Only the last day asked for is cached. */
export const itemsOn = (world: Snapshot, day: Day): readonly UnresolvedRow[] => dayItems(world, day).rows;

export const itemsByPledge = (world: Snapshot, day: Day): ReadonlyMap<string, UnresolvedRow[]> =>
  (dayItems(world, day).byPledge ??= groupedByEach(itemsOn(world, day), ({ reference }) =>
    reference === null ? [] : [reference],
  ));

interface DayItems {
  day: Day;
  rows: readonly UnresolvedRow[];
  byPledge: ReadonlyMap<string, UnresolvedRow[]> | null;
  coverage: Coverage | null;
}

const cachedDay = new WeakMap<Snapshot, DayItems>();

function dayItems(world: Snapshot, day: Day): DayItems {
  const known = cachedDay.get(world);
  if (known?.day === day) return known;
  const computed: DayItems = { day, rows: holding(itemsIn(world), day), byPledge: null, coverage: null };
  cachedDay.set(world, computed);
  return computed;
}

export const itemsOfPledge = (world: Snapshot, pledge: Pledge): UnresolvedRow[] =>
  unresolvedEver(pledge, contextIn(world, pledge)).map((item) => ofPledge(pledge, item));

export function itemsOfCell(world: Snapshot, participant: Participant, priority: Priority): UnresolvedRow[] {
  return cellItems(
    world,
    participant,
    priority,
    pledgesByCell(world).get(snapshotPositionOf(participant.code, priority)),
  );
}

/** Counts for the matrix of that day: each pledge once, each counted item, each dormant one. */
export const coverageIn = (world: Snapshot, day: Day): Coverage =>
  (dayItems(world, day).coverage ??= coverageFrom(world, day));

function coverageFrom(world: Snapshot, day: Day): Coverage {
  const pledges = [...world.pledge.values()].filter(({ voided }) => voided === null);
  return coverageOf(
    participantsIn(world),
    day,
    pledges.flatMap((pledge) =>
      rowsOf(pledge).map((row) => ({ ...row, priority: pledge.priority, stage: pledge.stage, count: 1 })),
    ),
    itemsOn(world, day).map(({ participant, priority, class: name }) => ({
      participant,
      priority,
      counted: isCounted(name) ? 1 : 0,
      dormant: isCounted(name) ? 0 : 1,
    })),
  );
}

/** Sorted by code. */
export const participantsIn = (world: Snapshot): Participant[] =>
  [...world.participant.values()].sort((a, b) => (a.code < b.code ? -1 : 1));

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
  world: Snapshot,
  participant: Participant,
  priority: Priority,
  pledges: readonly Pledge[] = [],
): UnresolvedRow[] {
  const context = { firstBaselineOn: indexOf(world).firstBaselineOn, timeZone: settingsIn(world).timeZone };
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

const pledgesByCell = (world: Snapshot): Map<string, Pledge[]> =>
  groupedByEach(world.pledge.values(), (pledge) =>
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
