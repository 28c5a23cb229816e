import type { LinedPledge } from "@/lib/domain/details/lines-around";
import { positionsOf } from "@/lib/domain/pledge/link";
import { moneyEnds } from "@/lib/domain/pledge/money";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { LADDER } from "@/lib/domain/pledge/stages";
import { ask } from "../../sql/ask";
import { raw, sql, union, type Sql } from "../../sql/sql";
import { RECORDS, type JsonOf } from "../../statements/record-json";

const MOST = 50;
const MOST_FOR_MANY = 500;

/**
 * The pledges that this one's lines name, that name its lines, or that may have a line similar to one of
 * them.
 */
export async function findPledgesAround(pledge: Pledge): Promise<Pledge[]> {
  const lines = pledge.contributions.map(({ id }) => id);
  if (lines.length === 0) return [];
  const named = pledge.contributions.flatMap(({ sameAs }) => (sameAs ? [sameAs.pledge] : []));
  const linked = sql`
    SELECT c.pledge_id AS id FROM contribution c WHERE c.removed_in IS NULL AND c.same_line = ANY(${lines}::uuid[])
    UNION
    SELECT c.pledge_id FROM contribution c
     WHERE c.removed_in IS NULL AND c.same_as->>'state' = 'CLAIMED' AND split_part(c.same_as->>'pledge', '-', 1) = ${pledge.participant}
       AND c.same_as->>'contribution' = ANY(${lines}::text[])
    UNION
    SELECT p.id FROM pledge p WHERE p.reference = ANY(${named}::text[])
     LIMIT ${MOST}`;
  return findPledgesAmong([linked, alikeTo([pledge], MOST)], pledge.id);
}

/**
 * Pledges in force that may have a line similar to one of these pledges' lines. These need not be on record.
 */
export const findPledgesAlike = (pledges: readonly LinedPledge[]): Promise<Pledge[]> =>
  findPledgesAmong([alikeTo(pledges, MOST_FOR_MANY)], null);

/** The pledges whose ids these queries return, except one. */
async function findPledgesAmong(questions: readonly (Sql | null)[], but: string | null): Promise<Pledge[]> {
  const ids = questions.filter((question) => question !== null);
  if (ids.length === 0) return [];
  const { json, read } = RECORDS.pledge;
  const rows = await ask<{ record: JsonOf["pledge"] }>(sql`
    SELECT ${raw(json)} AS record FROM pledge r
     WHERE r.id IN (${union(ids)}) AND r.id IS DISTINCT FROM ${but}::uuid`);
  return rows.map(({ record }) => read(record));
}

/** Compares participant and number; `looksTheSame` compares the rest. */
function alikeTo(pledges: readonly LinedPledge[], most: number): Sql | null {
  const lines = pledges.flatMap((pledge) =>
    positionsOf(pledge).flatMap((participant) =>
      pledge.contributions.map((line) => ({ participant, ...line })),
    ),
  );
  const counted = lines.filter(({ quantity: { kind, min } }) => min !== null && min > 0 && kind !== "SEALED");
  const sums = lines.flatMap(({ participant, money }) =>
    money ? [{ participant, ...moneyEnds(money) }] : [],
  );
  if (counted.length + sums.length === 0) return null;
  const units = counted.map(({ quantity }) => quantity.unit);
  const numbers = counted.map(({ quantity }) => String(quantity.min));
  return sql`
    SELECT c.pledge_id AS id
      FROM unnest(${counted.map(({ participant }) => participant)}::text[], ${units}::text[], ${numbers}::bigint[]) AS asked (participant, unit, number)
      JOIN contribution c ON c.quantity_unit = asked.unit AND c.quantity_min = asked.number AND c.quantity_min > 0 AND c.removed_in IS NULL
      JOIN ${THEIRS}
    UNION
    SELECT c.pledge_id
      FROM unnest(${sums.map(({ participant }) => participant)}::text[], ${sums.map(({ currency }) => currency)}::text[],
                  ${sums.map(({ min }) => min)}::numeric[]) AS asked (participant, currency, sum)
      JOIN contribution c ON c.money_currency = asked.currency AND c.money_amount = asked.sum AND c.money_amount > 0 AND c.removed_in IS NULL
      JOIN ${THEIRS}
     LIMIT ${most}`;
}

/** Pledges in force that are a position of that participant. */
const THEIRS = sql`pledge p ON p.id = c.pledge_id AND p.voided_at IS NULL AND p.stage = ANY(${LADDER}::text[])
       AND (p.participant = asked.participant OR p.promisers <> '{}' AND p.promisers @> ARRAY[asked.participant])`;
