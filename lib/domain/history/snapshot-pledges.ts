// The list of pledges from a snapshot. Filters, order, pages and keys are those of the current list, so that a cursor
// means the same in both.
import { leavesOf, type Leaf } from "../pledge/condition";
import type { CursorKey } from "../base/cursor";
import { daysBetween, type Day } from "../base/day";
import { fitsDays, type DayRange } from "../details/day-range";
import { leafNamed } from "../conditions/leaf-name";
import { followedLeaf, type Successors } from "../conditions/successors";
import { isAmong, ANYTHING, NOBODY, searchWords, type Paged } from "../base/listing";
import { looksTheSame } from "../details/lines-around";
import { NO_LISTS, type PledgeFilter, type PledgeLists } from "../details/pledge-filter";
import { isPosition, positionsOf, rowsOf } from "../pledge/link";
import type { NamedPledge, Pledge } from "../pledge/pledge";
import { byReferenceOrder, byReferenceParts, referenceParts } from "../details/reference-order";
import { isOpen, rungOf } from "../pledge/stages";
import type { UnresolvedRow } from "../unresolved/summary";
import type { Snapshot } from "./snapshot";
import { indexOf } from "./snapshot-index";
import { itemsByPledge } from "./snapshot-items";
import { isCounted } from "../unresolved/reasons";

export interface KeyedPledge {
  pledge: Pledge;
  /** The value sorted by, then the reference in its three parts. */
  key: CursorKey;
}

/** All that match the filter, in its order. */
export function pledgesAskedOf(snapshot: Snapshot, filter: PledgeFilter, day: Day): KeyedPledge[] {
  const items = itemsByPledge(snapshot, day);
  const itemsOf = (pledge: Pledge): readonly UnresolvedRow[] => items.get(pledge.reference) ?? [];
  const order = orderOf(filter);
  const { replacedBy } = indexOf(snapshot);
  return [...snapshot.pledge.values()]
    .filter((pledge) => matchesFilter(filter, pledge, { itemsOf, replacedBy, day }))
    .map((pledge) => ({ pledge, key: keyOf(filter, pledge, itemsOf) }))
    .sort((a, b) => order(a.key, b.key));
}

/** The page after the filter's key; one more than the limit, if another page follows. */
export function pageOf(found: readonly KeyedPledge[], filter: PledgeFilter): KeyedPledge[] {
  const { after, limit } = filter;
  const order = orderOf(filter);
  const left = after === null ? found : found.filter(({ key }) => order(key, after) > 0);
  return left.slice(0, limit + 1);
}

/** The pledges of a cell without voided ones, by reference. */
export const pledgesInCell = (
  snapshot: Snapshot,
  { participant, priority }: Pick<Pledge, "participant" | "priority">,
  limit: Paged["limit"],
): NamedPledge[] =>
  [...snapshot.pledge.values()]
    .filter((one) => one.participant === participant && one.priority === priority && one.voided === null)
    .sort(byReferenceOrder)
    .slice(0, limit)
    .map(({ reference, title, stage }) => ({ reference, title, stage }));

/** The pledges whose lines this one's name, that name them, or of which a line looks like one of them. */
export function pledgesAround(snapshot: Snapshot, pledge: Pledge): Pledge[] {
  const own = new Set(pledge.contributions.map(({ id }) => id));
  const named = new Set(pledge.contributions.flatMap(({ sameAs }) => (sameAs ? [sameAs.pledge] : [])));
  const isAround = (other: Pledge): boolean =>
    named.has(other.reference) ||
    other.contributions.some(
      (line) =>
        (line.sameAs && own.has(line.sameAs.contribution)) ||
        pledge.contributions.some((one) => looksTheSame({ pledge, line: one }, { pledge: other, line })),
    );
  return [...snapshot.pledge.values()].filter(
    (other) => other.reference !== pledge.reference && isAround(other),
  );
}

/** An open pledge with a condition waits; an ended or voided one doesn't. */
export const waits = ({
  condition,
  voided,
  stage,
}: Pick<Pledge, "condition" | "voided" | "stage">): boolean =>
  condition !== null && voided === null && isOpen(stage);

/** Whether the filter `named` matches a condition with `leaf`: a pledge at a stage also matches lower stages. */
export function isMeantBy(named: Leaf, leaf: Leaf): boolean {
  if ("trigger" in named) return "trigger" in leaf && leaf.trigger === named.trigger;
  if ("approval" in named) return "approval" in leaf && leaf.approval === named.approval;
  return "pledge" in leaf && leaf.pledge === named.pledge && rungOf(leaf.atLeast) <= rungOf(named.atLeast);
}

type ItemsOf = (pledge: Pledge) => readonly UnresolvedRow[];

interface Around {
  itemsOf: ItemsOf;
  replacedBy: Successors;
  day: Day;
}

function matchesFilter(filter: PledgeFilter, pledge: Pledge, around: Around): boolean {
  const { age = null, due = null } = filter;
  const not = filter.not ?? {};
  return (
    (filter.voided === "with" || (filter.voided === "only") === (pledge.voided !== null)) &&
    isListed(filter, pledge, around) &&
    (Object.keys(not) as (keyof PledgeLists)[]).every(
      (name) => !not[name]?.length || !isListed({ ...NO_LISTS, [name]: not[name] }, pledge, around),
    ) &&
    (age === null || isAged(age, pledge, around.day)) &&
    (due === null || fitsDays(due, daysTo(pledge.nextActionDueOn, around.day))) &&
    speaksOf(filter, pledge)
  );
}

const isListed = (lists: PledgeLists, pledge: Pledge, { itemsOf, replacedBy }: Around): boolean =>
  isIn(lists.participant, positionsOf(pledge)) &&
  isIn(lists.named, othersShown(pledge)) &&
  isAmong(lists.priority, pledge.priority) &&
  isAmong(lists.stage, pledge.stage) &&
  isAmong(lists.owner, pledge.owner ?? NOBODY) &&
  hasItem(lists, pledge, itemsOf) &&
  hasLine(lists, pledge) &&
  isWaiting(lists, pledge, replacedBy);

/** Never confirmed is longer ago than anything. */
function isAged(range: DayRange, { lastConfirmedOn: on }: Pledge, day: Day): boolean {
  if (on === null) return range === "none" || range.most === null;
  return fitsDays(range, daysBetween(on, day));
}

const daysTo = (on: Day | null, day: Day): number | null => (on === null ? null : daysBetween(day, on));

const isIn = (codes: readonly string[], participants: readonly string[]): boolean =>
  codes.length === 0 || participants.some((one) => codes.includes(one));

const othersShown = (pledge: Pledge): string[] =>
  rowsOf(pledge).flatMap(({ participant, part }) => (isPosition(part) ? [] : [participant]));

const hasItem = (filter: PledgeLists, pledge: Pledge, itemsOf: ItemsOf): boolean =>
  filter.class.length + filter.code.length === 0 ||
  itemsOf(pledge).some((item) => isAmong(filter.class, item.class) && isAmong(filter.code, item.code));

const hasLine = ({ kind, domain }: PledgeLists, { contributions }: Pledge): boolean =>
  kind.length + domain.length === 0 ||
  contributions.some((line) => isAmong(kind, line.kind) && isAmong(domain, line.domain));

function isWaiting({ waits: names }: PledgeLists, pledge: Pledge, replaced: Successors): boolean {
  if (names.length === 0) return true;
  if (!waits(pledge)) return false;
  if (names.includes(ANYTHING)) return true;
  const named = names.flatMap((name) => leafNamed(name) ?? []).map((leaf) => followedLeaf(leaf, replaced));
  return leavesOf(pledge.condition).some((leaf) =>
    named.some((one) => isMeantBy(one, followedLeaf(leaf, replaced))),
  );
}

/** Matches the text that the database indexes for search. */
function speaksOf({ q }: PledgeFilter, pledge: Pledge): boolean {
  const { reference, title, summary, authorisedBy, nextAction } = pledge;
  const text = [reference, title, summary, authorisedBy, nextAction].map((part) => part ?? "").join(" ");
  return searchWords(q).every((word) => text.toLowerCase().includes(word.toLowerCase()));
}

function keyOf({ sort, turned }: PledgeFilter, pledge: Pledge, itemsOf: ItemsOf): CursorKey {
  const reference = referenceParts(pledge.reference).map(String);
  switch (sort) {
    case "reference":
      return reference;
    case "updatedAt":
      return [String(Date.parse(pledge.updatedAt)), ...reference];
    case "dueOn":
      return [pledge.dueOn ?? (turned ? "-infinity" : "infinity"), ...reference];
    case "unresolved":
      return [String(itemsOf(pledge).filter((item) => isCounted(item.class)).length), ...reference];
  }
}

/** Ties are sorted by reference, always ascending. */
function orderOf({ sort, turned }: PledgeFilter): (a: CursorKey, b: CursorKey) => number {
  const way = turned ? -1 : 1;
  if (sort === "reference") return (a, b) => way * byReferenceParts(a, b);
  return ([a = "", ...one], [b = "", ...other]) => {
    const [left, right] = [sizeOf(sort, a), sizeOf(sort, b)];
    return left === right ? byReferenceParts(one, other) : left < right ? -way : way;
  };
}

function sizeOf(sort: "updatedAt" | "dueOn" | "unresolved", part: string): number {
  if (sort !== "dueOn") return Number(part);
  if (part === "infinity") return Infinity;
  return part === "-infinity" ? -Infinity : Date.parse(part);
}
