// From counted groups to displayed figures: sums, groups in order, and the headline sentence.
import type { Day } from "../base/day";
import { isPositionExpected, type Participant } from "../people/participant";
import { PRIORITIES } from "../base/priority";
import type { Grouping, UnresolvedGroup, UnresolvedSummary } from "./summary";
import { UNRESOLVED_CODES, type UnresolvedCode } from "./unresolved";
import { COUNTED_CLASSES, UNRESOLVED_CLASSES, type UnresolvedClass } from "./reasons";

/** The counts shown in the navigation. */
export interface RegisterFigures {
  unresolved: number;
  pledges: number;
  participants: number;
  sources: number;
  /** Proposals waiting for a decision. */
  review: number;
  /** Findings not closed; left out for the past. */
  findings?: number;
  /** Questions waiting for an answer; left out for the past. */
  questions?: number;
}

export interface CountedGroup extends UnresolvedGroup {
  class: UnresolvedClass;
}

/** Figures for the headline: expected positions and those missing, open pledges and those lacking something. */
export interface Headline {
  /** All counted items. */
  items: number;
  positions: number;
  positionsWithout: number;
  openPledges: number;
  pledgesLacking: number;
  /** What open pledges lack, most frequent first. */
  topCodes: { code: UnresolvedCode; count: number }[];
}

/** The sums cover all groups. The groups cover the selected classes only, so that they add up to the filtered total. */
export function summaryOf(
  counted: readonly CountedGroup[],
  grouping: Grouping,
  shown: readonly UnresolvedClass[],
): Pick<UnresolvedSummary, "counted" | "dormant" | "byClass" | "groups"> {
  const of = (which: UnresolvedClass): number => sum(counted.filter((group) => group.class === which));
  const byClass = { GAP: of("GAP"), BLOCKED: of("BLOCKED"), QUALITY: of("QUALITY") };
  return {
    counted: byClass.GAP + byClass.BLOCKED + byClass.QUALITY,
    dormant: of("DORMANT"),
    byClass,
    groups: inOrder(merged(counted.filter((group) => shown.includes(group.class))), grouping),
  };
}

export function headlineOf(
  participants: readonly Participant[],
  day: Day,
  open: { pledges: number; lacking: number },
  byCode: readonly CountedGroup[],
): Headline {
  const without = byCode.filter(({ key }) => key === "NO_PLEDGE");
  return {
    items: sum(byCode.filter((group) => isCounted(group.class))),
    positions: participants.filter((one) => isPositionExpected(one, day)).length * PRIORITIES.length,
    positionsWithout: sum(without),
    openPledges: open.pledges,
    pledgesLacking: open.lacking,
    topCodes: UNRESOLVED_CODES.filter((code) => code !== "NO_PLEDGE" && code !== "SUSPENDED")
      .map((code) => ({
        code,
        count: sum(byCode.filter((group) => group.key === code && isCounted(group.class))),
      }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count),
  };
}

const sum = (groups: readonly CountedGroup[]): number => groups.reduce((all, { count }) => all + count, 0);

const isCounted = (which: UnresolvedClass): boolean =>
  (COUNTED_CLASSES as readonly UnresolvedClass[]).includes(which);

/** One group per key, all classes combined. */
function merged(counted: readonly CountedGroup[]): UnresolvedGroup[] {
  const groups = new Map<string, UnresolvedGroup>();
  for (const { key, count, oldest, ages } of counted) {
    const known = groups.get(key);
    groups.set(key, {
      key,
      count: count + (known?.count ?? 0),
      oldest: known && known.oldest < oldest ? known.oldest : oldest,
      ages: {
        d7: ages.d7 + (known?.ages.d7 ?? 0),
        d30: ages.d30 + (known?.ages.d30 ?? 0),
        d90: ages.d90 + (known?.ages.d90 ?? 0),
        older: ages.older + (known?.ages.older ?? 0),
      },
    });
  }
  return [...groups.values()];
}

/** Codes and classes in the order of the rules, other groups by name. */
function inOrder(groups: UnresolvedGroup[], grouping: Grouping): UnresolvedGroup[] {
  const order: readonly string[] =
    grouping === "code" ? UNRESOLVED_CODES : grouping === "class" ? UNRESOLVED_CLASSES : [];
  return groups.sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key) || (a.key < b.key ? -1 : 1));
}
