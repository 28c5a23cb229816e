// What the bars of the requirements show, in figures: their title is a sentence made of them.
import type { RequirementDetails } from "./requirement-details";
import { STRENGTHS } from "./strength-figures";

export interface NeedsFinding {
  /** Open requirements. */
  of: number;
  /** Those of them for which no offer has a number, of any strength. */
  unnumbered: number;
  /** The one of which firm offers cover the largest part, and how much, rounded down; null: none is covered at all. */
  closest: { title: string; percent: number } | null;
}

export function needsFinding(
  details: readonly Pick<RequirementDetails, "requirement" | "coverage">[],
): NeedsFinding {
  const open = details.filter(
    ({ requirement, coverage }) => requirement.closed === null && coverage.need > 0n,
  );
  const covered = open
    .map(({ requirement, coverage: { firm, need } }) => ({
      title: requirement.title,
      percent: Math.min(100, Number((firm.low * 100n) / need)),
      firm: firm.low,
    }))
    .filter(({ firm }) => firm > 0n);
  const closest = covered.reduce<(typeof covered)[number] | null>(
    (best, one) => (best === null || one.percent > best.percent ? one : best),
    null,
  );
  return {
    of: open.length,
    unnumbered: open.filter(({ coverage }) =>
      STRENGTHS.every((strength) => coverage[strength].low === 0n && coverage[strength].sealed === 0),
    ).length,
    closest: closest && { title: closest.title, percent: closest.percent },
  };
}
