import type { EntityType } from "@/lib/domain/audit";
import type { Pledge } from "@/lib/domain/pledge";
import { SHAPES, type RecordOf } from "./records";

/** What can be asked: the pool, or one transaction's connection. */
export interface Queryable {
  query<Row>(text: string, values?: unknown[]): Promise<{ rows: Row[] }>;
}

/** Records of a type under a condition over the row r; `rest` is what follows it (ORDER BY, LIMIT). */
export async function selectRecords<E extends EntityType>(
  q: Queryable,
  entity: E,
  where: string,
  values: unknown[],
  rest = "",
): Promise<RecordOf[E][]> {
  const { json, table } = SHAPES[entity];
  const { rows } = await q.query<{ record: RecordOf[E] }>(
    `SELECT ${json} AS record FROM ${table} r WHERE ${where} ${rest}`,
    values,
  );
  return rows.map((row) => row.record);
}

export async function selectRecord<E extends EntityType>(
  q: Queryable,
  entity: E,
  where: string,
  values: unknown[],
  rest = "",
): Promise<RecordOf[E] | null> {
  const [record] = await selectRecords(q, entity, where, values, rest);
  return record ?? null;
}

/** Whole pledges: live contributions and all evidence in their order, each piece with its source. */
export const selectPledges = (q: Queryable, where: string, values: unknown[], rest = ""): Promise<Pledge[]> =>
  selectRecords(q, "pledge", where, values, rest);
