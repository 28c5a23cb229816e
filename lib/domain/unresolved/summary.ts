// What is open over the whole register: figures by group and age, and the items behind them.
import { daysBetween, type Day } from "../base/day";
import type { Handling } from "../pledge/pledge";
import type { Cause } from "../conditions/cause";
import type { UnresolvedClass, UnresolvedCode } from "./unresolved";
import type { Paged } from "../base/listing";
import type { NamedMoment } from "../base/moment";
import type { Priority } from "../base/priority";

export const GROUPINGS = ["code", "class", "participant", "priority", "owner"] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const AGES = ["d7", "d30", "d90", "older"] as const;
export type Age = (typeof AGES)[number];

export interface UnresolvedGroup {
  key: string;
  count: number;
  /** The earliest since. */
  oldest: Day;
  ages: Record<Age, number>;
}

/** An item of a list, with enough of its pledge to be read alone. `reference` is null for NO_PLEDGE. */
export interface UnresolvedRow {
  code: UnresolvedCode;
  class: UnresolvedClass;
  since: Day;
  params: { causes: Cause[] };
  participant: string;
  priority: number;
  reference: string | null;
  title: string | null;
  stage: string | null;
  /** Of the pledge; null where a position is missing. */
  handling: Handling | null;
  owner: string | null;
  nextAction: string | null;
  nextActionDueOn: Day | null;
  /** Where it is compared with a moment: whether it held then, too. */
  change?: "new" | "open";
}

export interface UnresolvedSummary {
  /** GAP + BLOCKED + QUALITY, under the filter. */
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

export interface UnresolvedFilter extends Paged {
  group: Grouping;
  class: UnresolvedClass[];
  code: UnresolvedCode[];
  participant: string[];
  priority: Priority[];
  owner: string[];
  /** Only what came up on this day or later. */
  since: Day | null;
  /** A moment to compare with; its words as they were asked for. */
  against: { moment: NamedMoment; text: string } | null;
}
