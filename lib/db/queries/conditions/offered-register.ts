// All offers, the pledges whose lines are offered, and what these wait for, as this process last read them.
import { isDeepStrictEqual } from "node:util";
import type { Day } from "@/lib/domain/base/day";
import { isActionable, leavesOf, type Leaf } from "@/lib/domain/pledge/condition";
import { truthIn, withTriggerMet, type LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { Offer } from "@/lib/domain/requirements/offer";
import { MOST_OFFERS, MOST_REQUIREMENTS } from "@/lib/domain/requirements/requirement";
import type { PledgeWithLines } from "@/lib/domain/requirements/requirement-details";
import { askPrisma } from "../../prisma";
import { selectOffers } from "../../records/offer";
import { selectPledgesWithLines } from "../../records/pledge";
import { ask } from "../../sql/ask";
import { sql } from "../../sql/sql";
import { followingLog, type ChangedIds } from "../log/following";
import { findFacts } from "./conditions";
import { asFacts, byName, saysTheSame, mergeFacts, type FactsByName } from "./facts-by-name";

export interface FoundOffers {
  /** Oldest first. */
  offers: readonly Offer[];
  /** `met`: a trigger that is supposed to be met. */
  pledgesOn: (today: Day, met: string | null) => PledgeWithLines[];
}

/** Every offer ever made. */
export const findAllOffers = async (): Promise<FoundOffers> => (await findRegister()).found;

interface Known {
  /** By id. */
  offers: ReadonlyMap<string, Offer>;
  /** By reference. */
  pledges: ReadonlyMap<string, OfferedLines>;
  facts: FactsByName;
  found: FoundOffers;
}

/** The fields that are used of a pledge whose lines are offered. */
type OfferedLines = Pick<
  Pledge,
  | "reference"
  | "participant"
  | "priority"
  | "title"
  | "stage"
  | "voided"
  | "windowStart"
  | "windowEnd"
  | "condition"
  | "contributions"
>;

const findRegister = followingLog<Known>("all offers", {
  kinds: ["offer", "pledge", "approval", "trigger"],
  all: async () => {
    const [offers, pledges] = await Promise.all([
      askPrisma((db) => selectOffers(db, {}, undefined, MOST_OFFERS * MOST_REQUIREMENTS)),
      askPrisma((db) => selectPledgesWithLines(db, { offers: { some: {} } })),
    ]);
    const facts = byName(await findFacts(pledges.map(({ condition }) => condition)));
    return assembled(byId(offers), byReference(pledges.map(offeredLines)), facts);
  },
  changed: withChanges,
});

async function withChanges(from: Known, idsOf: ChangedIds): Promise<Known> {
  const offers = await findOffersById(idsOf("offer"));
  const fresh = offers.filter(({ pledge }) => !from.pledges.has(pledge)).map(({ pledge }) => pledge);
  const [pledges, references] = await Promise.all([
    findOfferedPledges(idsOf("pledge"), fresh),
    findReferences(idsOf("pledge")),
  ]);
  const looked = [
    ...references.map((pledge): Leaf => ({ pledge, atLeast: "SIGNALLED" })),
    ...idsOf("approval").map((approval) => ({ approval })),
    ...idsOf("trigger").map((trigger) => ({ trigger })),
  ].filter((leaf) => isKnown(from.facts, leaf));
  const own = pledges.flatMap(({ condition }) => leavesOf(condition));
  const found = byName(await findFacts([...looked, ...own]));
  const isSame =
    offers.every((offer) => isDeepStrictEqual(offer, from.offers.get(offer.id))) &&
    pledges.every((pledge) => isDeepStrictEqual(pledge, from.pledges.get(pledge.reference))) &&
    saysTheSame(from.facts, found);
  if (isSame) return from;
  return assembled(
    new Map([...from.offers, ...byId(offers)]),
    new Map([...from.pledges, ...byReference(pledges)]),
    mergeFacts(from.facts, found),
  );
}

const isKnown = ({ triggers, approvals, pledges }: FactsByName, leaf: Leaf): boolean =>
  "trigger" in leaf
    ? triggers.has(leaf.trigger)
    : "approval" in leaf
      ? approvals.has(leaf.approval)
      : pledges.has(leaf.pledge);

const findOffersById = async (ids: readonly string[]): Promise<Offer[]> =>
  ids.length === 0 ? [] : askPrisma((db) => selectOffers(db, { id: { in: [...ids] } }));

const findOfferedPledges = async (
  ids: readonly string[],
  references: readonly string[],
): Promise<OfferedLines[]> =>
  ids.length + references.length === 0
    ? []
    : (
        await askPrisma((db) =>
          selectPledgesWithLines(db, {
            offers: { some: {} },
            OR: [{ id: { in: [...ids] } }, { reference: { in: [...references] } }],
          }),
        )
      ).map(offeredLines);

async function findReferences(ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await ask<{ reference: string }>(
    sql`SELECT reference FROM pledge WHERE id = ANY(${[...ids]}::uuid[])`,
  );
  return rows.map(({ reference }) => reference);
}

const byId = (offers: readonly Offer[]): Map<string, Offer> => new Map(offers.map((one) => [one.id, one]));

const byReference = (pledges: readonly OfferedLines[]): Map<string, OfferedLines> =>
  new Map(pledges.map((one) => [one.reference, one]));

function assembled(offers: Known["offers"], pledges: Known["pledges"], facts: FactsByName): Known {
  const found = { offers: [...offers.values()], pledgesOn: pledgesOn([...pledges.values()], asFacts(facts)) };
  return { offers, pledges, facts, found };
}

/** `facts`: of everything that their conditions name. */
export const pledgesOn =
  (pledges: readonly OfferedLines[], facts: LeafFacts): FoundOffers["pledgesOn"] =>
  (today, met) => {
    const truthOf = truthIn(facts, today);
    const truthIfMet = withTriggerMet(truthOf, met);
    return pledges.map(({ condition, ...pledge }) => ({
      ...pledge,
      actionable: isActionable(condition, truthOf),
      actionableIfMet: isActionable(condition, truthIfMet),
    }));
  };

export const offeredLines = ({
  reference,
  participant,
  priority,
  title,
  stage,
  voided,
  windowStart,
  windowEnd,
  condition,
  contributions,
}: OfferedLines): OfferedLines => ({
  ...{ reference, participant, priority, title, stage, voided, windowStart, windowEnd },
  ...{ condition, contributions },
});
