// The scale of a requirement's drawing: from nothing to the largest amount on it, so that no bar is cut.
import { decimalOf } from "../../base/amount";
import type { Amount } from "../../requirements/quantity-range";
import type { RequirementCoverage } from "../../requirements/requirement-coverage";
import { STRENGTHS } from "../../requirements/strength-figures";
import { ticksUpTo } from "./axis";

export interface NeedScale {
  ticks: number[];
  /** Percent of the drawing's width, to a tenth. Any amount above 0 is visible. */
  share: (amount: Amount) => number;
}

export function needScale(
  coverage: Pick<RequirementCoverage, "need" | (typeof STRENGTHS)[number]>,
): NeedScale {
  const ends = STRENGTHS.flatMap((strength) => [coverage[strength].low, coverage[strength].high ?? 0n]);
  const ticks = ticksUpTo(Math.max(...[coverage.need, ...ends].map(numberOf)));
  const top = ticks.at(-1) ?? 1;
  return {
    ticks,
    share: (amount) =>
      amount <= 0n ? 0 : Math.min(100, Math.max(LEAST, Math.round((numberOf(amount) / top) * 1_000) / 10)),
  };
}

const LEAST = 0.5;

const numberOf = (amount: Amount): number => Number(decimalOf(amount));
