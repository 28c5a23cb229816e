// Offers of which no decision can say how much they would add: whom to ask, and about what.
import { compareTexts } from "../../../base/listing";
import { isOnLadder } from "../../../pledge/stages";
import type { Measure } from "../../../requirements/quantity-range";
import { spanOf, type RequirementCoverage, type Weighed } from "../../../requirements/requirement-coverage";
import type { Ask } from "./target";

export function asksIn({ offers, measure }: RequirementCoverage): Ask[] {
  return offers
    .flatMap((one): Ask[] => {
      const about = askAbout(one, measure);
      if (about === null || one.line === null) return [];
      const { reference, participant, title } = one.pledge;
      const { id, quantity } = one.line;
      return [
        { pledge: reference, participant, title, contribution: id, about, asStated: quantity.asStated },
      ];
    })
    .sort((a, b) => compareTexts(a.pledge, b.pledge) || compareTexts(a.contribution, b.contribution));
}

function askAbout({ offer, pledge, line, judgement }: Weighed, measure: Measure): Ask["about"] | null {
  const isOut = offer.withdrawn !== null || judgement.fit === "NEAR_MISS" || line === null;
  if (isOut || pledge.voided !== null || !isOnLadder(pledge.stage)) return null;
  if (judgement.fit === null) return "fit";
  const span = spanOf(line, measure, "firm");
  if (span !== null) return span.high === null && offer.amount === null ? "most" : null;
  return line.quantity.kind === "SEALED" && !("currency" in measure) ? "sealed" : "number";
}
