// An offer links a contribution to a requirement. Its fit follows from the small table here, by caveats and location.
// Where the table is open, a person decides, with a reason.
import type { Pledge } from "../pledge/pledge";
import type { FieldError } from "../base/refusal";
import { isSameMeasure, measuresOf, spanOfMoney, spanOfQuantity } from "./quantity-range";
import { isOnLadder } from "../pledge/stages";
import { scaled } from "../base/amount";
import type { CaveatCategory, Contribution, ContributionKind, Location } from "../pledge/contribution";
import type { Instant } from "../base/day";
import { measureOf, type Requirement } from "./requirement";

export const FITS = ["FULL", "PARTIAL", "NEAR_MISS"] as const;
export type Fit = (typeof FITS)[number];

export interface Offer {
  id: string;
  /** References of both. */
  requirement: string;
  pledge: string;
  /** Id of the pledge's contribution. */
  contribution: string;
  /** An exact decimal: the part offered; null: all of it. */
  amount: string | null;
  /** A person's judgement, where the table is open. */
  fit: Fit | null;
  reason: string | null;
  withdrawn: { at: Instant; reason: string } | null;
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
}

/** Why it doesn't fully fit; `caveat` names the caveat. */
export type OfferHindrance =
  | { what: "caveat"; caveat: CaveatCategory }
  | { what: "location" }
  | { what: "kind" }
  | { what: "domain" }
  | { what: "measure" }
  | { what: "gone" }
  | { what: "stated"; reason: string };

export interface Judgement {
  /** Null: the table is open, and nobody has judged. */
  fit: Fit | null;
  by: "table" | "person" | null;
  /** What is in the way, or still to be judged. */
  because: OfferHindrance[];
}

export type OfferRequest = Pick<Requirement, "capability" | "domain" | "location" | "quantity" | "money">;
export type OfferableLine = Pick<
  Contribution,
  "kind" | "domain" | "location" | "quantity" | "money" | "caveats"
>;

/** The table first: where it decides, a person's judgement is ignored. */
export function judge(
  request: OfferRequest,
  line: OfferableLine | null,
  stated: Pick<Offer, "fit" | "reason">,
): Judgement {
  if (line === null) return { fit: "NEAR_MISS", by: "table", because: [{ what: "gone" }] };
  const found = verdictsOf(request, line);
  const of = (verdict: FitVerdict): OfferHindrance[] =>
    found.filter((one) => one.verdict === verdict).map(({ because }) => because);
  const [misses, open, partly] = [of("NEAR_MISS"), of("OPEN"), of("PARTIAL")];
  if (misses.length > 0) return { fit: "NEAR_MISS", by: "table", because: caveatsFirst(misses) };
  if (open.length === 0) return { fit: partly.length > 0 ? "PARTIAL" : "FULL", by: "table", because: partly };
  if (stated.fit === null) return { fit: null, by: null, because: [...open, ...partly] };
  const said: OfferHindrance[] = stated.reason === null ? [] : [{ what: "stated", reason: stated.reason }];
  return { fit: stated.fit, by: "person", because: [...open, ...partly, ...said] };
}

/** An excluding caveat is a better reason than another location. */
function caveatsFirst(misses: OfferHindrance[]): OfferHindrance[] {
  const caveats = misses.filter(({ what }) => what === "caveat");
  return caveats.length > 0 ? caveats : misses;
}

/** It has the same unit or the same currency. */
export const isComparable = (
  wanted: Pick<Requirement, "quantity" | "money">,
  line: Pick<OfferableLine, "quantity" | "money">,
): boolean => measuresOf(line).some((measure) => isSameMeasure(measure, measureOf(wanted)));

/** Faults of a new offer, by field. No fault may reveal a sealed number. */
export function whyNotOffer(
  requirement: OfferRequest,
  { stage, voided }: Pick<Pledge, "stage" | "voided">,
  line: OfferableLine,
  stated: Pick<Offer, "amount" | "fit" | "reason">,
): FieldError[] {
  if (voided !== null || !isOnLadder(stage)) return [{ path: "pledge", code: "not-in-force" }];
  if (!isComparable(requirement, line)) return [{ path: "contribution", code: "another-measure" }];
  const judgement = judge(requirement, line, NOTHING_STATED);
  return [
    ...whyNotAmount(requirement, line, stated.amount),
    ...(judgement.fit === null && stated.fit === null ? [{ path: "fit", code: "fit-open" }] : []),
    ...(judgement.fit !== null && stated.fit !== null ? [{ path: "fit", code: "fit-decided" }] : []),
    ...(stated.fit !== null && stated.reason === null ? [{ path: "reason", code: "required" }] : []),
  ];
}

function whyNotAmount(requirement: OfferRequest, line: OfferableLine, amount: string | null): FieldError[] {
  if (amount === null) return [];
  const isMoney = requirement.money !== null;
  const span = isMoney
    ? line.money && spanOfMoney(line.money)
    : line.quantity.kind === "SEALED"
      ? null
      : spanOfQuantity(line.quantity);
  if (!span) return [{ path: "amount", code: "no-part-of-it" }];
  if (!isMoney && amount.includes(".")) return [{ path: "amount", code: "not-whole" }];
  return span.high !== null && scaled(amount) > span.high
    ? [{ path: "amount", code: "more-than-there-is" }]
    : [];
}

export const NOTHING_STATED: Pick<Offer, "fit" | "reason"> = { fit: null, reason: null };

export type FitVerdict = "FULL" | "PARTIAL" | "NEAR_MISS" | "OPEN";

/** Whether it stays where it is sent: then the location counts. */
const STAYS: Record<ContributionKind, boolean> = {
  TROOPS: true,
  STAFF_OFFICERS: true,
  AIR: true,
  MARITIME: true,
  GROUND_AIR_DEFENCE: true,
  MINE_CLEARANCE: true,
  MONITORING_SENSORS: true,
  OBSERVERS: true,
  TRAINING: true,
  EQUIPMENT: false,
  AMMUNITION: false,
  FUNDING: false,
  INTELLIGENCE: false,
  LOGISTICS_TRANSIT: true,
  BASING_HOST_NATION: true,
  INDUSTRY_CO_PRODUCTION: false,
  SANCTIONS: false,
  DIPLOMACY: false,
  COMMAND_HQ: true,
  RECONSTRUCTION_SECURITY: true,
  TECHNOLOGY: false,
  OTHER: false,
};

/** Each caveat's effect, by location needed. Shown on the page Definitions. */
export const CAVEAT_TABLE: Record<
  CaveatCategory,
  { where: "elsewhere" | "ukraine" | "anywhere"; then: Exclude<FitVerdict, "FULL"> }
> = {
  NO_TROOPS_IN_UKRAINE: { where: "ukraine", then: "NEAR_MISS" },
  GEOGRAPHIC: { where: "elsewhere", then: "NEAR_MISS" },
  NO_GROUND_COMBAT: { where: "ukraine", then: "PARTIAL" },
  NOT_ON_CONTACT_LINE: { where: "ukraine", then: "PARTIAL" },
  RULES_OF_ENGAGEMENT: { where: "anywhere", then: "PARTIAL" },
  DURATION: { where: "anywhere", then: "PARTIAL" },
  SUPPORT_ROLE_ONLY: { where: "anywhere", then: "PARTIAL" },
  CHAIN_OF_COMMAND: { where: "anywhere", then: "OPEN" },
  THIRD_PARTY_APPROVAL: { where: "anywhere", then: "OPEN" },
  EQUIPMENT: { where: "anywhere", then: "OPEN" },
  PERSONNEL_TYPE: { where: "anywhere", then: "OPEN" },
  OTHER: { where: "anywhere", then: "OPEN" },
};

interface Found {
  verdict: FitVerdict;
  because: OfferHindrance;
}

function verdictsOf(request: OfferRequest, line: OfferableLine): Found[] {
  if (!isComparable(request, line)) return [{ verdict: "NEAR_MISS", because: { what: "measure" } }];
  return [
    ...line.caveats.flatMap(({ category }) => caveatVerdict(category, request, line)),
    ...whereVerdict(request, line),
    ...(line.kind === request.capability && line.kind !== "OTHER"
      ? []
      : [{ verdict: "OPEN" as const, because: { what: "kind" as const } }]),
    ...(isInDomain(request, line)
      ? []
      : [{ verdict: "OPEN" as const, because: { what: "domain" as const } }]),
  ];
}

function caveatVerdict(category: CaveatCategory, request: OfferRequest, line: OfferableLine): Found[] {
  const { where, then } = CAVEAT_TABLE[category];
  const because = { what: "caveat" as const, caveat: category };
  if (where === "ukraine" && (request.location !== "IN_UKRAINE" || !STAYS[line.kind])) return [];
  if (where !== "elsewhere") return [{ verdict: then, because }];
  // Bound to one place: the one it names, or possibly any where none is named.
  if (mayBeThere(line.location, request.location)) return [{ verdict: "OPEN", because }];
  return line.location === request.location || request.location === "UNSTATED"
    ? []
    : [{ verdict: then, because }];
}

/** "At home" may be in a neighbouring ally: a person must judge. */
const mayBeThere = (location: Location, wanted: Location): boolean =>
  location === "UNSTATED" || (location === "HOME_NATION" && wanted === "NEIGHBOURING_ALLY");

function whereVerdict(request: OfferRequest, { kind, location }: OfferableLine): Found[] {
  if (!STAYS[kind] || request.location === "UNSTATED" || location === request.location) return [];
  return [
    { verdict: mayBeThere(location, request.location) ? "OPEN" : "NEAR_MISS", because: { what: "location" } },
  ];
}

/** An unstated domain isn't matched automatically: a person judges it. */
function isInDomain(request: OfferRequest, line: OfferableLine): boolean {
  const domains = [request.domain, line.domain];
  if (domains.includes("UNSTATED")) return false;
  return request.domain === line.domain || domains.includes("JOINT");
}

/** A pledge's offer with its requirement. Only offers not withdrawn, on requirements that aren't closed. */
export interface OfferOn {
  offer: Offer;
  requirement: OfferRequest & Pick<Requirement, "reference" | "title">;
}
