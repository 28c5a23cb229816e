// What of a requirement is covered, once more: offer by offer, one figure after the other (decision 26).
import type { Offer } from "@/lib/domain/requirements/offer";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { Requirement } from "@/lib/domain/requirements/requirement";
import { fitOf, partAsked } from "./offers";
import { figureTogether, NOTHING, plusFigure, type Figure, type PartOfLine, type Strength } from "./together";
import { groupsOf, linesThatAreOne } from "./same";
import { intervalIn, tenThousandths, type Interval } from "./amounts";
import type { SmallRegister } from "./register";
import { canStart, hasReached } from "./waiting";

/** The caller says which pledges may start: as it is, or as it would be. */
export type Starting = (pledge: Pledge) => boolean;

export const startingIn =
  (register: SmallRegister): Starting =>
  (pledge) =>
    canStart(register, pledge);

/** One figure; of those there by D+n, if a day is given. */
export function figureFor(
  register: SmallRegister,
  requirement: Requirement,
  strength: Strength,
  { starts = startingIn(register), day = null }: { starts?: Starting; day?: number | null } = {},
): Figure {
  const parts = register.offers.flatMap((offer): PartOfLine[] => {
    const pledge = register.pledges.find(({ reference }) => reference === offer.pledge);
    const line = pledge?.contributions.find(({ id }) => id === offer.contribution);
    const counts = pledge && strengthOf(requirement, pledge, offer, starts);
    if (offer.requirement !== requirement.reference || !pledge || !counts) return [];
    const notice = line?.noticeToMoveDays ?? null;
    if (day !== null && (notice === null || notice > day)) return [];
    return [{ line: offer.contribution, counts, part: partOffered(requirement, pledge, offer, counts) }];
  });
  return groupsOf(parts, ({ line: a }, { line: b }) => linesThatAreOne(register.pledges)(a, b))
    .map((alike) => figureTogether(alike, strength))
    .reduce(plusFigure, NOTHING);
}

/** Nowhere: undefined. */
export function strengthOf(
  requirement: Requirement,
  pledge: Pledge,
  offer: Offer,
  starts: Starting,
): Strength | undefined {
  if (requirement.closed || offer.withdrawn || pledge.voided) return undefined;
  const fit = fitOf(
    requirement,
    pledge.contributions.find(({ id }) => id === offer.contribution),
    offer,
  );
  if (fit === "NEAR_MISS") return undefined;
  if (hasReached(pledge, "ALLOCATED") && starts(pledge) && fit !== null) return "firm";
  if (hasReached(pledge, "COMMITTED")) return "conditional";
  return pledge.stage === "PLEDGED" ? "indicative" : undefined;
}

/** What was set aside, where it is firm and that is said in this measure; else what was promised; of it, the part. */
export function partOffered(
  requirement: Requirement,
  pledge: Pledge,
  { contribution, amount }: Offer,
  strength: Strength,
): Interval | "sealed" | "unsaid" {
  const line = pledge.contributions.find(({ id }) => id === contribution);
  if (!line) return "unsaid";
  const { quantity, money, allocated } = line;
  const aside = strength === "firm" && (requirement.money ? allocated?.money : allocated?.quantity);
  const said = partAsked(
    aside ? { quantity: allocated?.quantity ?? quantity, money: allocated?.money ?? money } : line,
    requirement,
  );
  const whole = intervalIn(said);
  if (whole === null) return said && "kind" in said && said.kind === "SEALED" ? "sealed" : "unsaid";
  if (amount === null) return whole;
  const part = tenThousandths(amount);
  return {
    ...whole,
    low: whole.low < part ? whole.low : part,
    high: whole.high !== null && whole.high < part ? whole.high : part,
    // Less than all of “about n” is exact.
    about: whole.about && part >= whole.low,
  };
}

export function shortfallOf(
  register: SmallRegister,
  requirement: Requirement,
  day: number | null = null,
): bigint {
  const need = intervalIn(requirement.money ?? requirement.quantity)?.low ?? 0n;
  const missing = need - figureFor(register, requirement, "firm", { day }).low;
  return missing > 0n ? missing : 0n;
}
