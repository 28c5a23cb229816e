import type { Delivery } from "@/lib/domain/pledge/delivery";
import { isId } from "@/lib/domain/base/id";
import type { Offer } from "@/lib/domain/requirements/offer";
import type { Requirement } from "@/lib/domain/requirements/requirement";
import type { Scenario } from "@/lib/domain/history/scenarios/scenario";
import type { Transaction } from "../../connection";
import { Prisma } from "../../generated/client";
import { selectDeliveries } from "../../records/delivery";
import { selectOffers } from "../../records/offer";
import { selectRequirement } from "../../records/requirement";
import { selectScenario } from "../../records/scenario";
import { lockById, locked } from "../../sql/lock";

export const requirementRows = ({ db }: Transaction) => ({
  /** Lock it before the pledges offered for it. */
  lock: (reference: string): Promise<Requirement | null> =>
    locked(db, "requirement", Prisma.sql`reference = ${reference}`, () => selectRequirement(db, reference)),
  count: (): Promise<number> => db.requirement.count(),
});

export const offersIn = (q: Transaction) => ({
  /** The requirement isn't locked: lock it before relying on it. */
  find: async (id: string): Promise<Offer | null> =>
    isId(id) ? ((await selectOffers(q.db, { id }))[0] ?? null) : null,
  /** All offers for a requirement, including withdrawn ones. */
  for: (requirementId: string): Promise<Offer[]> => selectOffers(q.db, { requirementId }),
});

export const deliveriesIn = ({ db }: Transaction) => ({
  /** By day. */
  of: (reference: string): Promise<Delivery[]> => selectDeliveries(db, { pledge: { reference } }),
  pledgeOf: async (id: string): Promise<string | null> =>
    isId(id) ? ((await selectDeliveries(db, { id }))[0]?.pledge ?? null) : null,
});

export const scenarios = ({ db }: Transaction) => ({
  lock: async (id: string): Promise<Scenario | null> =>
    isId(id) ? locked(db, "scenario", lockById(id), () => selectScenario(db, id)) : null,
  count: (): Promise<number> => db.scenario.count(),
});
