// What matters: at most five lines. First what holds others up, then what the force lacks, then what falls due, then what
// sources dispute; at most two of each.
import { plusDays, type Day } from "../base/day";
import type { LeafFacts } from "../conditions/leaf-facts";
import { obstacleName, type CommonObstacle } from "../conditions/obstacle";
import type { OfferStep } from "../requirements/one-step";
import type { Criticality } from "../requirements/requirement";
import type { RequirementDetails } from "../requirements/requirement-details";
import { atLeast, type Stage } from "../pledge/stages";
import {
  byCalendarKey,
  calendarKey,
  type CalendarQuery,
  type CalendarEntry,
  type CalendarKind,
} from "./calendar";
import type { UnresolvedRow } from "./summary";

export const MATTER_KINDS = ["holds-up", "lacks", "due", "disputed"] as const;
export type MatterKind = (typeof MATTER_KINDS)[number];

export const MOST_MATTERS = 5;
export const MOST_MATTERS_OF_A_KIND = 2;

export interface HoldsUp extends CommonObstacle {
  kind: "holds-up";
  /** The highest of the requirements that its pledges are offered for; null: they are offered for none. */
  criticality: Criticality | null;
}

/** A requirement of which less is firm than needed. */
export interface Lacks extends RequirementDetails {
  kind: "lacks";
  /** Offers that one number, approval or allocation would make firm. */
  steps: OfferStep[];
}

export const DUE_KINDS = [
  "vote",
  "mandate",
  "due",
  "next-action",
  "question",
] as const satisfies readonly CalendarKind[];
export type DueKind = (typeof DUE_KINDS)[number];

/** Falls due soon, or is late, on an open pledge that is binding, from a co-lead, or offered where it is critical. */
export interface DueSoon extends Pick<CalendarEntry, "on" | "about" | "id"> {
  kind: "due";
  what: DueKind;
  /** The pledge's. */
  reference: string;
  participant: string;
  title: string;
}

/** How far ahead it looks. */
export const DUE_WITHIN_DAYS = 14;

/** What the calendar is asked for. `critical`: pledges offered for a requirement of criticality 1. */
export const dueQuery = (today: Day, critical: readonly string[]): CalendarQuery => ({
  from: null,
  to: plusDays(today, DUE_WITHIN_DAYS),
  what: DUE_KINDS,
  participant: [],
  priority: [],
  owner: [],
  important: critical,
  after: null,
  limit: MOST_MATTERS_OF_A_KIND,
});

/** The entries that are about a pledge. */
export function dueSoonOf(entries: readonly CalendarEntry[]): DueSoon[] {
  return entries.flatMap(({ what, on, reference, participant, title, about, id }) => {
    const kind = DUE_KINDS.find((one) => one === what);
    if (kind === undefined || reference === null || participant === null || title === null) return [];
    return { kind: "due", what: kind, on, reference, participant, title, about, id };
  });
}

/** Sources contradict a quantity, or a stage. */
export interface Disputed {
  kind: "disputed";
  reference: string;
  participant: string;
  title: string;
  field: string;
  claims: string;
  publisher: string;
  since: Day;
}

export type Matter = HoldsUp | Lacks | DueSoon | Disputed;

/** With what its line needs: names of the leaf, and which pledges wait for something disputed. */
export type ShownMatter =
  | Exclude<Matter, HoldsUp>
  | (HoldsUp & { facts: LeafFacts; contradicted: readonly string[] });

/** Candidates of each kind: all of them, or at least those that could be among the first two. */
export interface Candidates {
  "holds-up": readonly HoldsUp[];
  lacks: readonly Lacks[];
  due: readonly DueSoon[];
  disputed: readonly Disputed[];
}

export function whatMatters(candidates: Candidates): Matter[] {
  return [
    ...first(candidates["holds-up"], [byPledges, byCriticality, bySince, byName]),
    ...first(candidates.lacks, [byNeed, bySteps, byDay, byRequirement]),
    ...first(candidates.due, [byDue]),
    ...first(candidates.disputed, [bySince, byReference, byField]),
  ].slice(0, MOST_MATTERS);
}

type Order<M> = (a: M, b: M) => number;

function first<M>(candidates: readonly M[], orders: readonly Order<M>[]): M[] {
  return [...candidates].sort((a, b) => decided(orders, a, b)).slice(0, MOST_MATTERS_OF_A_KIND);
}

function decided<M>(orders: readonly Order<M>[], a: M, b: M): number {
  for (const order of orders) {
    const difference = order(a, b);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Sorts after all criticalities. */
const NOT_NEEDED = 4;

const byPledges: Order<HoldsUp> = (a, b) => b.pledges.length - a.pledges.length;
const byCriticality: Order<HoldsUp> = (a, b) => (a.criticality ?? NOT_NEEDED) - (b.criticality ?? NOT_NEEDED);
const bySince: Order<{ since: Day }> = (a, b) => compare(a.since, b.since);
const byName: Order<HoldsUp> = (a, b) => compare(obstacleName(a), obstacleName(b));

const byNeed: Order<Lacks> = (a, b) => a.requirement.criticality - b.requirement.criticality;
const bySteps: Order<Lacks> = (a, b) => b.steps.length - a.steps.length;
const byDay: Order<Lacks> = (a, b) => compare(dayOfNeed(a), dayOfNeed(b));
const byRequirement: Order<Lacks> = (a, b) => compare(a.requirement.reference, b.requirement.reference);

const byDue: Order<DueSoon> = (a, b) => byCalendarKey(calendarKey(a), calendarKey(b));
const byReference: Order<{ reference: string }> = (a, b) => compare(a.reference, b.reference);
const byField: Order<Disputed> = (a, b) => compare(a.field, b.field);

const dayOfNeed = ({ requirement: { neededBy } }: Lacks): number => neededBy.day ?? Infinity;
const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** Fields whose dispute changes what the force can count on. */
const WEIGHTY_FIELDS = ["stage", "contributions", "contributions.quantity", "contributions.money"];

/** A line for each such field of one item. */
export function disputesIn({
  code,
  reference,
  participant,
  title,
  stage,
  params,
}: UnresolvedRow): Disputed[] {
  if (code !== "DISPUTED" || reference === null || !isPromised(stage)) return [];
  const found = new Map<string, Disputed>();
  for (const { since, data = {} } of params.causes) {
    const field = String(data["field"] ?? "");
    if (!WEIGHTY_FIELDS.includes(field) || (found.get(field)?.since ?? since) < since) continue;
    const said = { claims: String(data["claims"] ?? ""), publisher: String(data["publisher"] ?? "") };
    found.set(field, { kind: "disputed", reference, participant, title: title ?? "", field, since, ...said });
  }
  return [...found.values()];
}

/** From Pledged up, suspended pledges aside. */
const isPromised = (stage: string | null): boolean => stage !== null && atLeast(stage as Stage, "PLEDGED");
