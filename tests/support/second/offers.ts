// Offers, once more: whether a contribution fits what is asked (decisions 26 and 50, the table of caveats on the page
// Definitions), and whether more is offered than there is.
import { CAVEAT_TABLE, type Fit, type Offer } from "@/lib/domain/requirements/offer";
import type { Contribution, ContributionKind } from "@/lib/domain/pledge/contribution";
import type { Money } from "@/lib/domain/pledge/money";
import type { Quantity } from "@/lib/domain/pledge/quantity";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { Requirement } from "@/lib/domain/requirements/requirement";
import { intervalIn, tenThousandths, type Interval } from "./amounts";
import { dayIn, lastOf } from "./days";
import type { SmallRegister } from "./register";
import type { Cause } from "./causes";

/** Goods, money and what works from afar aren't bound to a place. */
const MOVABLE: readonly ContributionKind[] = [
  ...(["EQUIPMENT", "AMMUNITION", "FUNDING", "INTELLIGENCE", "INDUSTRY_CO_PRODUCTION"] as const),
  ...(["SANCTIONS", "DIPLOMACY", "TECHNOLOGY", "OTHER"] as const),
];

export const measureAsked = ({ quantity, money }: Pick<Requirement, "quantity" | "money">): string =>
  money?.currency ?? quantity?.unit ?? "";

/** What of a line is measured as asked. */
export const partAsked = (
  { quantity, money }: Pick<Contribution, "quantity" | "money">,
  requirement: Requirement,
): Quantity | Money | null => {
  if (requirement.money) return money?.currency === requirement.money.currency ? money : null;
  return quantity.unit === requirement.quantity?.unit ? quantity : null;
};

/** What speaks against a fit, each with its weight. */
export function objections(
  requirement: Requirement,
  line: Contribution | undefined,
): { what: string; caveat?: string; then: Fit | "OPEN" }[] {
  if (!line) return [{ what: "gone", then: "NEAR_MISS" }];
  if (partAsked(line, requirement) === null) return [{ what: "measure", then: "NEAR_MISS" }];
  const isPlaced = !MOVABLE.includes(line.kind);
  const isElsewhere = requirement.location !== "UNSTATED" && line.location !== requirement.location;
  const isDoubtful =
    line.location === "UNSTATED" ||
    (line.location === "HOME_NATION" && requirement.location === "NEIGHBOURING_ALLY");
  const found: ReturnType<typeof objections> = [];
  for (const { category } of line.caveats) {
    const { where, then } = CAVEAT_TABLE[category];
    const caveat = { what: "caveat", caveat: category };
    if (where === "anywhere") found.push({ ...caveat, then });
    if (where === "ukraine" && requirement.location === "IN_UKRAINE" && isPlaced)
      found.push({ ...caveat, then });
    if (where === "elsewhere" && isDoubtful) found.push({ ...caveat, then: "OPEN" });
    if (where === "elsewhere" && !isDoubtful && isElsewhere) found.push({ ...caveat, then });
  }
  if (isPlaced && isElsewhere) found.push({ what: "location", then: isDoubtful ? "OPEN" : "NEAR_MISS" });
  if (line.kind !== requirement.capability || line.kind === "OTHER")
    found.push({ what: "kind", then: "OPEN" });
  const domains = [line.domain, requirement.domain];
  const isJoint = domains.includes("JOINT") || line.domain === requirement.domain;
  if (domains.includes("UNSTATED") || !isJoint) found.push({ what: "domain", then: "OPEN" });
  return found;
}

/** Null: it is for a person to say, and nobody has. */
export function fitOf(
  requirement: Requirement,
  line: Contribution | undefined,
  { fit }: Pick<Offer, "fit">,
): Fit | null {
  const weights = objections(requirement, line).map(({ then }) => then);
  if (weights.includes("NEAR_MISS")) return "NEAR_MISS";
  if (weights.includes("OPEN")) return fit;
  return weights.includes("PARTIAL") ? "PARTIAL" : "FULL";
}

/** Not withdrawn, on requirements that aren't closed. */
const standingOffers = ({ offers, requirements }: SmallRegister, { reference, contributions }: Pledge) =>
  offers
    .filter(({ pledge, withdrawn }) => pledge === reference && !withdrawn)
    .flatMap((offer) => {
      const requirement = requirements.find((one) => one.reference === offer.requirement && !one.closed);
      const line = contributions.find(({ id }) => id === offer.contribution);
      return requirement ? [{ offer, asked: requirement, line, fit: fitOf(requirement, line, offer) }] : [];
    });

export function* saidOfOffers(register: SmallRegister, pledge: Pledge): Generator<Cause> {
  const inForce = standingOffers(register, pledge);
  const dayOf = ({ createdAt }: Offer): string => dayIn(register.timeZone, createdAt);
  for (const { offer, asked: requirement, line, fit } of inForce) {
    if (fit !== "NEAR_MISS") continue;
    const said = objections(requirement, line);
    // What the table holds against it, else what it left to the person who said so; a caveat first.
    const misses = said.filter(({ then }) => then === "NEAR_MISS");
    const doubts = said.toSorted((a, b) => Number(b.then === "OPEN") - Number(a.then === "OPEN"));
    const reasons = misses.length > 0 ? misses : doubts;
    const caveats = reasons.flatMap(({ caveat }) => caveat ?? []).join(", ");
    const what = caveats ? "caveat" : (misses[0]?.what ?? "stated");
    yield {
      ...{ code: "CAVEAT_MISMATCH", what, since: dayOf(offer) },
      data: { requirement: requirement.reference, title: requirement.title, caveats },
    };
  }
  for (const line of pledge.contributions) {
    const own = inForce.filter(({ fit, offer }) => offer.contribution === line.id && fit !== "NEAR_MISS");
    for (const measure of new Set(own.map(({ asked: requirement }) => measureAsked(requirement)))) {
      const alike = own.filter(({ asked: requirement }) => measureAsked(requirement) === measure);
      const there = alike[0] ? intervalIn(partAsked(line, alike[0].asked)) : null;
      const parts = alike.map(({ offer }) => offer.amount);
      if (!isTooMuch(there, parts)) continue;
      const requirements = alike
        .map(({ asked: requirement }) => requirement.reference)
        .sort()
        .join(", ");
      const since = lastOf(...alike.map(({ offer }) => dayOf(offer)));
      yield { code: "OVER_OFFERED", what: "line", since, data: { kind: line.kind, requirements } };
    }
  }
}

/** All of it and something more, however much there is; or parts that come to more than there can be. */
function isTooMuch(there: Interval | null, parts: readonly (string | null)[]): boolean {
  if (parts.includes(null)) return parts.length > 1;
  const sum = parts.reduce((total, part) => total + tenThousandths(part ?? "0"), 0n);
  return there !== null && there.high !== null && sum > there.high;
}
