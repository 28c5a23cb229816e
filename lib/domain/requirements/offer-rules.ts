// Items about a pledge's offers: one doesn't fit, or more is offered than there is.
import type { Cause } from "../conditions/cause";
import type { Contribution } from "../pledge/contribution";
import { dayOf, latest } from "../base/day";
import { judge, type Judgement, type OfferOn } from "./offer";
import type { Pledge } from "../pledge/pledge";
import { measureOf } from "./requirement";
import { isOverOffered } from "./requirement-coverage";
import { measureKey } from "./quantity-range";

export type OfferCode = "CAVEAT_MISMATCH" | "OVER_OFFERED";

type Offering = Pick<Pledge, "contributions">;

export interface OfferContext {
  /** Offers not withdrawn, on requirements that aren't closed. */
  offers: readonly OfferOn[];
  timeZone: string;
}

export const OFFER_RULES: Record<OfferCode, (pledge: Offering, context: OfferContext) => Cause[]> = {
  CAVEAT_MISMATCH: (pledge, { offers, timeZone }) =>
    judged(pledge, offers).flatMap(({ offer, requirement, judgement }) => {
      const [first] = judgement.because;
      if (judgement.fit !== "NEAR_MISS" || !first) return [];
      const caveats = judgement.because.flatMap((one) => (one.what === "caveat" ? [one.caveat] : []));
      const what = caveats.length > 0 ? "caveat" : judgement.by === "person" ? "stated" : first.what;
      const data = {
        requirement: requirement.reference,
        title: requirement.title,
        caveats: caveats.join(", "),
      };
      return [{ what, since: dayOf(offer.createdAt, timeZone), data }];
    }),
  OVER_OFFERED: (pledge, { offers, timeZone }) => {
    const fitting = judged(pledge, offers).filter(({ judgement }) => judgement.fit !== "NEAR_MISS");
    return pledge.contributions.flatMap((line) =>
      byMeasure(fitting.filter(({ offer }) => offer.contribution === line.id)).flatMap((alike) =>
        overOffered(line, alike, timeZone),
      ),
    );
  },
};

/** Different units and currencies aren't added up. */
function byMeasure(offers: readonly OfferOn[]): OfferOn[][] {
  const keys = new Set(offers.map(({ requirement }) => measureKey(requirement)));
  return [...keys].map((key) => offers.filter(({ requirement }) => measureKey(requirement) === key));
}

function overOffered(line: Contribution, alike: readonly OfferOn[], timeZone: string): Cause[] {
  const [first] = alike;
  const offers = alike.map(({ offer }) => offer);
  if (!first || !isOverOffered(line, offers, measureOf(first.requirement))) return [];
  const requirements = alike.map(({ requirement }) => requirement.reference).sort();
  const since = latest(offers.map(({ createdAt }) => dayOf(createdAt, timeZone)));
  return [{ what: "line", since, data: { kind: line.kind, requirements: requirements.join(", ") } }];
}

/** Each offer's fit to the current contribution. */
function judged(
  { contributions }: Offering,
  offers: readonly OfferOn[],
): (OfferOn & { judgement: Judgement })[] {
  return offers.map((one) => {
    const line = contributions.find(({ id }) => id === one.offer.contribution) ?? null;
    return { ...one, judgement: judge(one.requirement, line, one.offer) };
  });
}
