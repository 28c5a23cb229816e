// A line of a pledge: what is contributed, how much, where, when and under which caveats, and what is set aside for it.
import type { Day } from "../base/day";
import type { Fields, ValuesOf } from "../base/field";
import type { Money } from "./money";
import type { Quantity } from "./quantity";
import type { SameAs } from "./same-as";

export const CONTRIBUTION_KINDS = [
  "TROOPS",
  "STAFF_OFFICERS",
  "AIR",
  "MARITIME",
  "GROUND_AIR_DEFENCE",
  "MINE_CLEARANCE",
  "MONITORING_SENSORS",
  "OBSERVERS",
  "TRAINING",
  "EQUIPMENT",
  "AMMUNITION",
  "FUNDING",
  "INTELLIGENCE",
  "LOGISTICS_TRANSIT",
  "BASING_HOST_NATION",
  "INDUSTRY_CO_PRODUCTION",
  "SANCTIONS",
  "DIPLOMACY",
  "COMMAND_HQ",
  "RECONSTRUCTION_SECURITY",
  "TECHNOLOGY",
  "OTHER",
] as const;
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];

export const DOMAINS = ["LAND", "SEA", "AIR", "CYBER", "SPACE", "JOINT", "NON_MILITARY", "UNSTATED"] as const;
export type Domain = (typeof DOMAINS)[number];

/** The only possible domain of a kind. Troops may be joint and money may be for any domain, so these are asked for. */
export const DOMAIN_OF: Partial<Record<ContributionKind, Domain>> = {
  AIR: "AIR",
  MARITIME: "SEA",
  SANCTIONS: "NON_MILITARY",
  DIPLOMACY: "NON_MILITARY",
};

export const LOCATIONS = [
  "IN_UKRAINE",
  "NEIGHBOURING_ALLY",
  "BLACK_SEA",
  "AIRSPACE",
  "HOME_NATION",
  "REMOTE",
  "UNSTATED",
] as const;
export type Location = (typeof LOCATIONS)[number];

export const CAVEAT_CATEGORIES = [
  "NO_TROOPS_IN_UKRAINE",
  "GEOGRAPHIC",
  "NO_GROUND_COMBAT",
  "NOT_ON_CONTACT_LINE",
  "RULES_OF_ENGAGEMENT",
  "DURATION",
  "CHAIN_OF_COMMAND",
  "THIRD_PARTY_APPROVAL",
  "SUPPORT_ROLE_ONLY",
  "EQUIPMENT",
  "PERSONNEL_TYPE",
  "OTHER",
] as const;
export type CaveatCategory = (typeof CAVEAT_CATEGORIES)[number];

export interface Caveat {
  category: CaveatCategory;
  text: string;
}

export interface Allocated {
  quantity: Quantity | null;
  money: Money | null;
  on: Day;
}

/** In the order of forms. */
export const CONTRIBUTION_FIELDS = {
  kind: { is: "code", of: CONTRIBUTION_KINDS, required: true, material: true },
  domain: { is: "code", of: DOMAINS, required: true },
  location: { is: "code", of: LOCATIONS, required: true },
  quantity: { is: "part", required: true, material: true },
  money: { is: "part", material: true },
  noticeToMoveDays: { is: "number", limit: 3_650 },
  availableFrom: { is: "day", material: true },
  availableTo: { is: "day", material: true },
  caveats: { is: "part", required: true, material: true },
  allocated: { is: "part", material: true, added: true },
  /** Material where it is confirmed. */
  sameAs: { is: "part", added: true },
} as const satisfies Fields;

export interface Contribution extends ValuesOf<typeof CONTRIBUTION_FIELDS> {
  id: string;
  quantity: Quantity;
  money: Money | null;
  caveats: Caveat[];
  /** Null: nothing is stated. */
  allocated: Allocated | null;
  /** Null: no other line is known to be the same unit or sum. */
  sameAs: SameAs | null;
}
