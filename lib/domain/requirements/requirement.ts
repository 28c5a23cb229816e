// What the coalition needs: a capability, how much, where, and by when. Offers are in offer.ts, their coverage in
// requirement-coverage.ts.
import { spanOfMoney, spanOfQuantity, type Amount, type Measure } from "./quantity-range";
import { CONTRIBUTION_KINDS, DOMAINS, LOCATIONS } from "../pledge/contribution";
import { dayOf, type Day, type Instant } from "../base/day";
import type { Fields, ValuesOf } from "../base/field";
import type { Money } from "../pledge/money";
import { PRIORITIES } from "../base/priority";
import type { Quantity, QuantityKind } from "../pledge/quantity";

export const CRITICALITIES = [1, 2, 3] as const;
export type Criticality = (typeof CRITICALITIES)[number];

/** Allowed kinds of quantity; the lower end is what must be met. */
export const NEED_KINDS = [
  "EXACT",
  "AT_LEAST",
  "RANGE",
  "APPROXIMATE",
] as const satisfies readonly QuantityKind[];

/** The page shows all of them, and all offers for one. */
export const MOST_REQUIREMENTS = 500;
export const MOST_OFFERS = 500;

export const REQUIREMENT_REFERENCE = /^[A-Z][A-Z0-9-]{1,19}$/;

/** Days after the ceasefire, a date, or neither where unstated. */
export interface NeededBy {
  day: number | null;
  date: Day | null;
}

/** In the order of forms and histories. */
export const REQUIREMENT_FIELDS = {
  title: { is: "line", limit: 120, required: true },
  capability: { is: "code", of: CONTRIBUTION_KINDS, required: true },
  priority: { is: "grade", of: PRIORITIES, required: true },
  domain: { is: "code", of: DOMAINS, required: true },
  location: { is: "code", of: LOCATIONS, required: true },
  quantity: { is: "part" },
  money: { is: "part" },
  neededBy: { is: "part", required: true },
  /** 1 is the most critical. */
  criticality: { is: "grade", of: CRITICALITIES, required: true },
  /** The participant that leads. */
  lead: { is: "participant" },
  note: { is: "text", limit: 2_000 },
} as const satisfies Fields;

export interface Requirement extends ValuesOf<typeof REQUIREMENT_FIELDS> {
  id: string;
  /** `DEMO-1`: chosen by people, permanent. */
  reference: string;
  /** Exactly one of the two. */
  quantity: Quantity | null;
  money: Money | null;
  neededBy: NeededBy;
  /** No longer needed, or met by other means: then nothing counts towards it. */
  closed: { at: Instant; reason: string } | null;
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
}

export function measureOf({ quantity, money }: Pick<Requirement, "quantity" | "money">): Measure {
  if (money !== null) return { currency: money.currency };
  if (quantity?.unit) return { unit: quantity.unit };
  throw new Error("a requirement has a unit or a currency");
}

/** The amount to meet: the lower end. */
export function needOf({ quantity, money }: Pick<Requirement, "quantity" | "money">): Amount {
  if (money !== null) return spanOfMoney(money).low;
  return (quantity && spanOfQuantity(quantity)?.low) ?? 0n;
}

/** Items on the requirement itself. They aren't in `counted`, as no pledge lacks anything because of them. */
export const REQUIREMENT_CODES = ["SHORTFALL", "NO_LEAD"] as const;
export type RequirementCode = (typeof REQUIREMENT_CODES)[number];

export interface RequirementItem {
  code: RequirementCode;
  since: Day;
}

export function unresolvedRequirement(
  requirement: Pick<Requirement, "closed" | "lead" | "createdAt">,
  shortfall: Amount,
  timeZone: string,
): RequirementItem[] {
  if (requirement.closed !== null) return [];
  const since = dayOf(requirement.createdAt, timeZone);
  return [
    ...(shortfall > 0n ? [{ code: "SHORTFALL" as const, since }] : []),
    ...(requirement.lead === null ? [{ code: "NO_LEAD" as const, since }] : []),
  ];
}
