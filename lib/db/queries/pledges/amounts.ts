// Pledged amounts of a priority by stage and unit, and the contributions behind each figure.
import type { Contribution } from "@/lib/domain/pledge/contribution";
import type { Day } from "@/lib/domain/base/day";
import type { Delivery } from "@/lib/domain/pledge/delivery";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import type { Priority } from "@/lib/domain/base/priority";
import type { AmountColumn, AmountGroup, DeliveredColumn } from "@/lib/domain/requirements/side-by-side";
import { unitsOf } from "@/lib/domain/pledge/same-as";
import { LADDER, type LadderStage } from "@/lib/domain/pledge/stages";
import { ask } from "../../sql/ask";
import { findSameLines } from "../conditions/same-lines";
import { rememberedUntilChange } from "../remembered";
import { sql, type Sql } from "../../sql/sql";

export interface PriorityAmounts {
  stages: AmountGroup<LadderStage>[];
  delivered: AmountGroup<DeliveredColumn>[];
}

export const findAmounts = (priority: Priority): Promise<PriorityAmounts> =>
  rememberedUntilChange(`amounts ${priority}`, async () => {
    const units = await linkedLines();
    const [stages, delivered] = await Promise.all([
      ask<AmountGroup<LadderStage>>(sql`${grouped(ofStages(priority), units)}`),
      ask<AmountGroup<DeliveredColumn>>(sql`${grouped(ofDeliveries(priority), units)}`),
    ]);
    return { stages, delivered };
  });

export interface AmountLine extends Pick<Pledge, "reference" | "participant" | "title" | "stage"> {
  kind: Contribution["kind"];
  /** Its quantity in this column, or its sum. */
  quantity: Contribution["quantity"] | null;
  money: Contribution["money"];
  /** For something set aside or delivered. */
  on: Day | null;
  definition: Delivery["definition"] | null;
}

/** The contributions of one column and measure, by reference, up to the limit. */
export function findAmountLines(
  priority: Priority,
  { column, measure, of }: { column: AmountColumn; measure: string | null; of: "unit" | "currency" },
  limit: number,
): Promise<AmountLine[]> {
  const lines = (LADDER as readonly string[]).includes(column) ? ofStages(priority) : ofDeliveries(priority);
  return ask<AmountLine>(sql`
    SELECT p.reference, p.participant, p.title, p.stage, a.line AS kind, a.day::text AS on, a.definition,
           CASE a.of WHEN 'unit' THEN json_build_object(
             'kind', a.kind, 'min', a.low, 'max', a.high, 'unit', a.measure, 'asStated', a.words) END AS quantity,
           CASE WHEN a.of = 'currency' AND a.kind = 'EXACT' THEN json_build_object('amount', a.low::text, 'currency', a.measure)
                WHEN a.of = 'currency' THEN json_build_object(
             'kind', a.kind, 'min', a.low::text, 'max', a.high::text, 'currency', a.measure, 'asStated', a.words) END AS money
      FROM (${lines}) a JOIN pledge p ON p.id = a.pledge_id
     WHERE a.column = ${column} AND a.of = ${of} AND a.measure IS NOT DISTINCT FROM ${measure}
     ORDER BY p.participant, p.number, a.position, a.day LIMIT ${limit}`);
}

/**
 * If several lines are the same unit or sum, each column counts the largest; the others are counted as lines
 * but add 0.
 */
const grouped = (lines: Sql, units: Sql): Sql => sql`
  WITH line AS (SELECT a.*, linked.unit FROM (${lines}) a LEFT JOIN ${units} ON linked.line = a.one),
  counted AS (
    SELECT "column", of, measure, kind, low, high FROM line WHERE unit IS NULL
    UNION ALL
    SELECT "column", of, measure, CASE WHEN place = 1 OR low IS NULL AND high IS NULL THEN kind ELSE 'EXACT' END,
           CASE WHEN place = 1 THEN low WHEN low IS NOT NULL OR high IS NOT NULL THEN 0 END,
           CASE WHEN place = 1 THEN high WHEN low IS NOT NULL OR high IS NOT NULL THEN 0 END
      FROM (SELECT *, row_number() OVER (PARTITION BY "column", of, measure, unit
                        ORDER BY low IS NULL AND high IS NULL, coalesce(low, 0) DESC, high DESC NULLS FIRST, one) AS place
              FROM line WHERE unit IS NOT NULL) together)
  SELECT a.column, a.of, a.measure, a.kind, sum(a.low)::text AS low, sum(a.high)::text AS high, count(*)::int AS lines
    FROM counted a GROUP BY a.column, a.of, a.measure, a.kind ORDER BY a.column, a.of, a.measure, a.kind`;

/** The lines that are the same unit as others, each with its unit. */
async function linkedLines(): Promise<Sql> {
  const links = await findSameLines();
  const unitOf = unitsOf(links);
  const lines = [...new Set(links.flatMap(({ line, other }) => [line, other]))];
  return sql`unnest(${lines}::uuid[], ${lines.map(unitOf)}::uuid[]) AS linked (line, unit)`;
}

/**
 * Quantity and money of each contribution on the ladder. Where no number applies, or money gives the amount, a
 * missing number doesn't count.
 */
const ofStages = (priority: Priority): Sql => sql`
  SELECT p.id AS pledge_id, c.position, c.id AS one, c.kind AS line, p.stage AS column, amount.*, NULL::date AS day, NULL::text AS definition
    FROM pledge p JOIN contribution c ON c.pledge_id = p.id AND c.removed_in IS NULL
   CROSS JOIN LATERAL (
      SELECT 'unit' AS of, c.quantity_unit AS measure, c.quantity_kind AS kind, c.quantity_min::numeric AS low, c.quantity_max::numeric AS high,
             c.quantity_as_stated AS words
       WHERE c.quantity_kind <> 'NOT_APPLICABLE'
         AND NOT (c.money_amount IS NOT NULL AND c.quantity_kind IN ('NOT_STATED', 'QUALITATIVE'))
      UNION ALL
      SELECT 'currency', c.money_currency, c.money_kind, c.money_amount,
             CASE WHEN c.money_kind <> 'AT_LEAST' THEN coalesce(c.money_max::numeric, c.money_amount) END, c.money_as_stated
       WHERE c.money_amount IS NOT NULL) amount
   WHERE p.priority = ${priority} AND p.voided_at IS NULL AND p.stage = ANY (${LADDER}::text[])`;

/**
 * Amounts set aside, delivered by each definition and not retracted, and confirmed by the recipient. A
 * delivery is an event of one line, reported once: only amounts set aside may be the same as another's.
 */
const ofDeliveries = (priority: Priority): Sql => sql`
  SELECT p.id AS pledge_id, c.position, CASE WHEN said.column = 'SET_ASIDE' THEN c.id END AS one, c.kind AS line, said.column, amount.*, said.day, said.definition
    FROM pledge p JOIN contribution c ON c.pledge_id = p.id
   CROSS JOIN LATERAL (
      SELECT 'SET_ASIDE' AS column, c.allocated_quantity AS quantity, c.allocated_money AS money, c.allocated_on AS day,
             NULL::text AS definition
       WHERE c.allocated_on IS NOT NULL AND c.removed_in IS NULL
      UNION ALL
      SELECT col, d.quantity, d.money, d.delivered_on, d.definition
        FROM delivery d CROSS JOIN LATERAL unnest(ARRAY[d.definition, CASE WHEN ${counts(sql`(d.confirmation->>'evidence')::uuid`)} THEN 'CONFIRMED' END]) AS col
       WHERE d.contribution_id = c.id AND d.retracted_at IS NULL AND ${counts(sql`ANY (d.evidence)`)} AND col IS NOT NULL) said
   CROSS JOIN LATERAL (
      SELECT 'unit' AS of, said.quantity->>'unit' AS measure, said.quantity->>'kind' AS kind, (said.quantity->>'min')::numeric AS low,
             (said.quantity->>'max')::numeric AS high, said.quantity->>'asStated' AS words WHERE jsonb_typeof(said.quantity) = 'object'
      UNION ALL
      SELECT 'currency', said.money->>'currency', coalesce(said.money->>'kind', 'EXACT'),
             coalesce(said.money->>'amount', said.money->>'min')::numeric,
             coalesce(said.money->>'amount', said.money->>'max')::numeric, said.money->>'asStated'
       WHERE jsonb_typeof(said.money) = 'object') amount
   WHERE p.priority = ${priority} AND p.voided_at IS NULL`;

/** Evidence that counts: it supports, and isn't retracted. */
const counts = (id: Sql): Sql =>
  sql`EXISTS (SELECT FROM evidence e WHERE e.id = ${id} AND e.supports AND e.retracted_at IS NULL)`;
