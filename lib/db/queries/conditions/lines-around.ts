import { positionsOf } from "@/lib/domain/pledge/link";
import { moneyEnds } from "@/lib/domain/pledge/money";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { LADDER } from "@/lib/domain/pledge/stages";
import { ask } from "../../sql/ask";
import { sql, type Sql } from "../../sql/sql";
import { findPledgesInOrder } from "../pledges/pledges";

const MOST = 50;

/** The pledges whose lines this one's name, that name them, or that may have one that looks like one of them. */
export async function findPledgesAround(pledge: Pledge): Promise<Pledge[]> {
  const lines = pledge.contributions.map(({ id }) => id);
  if (lines.length === 0) return [];
  const named = pledge.contributions.flatMap(({ sameAs }) => (sameAs ? [sameAs.pledge] : []));
  const [linked, alike] = await Promise.all([
    ask<{ id: string }>(sql`
      SELECT c.pledge_id AS id FROM contribution c WHERE c.removed_in IS NULL AND c.same_line = ANY(${lines}::uuid[])
      UNION
      SELECT c.pledge_id FROM contribution c
       WHERE c.removed_in IS NULL AND c.same_as->>'state' = 'CLAIMED' AND split_part(c.same_as->>'pledge', '-', 1) = ${pledge.participant}
         AND c.same_as->>'contribution' = ANY(${lines}::text[])
      UNION
      SELECT p.id FROM pledge p WHERE p.reference = ANY(${named}::text[])
       LIMIT ${MOST}`),
    findAlike(pledge),
  ]);
  const ids = new Set([...linked, ...alike].map(({ id }) => id));
  ids.delete(pledge.id);
  return findPledgesInOrder([...ids]);
}

/** By participant and number; `looksTheSame` asks for the rest. */
function findAlike(pledge: Pledge): Promise<{ id: string }[]> {
  const counted = pledge.contributions
    .map(({ quantity }) => quantity)
    .filter(({ kind, min }) => min !== null && min > 0 && kind !== "SEALED");
  const sums = pledge.contributions.flatMap(({ money }) => (money ? [moneyEnds(money)] : []));
  const units = counted.map(({ unit }) => unit);
  const numbers = counted.map(({ min }) => String(min));
  return ask<{ id: string }>(sql`
    SELECT c.pledge_id AS id FROM unnest(${units}::text[], ${numbers}::bigint[]) AS asked (unit, number)
      JOIN contribution c ON c.quantity_unit = asked.unit AND c.quantity_min = asked.number AND c.quantity_min > 0 AND c.removed_in IS NULL
      JOIN ${besides(pledge)}
    UNION
    SELECT c.pledge_id FROM unnest(${sums.map(({ currency }) => currency)}::text[], ${sums.map(({ min }) => min)}::numeric[]) AS asked (currency, sum)
      JOIN contribution c ON c.money_currency = asked.currency AND c.money_amount = asked.sum AND c.money_amount > 0 AND c.removed_in IS NULL
      JOIN ${besides(pledge)}
     LIMIT ${MOST}`);
}

/** The other pledges in force that share a participant with it. */
const besides = (pledge: Pledge): Sql => sql`pledge p ON p.id = c.pledge_id AND p.id <> ${pledge.id}::uuid
       AND p.voided_at IS NULL AND p.stage = ANY(${LADDER}::text[])
       AND (p.participant = ANY(${positionsOf(pledge)}::text[]) OR p.promisers && ${positionsOf(pledge)}::text[])`;
