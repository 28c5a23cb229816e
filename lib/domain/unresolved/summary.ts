// Open items across the register: figures by group and age, and the items themselves.
import { daysBetween, type Day } from "../base/day";
import type { Handling } from "../pledge/pledge-fields";
import type { UnresolvedCode, UnresolvedItem } from "./unresolved";
import { COUNTED_CLASSES, type UnresolvedClass } from "./reasons";
import { isAmong, NOBODY, type Paged } from "../base/listing";
import type { NamedMoment } from "../base/moment";
import type { Priority } from "../base/priority";

export const GROUPINGS = ["code", "class", "participant", "priority", "owner"] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const AGES = ["d7", "d30", "d90", "older"] as const;
export type Age = (typeof AGES)[number];

export interface UnresolvedGroup {
  key: string;
  count: number;
  /** The earliest `since`. */
  oldest: Day;
  ages: Record<Age, number>;
}

/** An item with enough of its pledge to be read alone. `reference` is null for NO_PLEDGE. */
export interface UnresolvedRow extends UnresolvedItem {
  participant: string;
  priority: Priority;
  reference: string | null;
  title: string | null;
  stage: string | null;
  /** The pledge's; null where a position is missing. */
  handling: Handling | null;
  owner: string | null;
  nextAction: string | null;
  nextActionDueOn: Day | null;
  /** In a comparison with a moment: whether it also held then. */
  change?: "new" | "open";
}

export interface UnresolvedSummary {
  /** GAP + BLOCKED + QUALITY, within the filter. */
  counted: number;
  dormant: number;
  byClass: Record<"GAP" | "BLOCKED" | "QUALITY", number>;
  groups: UnresolvedGroup[];
  items: UnresolvedRow[];
  /** Cursor of the next page of items. */
  next: string | null;
}

/** Days an item has been open: 0–7, 8–30, 31–90, more. */
export function ageOf(since: Day, today: Day): Age {
  const days = daysBetween(since, today);
  return days <= 7 ? "d7" : days <= 30 ? "d30" : days <= 90 ? "d90" : "older";
}

/** Several values mean any of them; an empty list doesn't filter. */
export interface ItemLists {
  class: UnresolvedClass[];
  code: UnresolvedCode[];
  participant: string[];
  priority: Priority[];
  /** Email addresses, NOBODY, or ME. */
  owner: string[];
  /** Values to exclude, list by list. For closed lists, the other values are asked for instead. */
  not?: { participant?: string[]; owner?: string[] } | null;
}

/** Whether a row is among those asked for. */
export function matchesLists(
  lists: ItemLists,
  row: Pick<UnresolvedRow, keyof Omit<ItemLists, "not">>,
): boolean {
  const owner = row.owner ?? NOBODY;
  return (
    isAmong(lists.class, row.class) &&
    isAmong(lists.code, row.code) &&
    isAmong(lists.participant, row.participant) &&
    isAmong(lists.priority, row.priority) &&
    isAmong(lists.owner, owner) &&
    lists.not?.participant?.includes(row.participant) !== true &&
    lists.not?.owner?.includes(owner) !== true
  );
}

export interface UnresolvedFilter extends ItemLists, Paged {
  group: Grouping;
  /** Only items that came up on this day or later. */
  since: Day | null;
  /** The moment to compare with; `text` as requested. */
  against: { moment: NamedMoment; text: string } | null;
}

/** Without a class filter only counted classes are shown, so dormant items need one. */
export const shown = (filter: UnresolvedFilter): UnresolvedFilter =>
  filter.class.length > 0 ? filter : { ...filter, class: [...COUNTED_CLASSES] };
