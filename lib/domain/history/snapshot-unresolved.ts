// Unresolved items of a snapshot, counted and listed like the current ones.
import type { CursorKey } from "../base/cursor";
import type { ItemMonth } from "../unresolved/ages";
import { firstOfMonth, type Day } from "../base/day";
import type { CountedGroup } from "../unresolved/figures";
import { NOBODY } from "../base/listing";
import {
  type UnresolvedFilter,
  ageOf,
  matchesLists,
  type Age,
  type UnresolvedRow,
} from "../unresolved/summary";
import { isOpen } from "../pledge/stages";
import { UNRESOLVED_CODES } from "../unresolved/unresolved";
import type { Snapshot } from "./snapshot";
import { itemsByPledge, itemsOn } from "./snapshot-items";
import { isCounted } from "../unresolved/reasons";

/** By the filter's grouping and by class, whichever classes are shown. */
export function itemGroups(snapshot: Snapshot, filter: UnresolvedFilter, day: Day): CountedGroup[] {
  const groups = new Map<string, CountedGroup>();
  for (const row of itemsAsked(snapshot, filter, day)) {
    const key = keyOf(row)[filter.group];
    const group = groups.get(`${key} ${row.class}`) ?? {
      key,
      class: row.class,
      count: 0,
      oldest: row.since,
      ages: { d7: 0, d30: 0, d90: 0, older: 0 } satisfies Record<Age, number>,
    };
    group.count += 1;
    group.ages[ageOf(row.since, day)] += 1;
    if (row.since < group.oldest) group.oldest = row.since;
    groups.set(`${key} ${row.class}`, group);
  }
  return [...groups.values()];
}

export interface SnapshotItemKey {
  row: UnresolvedRow;
  key: CursorKey;
}

/** A page by code, then oldest first; one more than the limit, if another page follows. */
export function itemPage(snapshot: Snapshot, filter: UnresolvedFilter, day: Day): SnapshotItemKey[] {
  const { after, limit } = filter;
  const page: SnapshotItemKey[] = [];
  for (const item of itemsInOrder(snapshot, day)) {
    if (page.length > limit) break;
    if (matchesFilter(filter, item.row) && (after === null || inOrder(item.key, after) > 0)) page.push(item);
  }
  return page;
}

const ordered = new WeakMap<readonly UnresolvedRow[], readonly SnapshotItemKey[]>();

/** Sorted once: there are many, and a page shows few. */
function itemsInOrder(snapshot: Snapshot, day: Day): readonly SnapshotItemKey[] {
  const rows = itemsOn(snapshot, day);
  const made =
    ordered.get(rows) ??
    rows.map((row) => ({ row, key: placeOf(row) })).sort((a, b) => inOrder(a.key, b.key));
  ordered.set(rows, made);
  return made;
}

/** Open pledges, and how many of them have a counted item. */
export function lackingIn(snapshot: Snapshot, day: Day): { pledges: number; lacking: number } {
  const items = itemsByPledge(snapshot, day);
  const open = [...snapshot.pledge.values()].filter(({ voided, stage }) => voided === null && isOpen(stage));
  const lacking = open.filter(({ reference }) =>
    items.get(reference)?.some((item) => isCounted(item.class) && item.code !== "SUSPENDED"),
  );
  return { pledges: open.length, lacking: lacking.length };
}

/** Counted items by class and the month they came up. */
export function itemMonths(snapshot: Snapshot, day: Day): ItemMonth[] {
  const months = new Map<string, ItemMonth>();
  for (const { class: name, since } of itemsOn(snapshot, day)) {
    if (!isCounted(name)) continue;
    const month = firstOfMonth(since);
    const known = months.get(`${name} ${month}`);
    if (known) known.count += 1;
    else months.set(`${name} ${month}`, { class: name, month, count: 1 });
  }
  return [...months.values()];
}

const itemsAsked = (snapshot: Snapshot, filter: UnresolvedFilter, day: Day): UnresolvedRow[] =>
  itemsOn(snapshot, day).filter((row) => matchesFilter(filter, row));

const matchesFilter = (filter: UnresolvedFilter, row: UnresolvedRow): boolean =>
  matchesLists(filter, row) && (filter.since === null || row.since >= filter.since);

const keyOf = ({ code, class: name, participant, priority, owner }: UnresolvedRow) => ({
  code,
  class: name,
  participant,
  priority: String(priority),
  owner: owner ?? NOBODY,
});

const placeOf = ({ code, since, participant, priority, reference }: UnresolvedRow): CursorKey => [
  code,
  since,
  participant,
  String(priority),
  reference ?? "",
];

function inOrder([code = "", ...a]: CursorKey, [other = "", ...b]: CursorKey): number {
  const rank = rankOf(code) - rankOf(other);
  if (rank !== 0) return rank;
  const at = a.findIndex((part, index) => part !== b[index]);
  return at === -1 ? 0 : (a[at] ?? "") < (b[at] ?? "") ? -1 : 1;
}

const rankOf = (code: string): number => (UNRESOLVED_CODES as readonly string[]).indexOf(code);
