// The coalition's requirements, and the lines offered for them.
import { plusDays, type Instant } from "@/lib/domain/base/day";
import { unstatedIn } from "@/lib/domain/base/field";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { CONTRIBUTION_KINDS, DOMAINS, LOCATIONS, type Contribution } from "@/lib/domain/pledge/contribution";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { UNITS } from "@/lib/domain/pledge/quantity";
import { isOnLadder } from "@/lib/domain/pledge/stages";
import { isComparable, judge, NOTHING_STATED, type Offer } from "@/lib/domain/requirements/offer";
import {
  CRITICALITIES,
  MOST_OFFERS,
  MOST_REQUIREMENTS,
  REQUIREMENT_FIELDS,
  type Requirement,
} from "@/lib/domain/requirements/requirement";
import type { Chance } from "./chance";

const LEAST_REQUIREMENTS = 8;
const PLEDGES_A_REQUIREMENT = 200;
const OFFERED = 0.22;

export function requirementsFor(by: Chance, pledges: number, at: Instant): Requirement[] {
  const wanted = Math.max(LEAST_REQUIREMENTS, Math.ceil(pledges / PLEDGES_A_REQUIREMENT));
  return Array.from({ length: Math.min(MOST_REQUIREMENTS, wanted) }, (_, n) => requirementOf(by, n + 1, at));
}

function requirementOf(by: Chance, number: number, at: Instant): Requirement {
  const min = 1_000 * (1 + by.upTo(200));
  const isMoney = by.odds(0.2);
  const date = by.odds(0.1) ? plusDays(at.slice(0, 10), by.upTo(300)) : null;
  return {
    id: by.id(),
    reference: `NEED-${String(number)}`,
    ...unstatedIn(REQUIREMENT_FIELDS),
    title: `Need ${String(number)}`,
    capability: by.of(CONTRIBUTION_KINDS),
    priority: by.of(PRIORITIES),
    domain: by.of(DOMAINS),
    location: by.of(LOCATIONS),
    quantity: isMoney ? null : { kind: "AT_LEAST", min, max: null, unit: by.of(UNITS), asStated: null },
    money: isMoney ? { amount: `${String(min)}000000.00`, currency: by.of(["EUR", "GBP", "SEK"]) } : null,
    neededBy: { date, day: date === null && by.odds(0.9) ? by.of([1, 2, 3, 7, 30, 60]) : null },
    criticality: by.of(CRITICALITIES),
    lead: by.odds(0.4) ? by.of(["FR", "GB", "DE"]) : null,
    closed: by.odds(0.03) ? { at, reason: "Met by others." } : null,
    version: 1,
    createdAt: at,
    updatedAt: at,
  };
}

/** No more for one requirement than it may have. */
export function offersFor(
  by: Chance,
  requirements: readonly Requirement[],
  pledges: readonly Pledge[],
  at: Instant,
): Offer[] {
  const open = requirements.filter(({ closed }) => closed === null);
  const given = new Map<string, number>();
  return pledges.flatMap((pledge) => {
    const line = pledge.contributions[0];
    if (!line || pledge.voided !== null || !isOnLadder(pledge.stage) || !by.odds(OFFERED)) return [];
    const fitting = open.filter((one) => isComparable(one, line));
    if (fitting.length === 0) return [];
    const requirement = by.of(fitting);
    const number = (given.get(requirement.reference) ?? 0) + 1;
    if (number > MOST_OFFERS) return [];
    given.set(requirement.reference, number);
    return offerOf(by, { requirement, pledge, line }, at);
  });
}

function offerOf(
  by: Chance,
  { requirement, pledge, line }: { requirement: Requirement; pledge: Pledge; line: Contribution },
  at: Instant,
): Offer {
  const isOpen = judge(requirement, line, NOTHING_STATED).fit === null;
  return {
    id: by.id(),
    requirement: requirement.reference,
    pledge: pledge.reference,
    contribution: line.id,
    amount: null,
    fit: isOpen ? by.of(["FULL", "PARTIAL"]) : null,
    reason: isOpen ? "As the ministry says." : null,
    withdrawn: by.odds(0.03) ? { at, reason: "Offered elsewhere." } : null,
    version: 1,
    createdAt: at,
    updatedAt: at,
  };
}
