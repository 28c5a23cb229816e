// How far what is offered goes: firm, conditional and indicative stand side by side and are never added up, because a
// pledge that may yet come to nothing is no part of a force. Unknown adds nothing: words and sealed numbers are told apart.
import { scaled } from "../base/amount";
import type { Contribution } from "../pledge/contribution";
import { judge, type Judgement, type Offer } from "./offer";
import type { Pledge } from "../pledge/pledge";
import { measureOf, needOf, type Requirement } from "./requirement";
import {
  NO_QUANTITY,
  rangePart,
  plus,
  spanOfMoney,
  spanOfQuantity,
  type Amount,
  type Measure,
  type QuantityRange,
} from "./quantity-range";
import { atLeast, isOnLadder } from "../pledge/stages";

export const STRENGTHS = ["firm", "conditional", "indicative"] as const;
export type Strength = (typeof STRENGTHS)[number];

/** What is known of the pledge that an offer is of. */
export interface OfferedPledge extends Pick<
  Pledge,
  "reference" | "participant" | "priority" | "title" | "stage" | "voided"
> {
  /** Its condition is true, or it has none. */
  actionable: boolean;
}

export interface Offered {
  offer: Offer;
  pledge: OfferedPledge;
  /** As whoever asks may see it; null: the line was taken off. */
  line: Contribution | null;
}

/** An offer, judged. `counts` null: it counts nowhere. */
export interface Weighed extends Offered {
  judgement: Judgement;
  counts: Strength | null;
  /** Null: no number is known, in words or given in confidence. */
  span: QuantityRange | null;
  isSealed: boolean;
}

export interface CoverageFigure extends QuantityRange {
  /** Offers without a number: they add 0 and a "+?". */
  unsaid: number;
  /** Offers whose number is given in confidence, and not to whoever asks: in neither end. */
  sealed: number;
}

export interface RequirementCoverage {
  measure: Measure;
  need: Amount;
  firm: CoverageFigure;
  conditional: CoverageFigure;
  indicative: CoverageFigure;
  /** What firm offers leave open, by their lower ends; never below 0. */
  shortfall: Amount;
  offers: Weighed[];
}

export function requirementCoverage(
  requirement: Requirement,
  offered: readonly Offered[],
): RequirementCoverage {
  const offers = offered.map((one) => weigh(requirement, one));
  const [need, firm] = [needOf(requirement), figureOf(offers, "firm")];
  return {
    measure: measureOf(requirement),
    need,
    firm,
    conditional: figureOf(offers, "conditional"),
    indicative: figureOf(offers, "indicative"),
    shortfall: firm.low >= need ? 0n : need - firm.low,
    offers,
  };
}

export function weigh(requirement: Requirement, offered: Offered): Weighed {
  const { offer, pledge, line } = offered;
  const judgement = judge(requirement, line, offer);
  const counts =
    offer.withdrawn !== null || requirement.closed !== null ? null : strengthOf(pledge, judgement);
  const whole = line && spanOf(line, measureOf(requirement), counts);
  const span = whole && (offer.amount === null ? whole : rangePart(whole, scaled(offer.amount)));
  const isSealed =
    span === null && line?.quantity.kind === "SEALED" && !("currency" in measureOf(requirement));
  return { ...offered, judgement, counts, span, isSealed };
}

/** Firm: set aside or further, nothing in the way, no doubt that it fits. A near miss counts nowhere. */
function strengthOf(
  { stage, voided, actionable }: Pick<OfferedPledge, "stage" | "voided" | "actionable">,
  { fit }: Judgement,
): Strength | null {
  if (voided !== null || !isOnLadder(stage) || fit === "NEAR_MISS") return null;
  if (atLeast(stage, "ALLOCATED") && actionable && fit !== null) return "firm";
  if (atLeast(stage, "COMMITTED")) return "conditional";
  return stage === "PLEDGED" ? "indicative" : null;
}

/** Of what is firm, what was set aside, where that is said of what is measured; else what was promised. */
function spanOf(line: Contribution, measure: Measure, counts: Strength | null): QuantityRange | null {
  const aside = counts === "firm" ? line.allocated : null;
  const quantity = aside?.quantity ?? line.quantity;
  const money = aside?.money ?? line.money;
  if ("currency" in measure)
    return money !== null && money.currency === measure.currency ? spanOfMoney(money) : null;
  return quantity.unit === measure.unit ? spanOfQuantity(quantity) : null;
}

function figureOf(offers: readonly Weighed[], strength: Strength): CoverageFigure {
  const counted = offers.filter(({ counts }) => counts === strength);
  const span = counted.reduce<QuantityRange>(
    (sum, one) => (one.span ? plus(sum, one.span) : sum),
    NO_QUANTITY,
  );
  const silent = counted.filter((one) => one.span === null);
  const sealed = silent.filter(({ isSealed }) => isSealed).length;
  return { ...span, unsaid: silent.length - sealed, sealed };
}

/** Some offer that would count has no number: any number, even a range, would move the figures. */
export const hasUnsaid = ({ firm, conditional, indicative }: RequirementCoverage): boolean =>
  [firm, conditional, indicative].some(({ unsaid }) => unsaid > 0);

/** Who would be there on a day after the ceasefire, and what is missing then. */
export interface Presence {
  /** D+n. */
  day: number;
  firm: CoverageFigure;
  conditional: CoverageFigure;
  indicative: CoverageFigure;
  /** What firm offers that are there leave open. */
  hole: Amount;
}

/**
 * By notice to move, counted from the ceasefire. Who hasn't said how long it takes isn't there on any day: `unplaced`
 * tells of them.
 */
export function presenceOn(
  { need, offers }: Pick<RequirementCoverage, "need" | "offers">,
  day: number,
): Presence {
  const there = offers.filter(({ line }) => line?.noticeToMoveDays != null && line.noticeToMoveDays <= day);
  const firm = figureOf(there, "firm");
  return {
    day,
    firm,
    conditional: figureOf(there, "conditional"),
    indicative: figureOf(there, "indicative"),
    hole: firm.low >= need ? 0n : need - firm.low,
  };
}

/** The days on which something changes: somebody arrives, or it is needed. */
export function daysOfChange(
  { neededBy }: Pick<Requirement, "neededBy">,
  { offers }: Pick<RequirementCoverage, "offers">,
): number[] {
  const arrivals = offers
    .filter(({ counts }) => counts !== null)
    .map(({ line }) => line?.noticeToMoveDays ?? null);
  const days = [0, ...arrivals, neededBy.day].filter((day) => day !== null);
  return [...new Set(days)].sort((a, b) => a - b);
}

/** Offers that count and don't say how long they take. */
export const unplaced = ({ offers }: Pick<RequirementCoverage, "offers">): Weighed[] =>
  offers.filter(({ counts, line }) => counts !== null && line?.noticeToMoveDays == null);

export const REQUIREMENT_SORTS = ["criticality", "shortfall", "due"] as const;
export type RequirementSort = (typeof REQUIREMENT_SORTS)[number];

export interface Covered {
  requirement: Requirement;
  coverage: RequirementCoverage;
}

/** Most needed first: by criticality, then the share that is missing, then when it is due. */
export function sorted<C extends Covered>(list: readonly C[], by: RequirementSort): C[] {
  const orders = {
    criticality: [byCriticality, byShare, byDue],
    shortfall: [byShare, byCriticality, byDue],
    due: [byDue, byCriticality, byShare],
  };
  return [...list].sort((a, b) => {
    for (const order of [...orders[by], byReference]) {
      const difference = order(a, b);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

const byCriticality = (a: Covered, b: Covered): number =>
  a.requirement.criticality - b.requirement.criticality;

/** Compared as fractions of what is needed, whatever that is measured in: nothing is added. */
function byShare({ coverage: a }: Covered, { coverage: b }: Covered): number {
  const [left, right] = [a.shortfall * b.need, b.shortfall * a.need];
  return left === right ? 0 : left > right ? -1 : 1;
}

function byDue(a: Covered, b: Covered): number {
  const [left, right] = [a, b].map(({ requirement: { neededBy } }) => neededBy);
  return compare(dueKey(left), dueKey(right));
}

/** Days after the ceasefire before dates, dates before what isn't said. */
const dueKey = (by: Requirement["neededBy"] | undefined): string =>
  by?.day != null ? `0 ${String(by.day).padStart(6, "0")}` : by?.date ? `1 ${by.date}` : "2";

const byReference = (a: Covered, b: Covered): number =>
  a.requirement.reference.localeCompare(b.requirement.reference, "en", { numeric: true });
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Who leads what, component by component (land, sea, air …); null: nobody is named. */
export function leadsByComponent(
  requirements: readonly Pick<Requirement, "reference" | "domain" | "lead" | "closed">[],
): Map<Requirement["domain"], Map<string | null, string[]>> {
  const found = new Map<Requirement["domain"], Map<string | null, string[]>>();
  for (const { reference, domain, lead, closed } of requirements) {
    if (closed !== null) continue;
    const leads = found.get(domain) ?? new Map<string | null, string[]>();
    leads.set(lead, [...(leads.get(lead) ?? []), reference]);
    found.set(domain, leads);
  }
  return found;
}

/** Whether an offer is one of several that together offer more than there is of the line. */
export function isOverOffered(
  line: Contribution,
  offers: readonly Pick<Offer, "amount">[],
  measure: Measure,
): boolean {
  if (offers.length === 0) return false;
  // All of it, and something more beside.
  if (offers.length > 1 && offers.some(({ amount }) => amount === null)) return true;
  const whole = spanOf(line, measure, null);
  if (whole?.high == null) return false;
  return offers.reduce((sum, { amount }) => sum + (amount === null ? 0n : scaled(amount)), 0n) > whole.high;
}
