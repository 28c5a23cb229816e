// The offers for a requirement: what each would add to the firm figure, what has to hold for that, and whom to ask.
import { decimalOf, scaled } from "../../../base/amount";
import { isActionable } from "../../../pledge/condition";
import { truthIn } from "../../../conditions/leaf-facts";
import type { Day } from "../../../base/day";
import { followed } from "../../../conditions/successors";
import type { Contribution } from "../../../pledge/contribution";
import type { Pledge } from "../../../pledge/pledge";
import type { Amount, Measure } from "../../../requirements/quantity-range";
import type { Requirement } from "../../../requirements/requirement";
import { spanOf, type RequirementCoverage } from "../../../requirements/requirement-coverage";
import { requirementDetails } from "../../../requirements/requirement-details";
import type { ContributionAssumption } from "../assumption";
import { settingsIn, type Snapshot } from "../../snapshot";
import { factsFor, indexOf } from "../../snapshot-index";
import { offersFor } from "../../snapshot-requirements";
import { allOf, HOLDS_ALWAYS, formulaOf, type Formula } from "./formula";
import type { Item } from "./problem";
import { ALLOCATED, type Variables } from "./variables";

export function requirementCoverageIn(
  world: Snapshot,
  requirement: Requirement,
  on: Day,
): RequirementCoverage {
  const offers = offersFor(world, [requirement]);
  const pledges = new Map(
    offers.flatMap(({ pledge: reference }) => {
      const pledge = indexOf(world).pledges.get(reference);
      if (pledge === undefined) return [];
      const truthOf = truthIn(factsFor(world, pledge.condition), on);
      return [[reference, { ...pledge, actionable: isActionable(pledge.condition, truthOf) }] as const];
    }),
  );
  return requirementDetails(requirement, offers, pledges, settingsIn(world).timeZone).coverage;
}

/** An offer that may become firm, by the lower end of its number. */
interface Candidate {
  pledge: Pledge;
  line: Contribution;
  /** Null: no number is known. */
  low: Amount | null;
  /** What supposing the upper end of what was said would add; null: nothing. */
  raise: { means: ContributionAssumption; gain: Amount } | null;
}

export function candidatesIn(world: Snapshot, { offers, measure }: RequirementCoverage): Candidate[] {
  const counting = offers.flatMap(({ offer, line, judgement }) => {
    const pledge = indexOf(world).pledges.get(offer.pledge);
    if (pledge === undefined || line === null || offer.withdrawn !== null || pledge.voided !== null)
      return [];
    if (judgement.fit === null || judgement.fit === "NEAR_MISS") return [];
    return [{ pledge, line, part: offer.amount === null ? null : scaled(offer.amount) }];
  });
  return counting
    .map(({ pledge, line, part }): Candidate => {
      const span = spanOf(line, measure, "firm");
      if (span === null) return { pledge, line, low: null, raise: null };
      const parts = counting.filter((one) => one.line.id === line.id).flatMap((one) => one.part ?? []);
      const low = leastOf(span.low, part);
      const most = span.high ?? greatest(parts);
      const gain = most === null ? 0n : leastOf(most, part) - low;
      const means = most === null ? null : supposedNumber(line, measure, most);
      return { pledge, line, low, raise: means === null || gain <= 0n ? null : { means, gain } };
    })
    .sort(inOrder);
}

const leastOf = (amount: Amount, part: Amount | null): Amount =>
  part !== null && part < amount ? part : amount;

const greatest = (amounts: readonly Amount[]): Amount | null =>
  amounts.reduce<Amount | null>((most, one) => (most === null || one > most ? one : most), null);

/** A sealed number is counted by its lower end alone: a supposition would tell the upper one. */
function supposedNumber(
  { id: contribution, quantity }: Contribution,
  measure: Measure,
  most: Amount,
): ContributionAssumption | null {
  const amount = decimalOf(most);
  if ("currency" in measure) return { contribution, amount, currency: measure.currency };
  return quantity.kind === "SEALED" ? null : { contribution, quantity: Number(amount), unit: measure.unit };
}

/** Firm: allocated, its condition true, and then as much as its lower end, or its upper end where that is supposed. */
export function itemsOf(candidates: readonly Candidate[], world: Snapshot, variables: Variables): Item[] {
  const { replacedBy } = indexOf(world);
  const known = new Map<Pledge, Formula>();
  const firmOf = (pledge: Pledge): Formula => {
    const { condition } = pledge;
    const starts =
      condition === null ? HOLDS_ALWAYS : formulaOf(followed(condition, replacedBy), variables.literal);
    return allOf([variables.stage(pledge, ALLOCATED, isPledged(pledge)), starts]);
  };
  return candidates.flatMap(({ pledge, low, raise }) => {
    if (low === null || (low === 0n && raise === null)) return [];
    const formula = known.get(pledge) ?? firmOf(pledge);
    known.set(pledge, formula);
    const raised = raise && { formula: allOf([formula, variables.number(raise.means)]), gain: raise.gain };
    return [{ formula, gain: low }, ...(raised ? [raised] : [])].filter(({ gain }) => gain > 0n);
  });
}

/** An allocation is one decision from Pledged on; before, there is nothing to set aside. */
const isPledged = ({ stage }: Pledge): boolean => stage === "PLEDGED" || stage === "COMMITTED";

const inOrder = (a: Candidate, b: Candidate): number =>
  compare(a.pledge.reference, b.pledge.reference) || compare(a.line.id, b.line.id);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
