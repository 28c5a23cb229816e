// A requirement for display: the record, its coverage, and what is open on it.
import type { Contribution } from "../pledge/contribution";
import type { UnitOf } from "../pledge/same-as";
import { judge, NOTHING_STATED, type Judgement, type Offer } from "./offer";
import { unresolvedRequirement, type Requirement, type RequirementItem } from "./requirement";
import {
  requirementCoverage,
  hasUnsaid,
  type Covered,
  type Offered,
  type OfferedPledge,
} from "./requirement-coverage";

export interface RequirementDetails extends Covered {
  /** Of the record. */
  version: number;
  unresolved: RequirementItem[];
}

/** `actionableIfMet`: with a trigger supposed to be met, and all else as it is. */
export type PledgeWithLines = OfferedPledge & { contributions: Contribution[]; actionableIfMet: boolean };

export const asIfMet = (pledge: PledgeWithLines): PledgeWithLines => ({
  ...pledge,
  actionable: pledge.actionableIfMet,
});

/** `offers` and `pledges` may include those of other requirements. `unitOf`: of all lines on record. */
export function requirementDetails(
  requirement: Requirement,
  offers: readonly Offer[],
  pledges: ReadonlyMap<string, OfferedPledge & Pick<PledgeWithLines, "contributions">>,
  unitOf: UnitOf,
  timeZone: string,
): RequirementDetails {
  const own = offers.filter((offer) => offer.requirement === requirement.reference);
  const offered = own.flatMap((offer): Offered[] => {
    const pledge = pledges.get(offer.pledge);
    if (!pledge) return [];
    const line = pledge.contributions.find(({ id }) => id === offer.contribution) ?? null;
    return [{ offer, pledge, line, unit: unitOf(offer.contribution) }];
  });
  const coverage = requirementCoverage(requirement, offered);
  return {
    version: requirement.version,
    requirement,
    coverage,
    unresolved: unresolvedRequirement(requirement, coverage.shortfall, timeZone),
  };
}

/** A contribution that could be offered, and its fit. */
export interface Candidate {
  pledge: OfferedPledge;
  line: Contribution;
  judgement: Judgement;
}

export const candidate = (
  requirement: Requirement,
  pledge: OfferedPledge,
  line: Contribution,
): Candidate => ({
  pledge,
  line,
  judgement: judge(requirement, line, NOTHING_STATED),
});

/** Figures for the sentence above the list. */
export interface RequirementFigures {
  requirements: number;
  /** Covered by firm offers. */
  filled: number;
  /** Not covered, and a counting offer has no number. */
  unsaid: number;
  withoutOffer: number;
}

export function figuresOf(details: readonly RequirementDetails[]): RequirementFigures {
  const open = details.filter(({ requirement }) => requirement.closed === null);
  return {
    requirements: open.length,
    filled: open.filter(({ coverage }) => coverage.shortfall === 0n).length,
    unsaid: open.filter(({ coverage }) => coverage.shortfall > 0n && hasUnsaid(coverage)).length,
    withoutOffer: open.filter(({ coverage }) =>
      coverage.offers.every(({ offer }) => offer.withdrawn !== null),
    ).length,
  };
}
