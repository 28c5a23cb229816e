// How much of each requirement becomes firm when pledges become actionable.
import { requirementCoverage, type Covered, type Offered } from "./requirement-coverage";
import type { Amount, Measure } from "./quantity-range";

/** By lower ends. Offers without a number add nothing and are counted separately. */
export interface FirmGain {
  /** Its reference. */
  requirement: string;
  measure: Measure;
  amount: Amount;
  unsaid: number;
  sealed: number;
}

/** For the first requirements that gain, in their order; `most` also limits how many are computed. */
export function firmGains(
  covered: readonly Covered[],
  freed: readonly string[],
  most = Number.POSITIVE_INFINITY,
): FirmGain[] {
  const started = new Set(freed);
  const gains: FirmGain[] = [];
  for (const one of covered) {
    if (gains.length >= most) break;
    const gain = gainOf(one, started);
    if (gain !== null) gains.push(gain);
  }
  return gains;
}

function gainOf({ requirement, coverage }: Covered, started: ReadonlySet<string>): FirmGain | null {
  if (!coverage.offers.some(({ pledge }) => started.has(pledge.reference))) return null;
  const then = coverage.offers.map(({ offer, line, unit, pledge }): Offered => ({
    offer,
    line,
    unit,
    pledge: started.has(pledge.reference) ? { ...pledge, actionable: true } : pledge,
  }));
  const { measure, firm } = requirementCoverage(requirement, then);
  const amount = firm.low - coverage.firm.low;
  const [unsaid, sealed] = [firm.unsaid - coverage.firm.unsaid, firm.sealed - coverage.firm.sealed];
  if (amount <= 0n && unsaid <= 0 && sealed <= 0) return null;
  return { requirement: requirement.reference, measure, amount, unsaid, sealed };
}
