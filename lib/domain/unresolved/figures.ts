// From counted groups to the figures that are shown: the sums, the groups in order, the sentence on top.
import type { Day } from "../base/day";
import { isPositionExpected, type Participant } from "../people/participant";
import { PRIORITIES } from "../base/priority";
import type { Age, Grouping, UnresolvedGroup, UnresolvedSummary } from "./summary";
import {
  COUNTED_CLASSES,
  UNRESOLVED_CLASSES,
  UNRESOLVED_CODES,
  type UnresolvedClass,
  type UnresolvedCode,
} from "./unresolved";

/** How much there is of everything a rail names. */
export interface RegisterFigures {
  unresolved: number;
  /** Of these, on pledges that this person owns. */
  own: number;
  pledges: number;
  participants: number;
  sources: number;
  /** Triggers that hold pledges up: not met, or not known to be, and not dormant. */
  conditions: number;
  /** Proposals that wait for a decision. */
  review: number;
  /** Findings that are not closed; of the past that isn't told. */
  findings?: number;
  /** Questions that wait for an answer; of the past that isn't told. */
  questions?: number;
  /** Name of the latest baseline. */
  baseline: string | null;
}

/** How many items one group has in one class. */
export interface CountedGroup {
  key: string;
  class: UnresolvedClass;
  count: number;
  /** The earliest since. */
  oldest: Day;
  ages: Record<Age, number>;
}

/** Figures of the sentence: positions that are expected and not there, open pledges and those that lack something. */
export interface Headline {
  /** All that counts. */
  items: number;
  positions: number;
  positionsWithout: number;
  openPledges: number;
  pledgesLacking: number;
  /** What open pledges lack, most often first. */
  topCodes: { code: UnresolvedCode; count: number }[];
}

/** Sums over all groups; the groups themselves of the classes that are shown, so that they add up to what is asked. */
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
  open: { pledges: number; lacking: number },
  byCode: readonly CountedGroup[],
): Headline {
  const without = byCode.filter(({ key }) => key === "NO_PLEDGE");
  return {
    items: sum(byCode.filter((group) => isCounted(group.class))),
    positions: participants.filter(isPositionExpected).length * PRIORITIES.length,
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

/** One group a key, its classes put together. */
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

/** Reasons and classes in the order of the rules, everything else by its name. */
function inOrder(groups: UnresolvedGroup[], grouping: Grouping): UnresolvedGroup[] {
  const order: readonly string[] =
    grouping === "code" ? UNRESOLVED_CODES : grouping === "class" ? UNRESOLVED_CLASSES : [];
  return groups.sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key) || (a.key < b.key ? -1 : 1));
}
