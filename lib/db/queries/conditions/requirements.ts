import type { Day } from "@/lib/domain/base/day";
import type { Measure } from "@/lib/domain/requirements/quantity-range";
import type { Offer } from "@/lib/domain/requirements/offer";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { MOST_OFFERS, MOST_REQUIREMENTS, type Requirement } from "@/lib/domain/requirements/requirement";
import type { PledgeWithLines } from "@/lib/domain/requirements/requirement-details";
import { LADDER } from "@/lib/domain/pledge/stages";
import { LOGGED, PREVIOUS, type LoggedEvent } from "../../log/history";
import { askPrisma } from "../../prisma";
import { selectOffers } from "../../records/offer";
import { selectPledgesWithLines } from "../../records/pledge";
import * as records from "../../records/requirement";
import { ask } from "../../sql/ask";
import { wordsOf } from "../pledges/pledge-list";
import { findPledgesInOrder } from "../pledges/pledges";
import { rememberedUntilChangeOf } from "../log/page-state";
import { findFacts } from "./conditions";
import { findAllOffers, offeredLines, pledgesOn, type FoundOffers } from "./offered-register";
import { all, sql } from "../../sql/sql";

export const findRequirements = (): Promise<readonly Requirement[]> =>
  rememberedUntilChangeOf(["requirement"], "requirements", () =>
    askPrisma((db) =>
      records.selectRequirements(db, { orderBy: { reference: "asc" }, take: MOST_REQUIREMENTS }),
    ),
  );

export const findRequirement = (reference: string): Promise<Requirement | null> =>
  askPrisma((db) => records.selectRequirement(db, reference));

/** All offers ever made for these, oldest first. */
export function findOffersFor(requirements: readonly Pick<Requirement, "id">[]): Promise<Offer[]> {
  const where = { requirementId: { in: requirements.map(({ id }) => id) } };
  return askPrisma((db) => selectOffers(db, where, undefined, MOST_OFFERS * MOST_REQUIREMENTS));
}

/** For one requirement, reads what is offered for it; for several, everything that is offered. */
export async function findOffered(requirements: readonly Requirement[]): Promise<FoundOffers> {
  const [only] = requirements;
  if (only === undefined) return { offers: [], pledgesOn: () => [] };
  if (requirements.length > 1) return findAllOffers();
  const offers = { some: { requirementId: only.id } };
  const [own, pledges] = await Promise.all([
    findOffersFor([only]),
    askPrisma((db) => selectPledgesWithLines(db, { offers })),
  ]);
  return { offers: own, pledgesOn: await withFacts(pledges) };
}

/** Pledges with a contribution of the same measure that isn't offered for it; those of the same kind first. */
export async function findCandidates(
  requirement: Requirement,
  measure: Measure,
  { q, limit }: { q: string | null; limit: number },
  today: Day,
): Promise<PledgeWithLines[]> {
  const which = all([
    sql`p.voided_at IS NULL`,
    sql`p.stage = ANY(${LADDER}::text[])`,
    ...wordsOf(q).map((word) => sql`p.search LIKE lower(${word})`),
  ]);
  const alike =
    "unit" in measure ? sql`c.quantity_unit = ${measure.unit}` : sql`c.money_currency = ${measure.currency}`;
  const rows = await ask<{ id: string }>(sql`
    SELECT p.id FROM pledge p JOIN contribution c ON c.pledge_id = p.id AND c.removed_in IS NULL AND ${alike}
     WHERE ${which} AND NOT EXISTS (
             SELECT FROM offer o WHERE o.requirement_id = ${requirement.id}::uuid AND o.contribution_id = c.id AND o.withdrawn_at IS NULL)
     GROUP BY p.id
     ORDER BY max((c.kind = ${requirement.capability})::int) DESC, (p.priority = ${requirement.priority}) DESC,
              p.participant, p.priority, p.number LIMIT ${limit}`);
  const pledgesOn = await withFacts(await findPledgesInOrder(rows.map(({ id }) => id)));
  return pledgesOn(today, null);
}

/** Events of a requirement and its offers, newest first; up to that log position, null for all. */
export function findRequirementEvents(
  { id }: Pick<Requirement, "id">,
  { upTo, limit }: { upTo: number | null; limit: number },
): Promise<LoggedEvent[]> {
  return ask<LoggedEvent>(sql`
    SELECT ${LOGGED}
      FROM (SELECT 'requirement' AS type, ${id}::text AS id
            UNION ALL SELECT 'offer', o.id::text FROM offer o WHERE o.requirement_id = ${id}::uuid) subject
      JOIN audit.event e ON e.entity_type = subject.type AND e.entity_id = subject.id
      ${PREVIOUS}
     WHERE e.seq <= ${upTo ?? Number.MAX_SAFE_INTEGER}
     ORDER BY e.seq DESC LIMIT ${limit}`);
}

const withFacts = async (pledges: readonly Omit<Pledge, "evidence">[]): Promise<FoundOffers["pledgesOn"]> =>
  pledgesOn(pledges.map(offeredLines), await findFacts(pledges.map(({ condition }) => condition)));
