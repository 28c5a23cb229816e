// How far offers cover a requirement. Firm, conditional and indicative are separate figures, never summed: a pledge that
// may come to nothing is no part of a force. Unknown adds nothing; unstated and sealed numbers are counted separately.
import { compareTexts } from "../base/listing";
import { scaled } from "../base/amount";
import type { Contribution } from "../pledge/contribution";
import { allocatedOrPromised } from "../pledge/measure";
import { judge, type Judgement, type Offer } from "./offer";
import type { Pledge } from "../pledge/pledge";
import { measureOf, needOf, type Requirement } from "./requirement";
import {
  rangePart,
  spanOfMoney,
  spanOfQuantity,
  type Amount,
  type Measure,
  type QuantityRange,
} from "./quantity-range";
import { atLeast, isOnLadder } from "../pledge/stages";
import { strengthFigures, type Strength, type StrengthFigures } from "./strength-figures";

/** The facts about the pledge behind an offer. */
export interface OfferedPledge extends Pick<
  Pledge,
  "reference" | "participant" | "priority" | "title" | "stage" | "voided" | "windowStart" | "windowEnd"
> {
  /** The condition is true, or there is none. */
  actionable: boolean;
}

export interface Offered {
  offer: Offer;
  pledge: OfferedPledge;
  /** As this reader may see it; null: the contribution was removed. */
  line: Contribution | null;
  /** The unit that the line names (`unitsOf`). */
  unit: string;
}

/** A judged offer. `counts` null: it counts nowhere. */
export interface Weighed extends Offered {
  judgement: Judgement;
  counts: Strength | null;
  /** Null: no number is known, because it is in words or sealed. */
  span: QuantityRange | null;
  isSealed: boolean;
}

export interface RequirementCoverage extends StrengthFigures {
  measure: Measure;
  need: Amount;
  /** What firm offers leave uncovered, by lower ends; never below 0. */
  shortfall: Amount;
  offers: Weighed[];
}

export function requirementCoverage(
  requirement: Requirement,
  offered: readonly Offered[],
): RequirementCoverage {
  const offers = offered.map((one) => weigh(requirement, one));
  const [need, figures] = [needOf(requirement), strengthFigures(offers)];
  const measure = measureOf(requirement);
  return { measure, need, ...figures, shortfall: missingFrom(need, figures), offers };
}

/** What firm offers leave uncovered, by lower ends. */
export const missingFrom = (need: Amount, { firm }: Pick<StrengthFigures, "firm">): Amount =>
  firm.low >= need ? 0n : need - firm.low;

export function weigh(requirement: Requirement, offered: Offered): Weighed {
  const { offer, pledge, line } = offered;
  const judgement = judge(requirement, line, offer);
  const counts =
    offer.withdrawn !== null || requirement.closed !== null ? null : strengthOfOffer(pledge, judgement);
  const whole = line && spanOf(line, measureOf(requirement), counts);
  const span = whole && (offer.amount === null ? whole : rangePart(whole, scaled(offer.amount)));
  const isSealed =
    span === null && line?.quantity.kind === "SEALED" && !("currency" in measureOf(requirement));
  return { ...offered, judgement, counts, span, isSealed };
}

/** Firm: set aside or further, unblocked, and a certain fit. A near miss counts nowhere. */
function strengthOfOffer(
  { stage, voided, actionable }: Pick<OfferedPledge, "stage" | "voided" | "actionable">,
  { fit }: Judgement,
): Strength | null {
  if (voided !== null || !isOnLadder(stage) || fit === "NEAR_MISS") return null;
  if (atLeast(stage, "ALLOCATED") && actionable && fit !== null) return "firm";
  if (atLeast(stage, "COMMITTED")) return "conditional";
  return stage === "PLEDGED" ? "indicative" : null;
}

/** All of the contribution, for firm offers the amount set aside, where stated in this measure; otherwise the amount promised. */
export function spanOf(line: Contribution, measure: Measure, counts: Strength | null): QuantityRange | null {
  const { quantity, money } = counts === "firm" ? allocatedOrPromised(line) : line;
  if ("currency" in measure)
    return money !== null && money.currency === measure.currency ? spanOfMoney(money) : null;
  return quantity.unit === measure.unit ? spanOfQuantity(quantity) : null;
}

/** A counting offer has no number: any number, even a range, would change the figures. */
export const hasUnsaid = ({ firm, conditional, indicative }: RequirementCoverage): boolean =>
  [firm, conditional, indicative].some(({ unsaid }) => unsaid > 0);

/** The force present on a day after the ceasefire, and what is missing then. */
export interface Presence extends StrengthFigures {
  /** D+n. */
  day: number;
  /** What the firm offers present leave uncovered. */
  hole: Amount;
}

/** By notice to move, counted from the ceasefire. An offer without one is present on no day: see `unplaced`. */
export function presenceOn(
  { need, offers }: Pick<RequirementCoverage, "need" | "offers">,
  day: number,
): Presence {
  const figures = strengthFigures(offers.filter(({ line }) => hasArrived(line, day)));
  return { day, ...figures, hole: missingFrom(need, figures) };
}

/** Whether its notice to move has run by that day. */
export const hasArrived = (line: Contribution | null, day: number): boolean =>
  line?.noticeToMoveDays != null && line.noticeToMoveDays <= day;

/** Days with a change: an arrival, or a requirement falling due. */
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

/** Counting offers without a notice to move. */
export const unplaced = ({ offers }: Pick<RequirementCoverage, "offers">): Weighed[] =>
  offers.filter(({ counts, line }) => counts !== null && line?.noticeToMoveDays == null);

export const REQUIREMENT_SORTS = ["criticality", "shortfall", "due"] as const;
export type RequirementSort = (typeof REQUIREMENT_SORTS)[number];

export interface Covered {
  requirement: Requirement;
  coverage: RequirementCoverage;
}

/** Most needed first: by criticality, then the share missing, then the due date. */
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

/** Compared as fractions of the requirement, whatever the measure: nothing is added. */
function byShare({ coverage: a }: Covered, { coverage: b }: Covered): number {
  const [left, right] = [a.shortfall * b.need, b.shortfall * a.need];
  return left === right ? 0 : left > right ? -1 : 1;
}

function byDue(a: Covered, b: Covered): number {
  const [left, right] = [a, b].map(({ requirement: { neededBy } }) => neededBy);
  return compareTexts(dueKey(left), dueKey(right));
}

/** Days after the ceasefire before dates, dates before unstated. */
const dueKey = (by: Requirement["neededBy"] | undefined): string =>
  by?.day != null ? `0 ${String(by.day).padStart(6, "0")}` : by?.date ? `1 ${by.date}` : "2";

const byReference = (a: Covered, b: Covered): number =>
  a.requirement.reference.localeCompare(b.requirement.reference, "en", { numeric: true });

/** Leads by component (land, sea, air …); null: nobody is named. */
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

/** Whether several offers together exceed the contribution. */
export function isOverOffered(
  line: Contribution,
  offers: readonly Pick<Offer, "amount">[],
  measure: Measure,
): boolean {
  if (offers.length === 0) return false;
  // One offers all of it, and there is another.
  if (offers.length > 1 && offers.some(({ amount }) => amount === null)) return true;
  const whole = spanOf(line, measure, null);
  if (whole?.high == null) return false;
  return offers.reduce((sum, { amount }) => sum + (amount === null ? 0n : scaled(amount)), 0n) > whole.high;
}
