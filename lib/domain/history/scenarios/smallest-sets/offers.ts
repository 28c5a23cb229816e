// The offers for a requirement that may become firm, with what each would count then.
import { compareTexts } from "../../../base/listing";
import { decimalOf, scaled } from "../../../base/amount";
import { isActionable } from "../../../pledge/condition";
import { truthIn } from "../../../conditions/leaf-facts";
import type { Day } from "../../../base/day";
import type { Contribution } from "../../../pledge/contribution";
import type { UnitOf } from "../../../pledge/same-as";
import type { Pledge } from "../../../pledge/pledge";
import type { Amount, Measure } from "../../../requirements/quantity-range";
import type { Requirement } from "../../../requirements/requirement";
import { spanOf, type RequirementCoverage } from "../../../requirements/requirement-coverage";
import { requirementDetails } from "../../../requirements/requirement-details";
import type { ContributionAssumption } from "../assumption";
import { settingsIn, type Snapshot } from "../../snapshot";
import { factsFor, indexOf } from "../../snapshot-index";
import { offersFor } from "../../snapshot-requirements";

export function requirementCoverageIn(
  snapshot: Snapshot,
  requirement: Requirement,
  on: Day,
  unitOf: UnitOf,
): RequirementCoverage {
  const offers = offersFor(snapshot, [requirement]);
  const pledges = new Map(
    offers.flatMap(({ pledge: reference }) => {
      const pledge = indexOf(snapshot).pledges.get(reference);
      if (pledge === undefined) return [];
      const truthOf = truthIn(factsFor(snapshot, pledge.condition), on);
      return [[reference, { ...pledge, actionable: isActionable(pledge.condition, truthOf) }] as const];
    }),
  );
  return requirementDetails(requirement, offers, pledges, unitOf, settingsIn(snapshot).timeZone).coverage;
}

/** An offer that may become firm, by the lower end of its number. */
export interface FirmCandidate {
  pledge: Pledge;
  line: Contribution;
  /** The unit that the line names: the same for lines that are one. */
  unit: string;
  /** Null: no number is known. */
  low: Amount | null;
  /** What supposing the upper end of what was said would add; null: nothing. */
  raise: { means: ContributionAssumption; gain: Amount } | null;
}

export function candidatesIn(snapshot: Snapshot, { offers, measure }: RequirementCoverage): FirmCandidate[] {
  const counting = offers.flatMap(({ offer, line, judgement, unit }) => {
    const pledge = indexOf(snapshot).pledges.get(offer.pledge);
    if (pledge === undefined || line === null || offer.withdrawn !== null || pledge.voided !== null)
      return [];
    if (judgement.fit === null || judgement.fit === "NEAR_MISS") return [];
    return [{ pledge, line, unit, part: offer.amount === null ? null : scaled(offer.amount) }];
  });
  return counting
    .map(({ pledge, line, unit, part }): FirmCandidate => {
      const span = spanOf(line, measure, "firm");
      if (span === null) return { pledge, line, unit, low: null, raise: null };
      const parts = counting.filter((one) => one.line.id === line.id).flatMap((one) => one.part ?? []);
      const low = leastOf(span.low, part);
      const most = span.high ?? greatest(parts);
      const gain = most === null ? 0n : leastOf(most, part) - low;
      const means = most === null ? null : supposedNumber(line, measure, most);
      return { pledge, line, unit, low, raise: means === null || gain <= 0n ? null : { means, gain } };
    })
    .sort(inOrder);
}

const leastOf = (amount: Amount, part: Amount | null): Amount =>
  part !== null && part < amount ? part : amount;

const greatest = (amounts: readonly Amount[]): Amount | null =>
  amounts.reduce<Amount | null>((most, one) => (most === null || one > most ? one : most), null);

/** A sealed number is counted by its lower end alone: a supposition would reveal the upper one. */
function supposedNumber(
  { id: contribution, quantity }: Contribution,
  measure: Measure,
  most: Amount,
): ContributionAssumption | null {
  const amount = decimalOf(most);
  if ("currency" in measure) return { contribution, amount, currency: measure.currency };
  return quantity.kind === "SEALED" ? null : { contribution, quantity: Number(amount), unit: measure.unit };
}

const inOrder = (a: FirmCandidate, b: FirmCandidate): number =>
  compareTexts(a.pledge.reference, b.pledge.reference) || compareTexts(a.line.id, b.line.id);
