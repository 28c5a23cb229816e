// A ruling with the name of whoever made it.
import type { KnownRuling, Ruling } from "@/lib/domain/ruling";
import { SHAPES } from "./records";
import type { Queryable } from "./select";

/** Rulings under a condition over the row r; `rest` is what follows it (ORDER BY, LIMIT). */
export async function selectRulings(
  q: Queryable,
  where: string,
  values: unknown[],
  rest = "",
): Promise<KnownRuling[]> {
  const { rows } = await q.query<{ record: Ruling; name: string }>(
    `SELECT ${SHAPES.ruling.json} AS record, ruler.name
       FROM ruling r JOIN person ruler ON ruler.id = r.ruler_id WHERE ${where} ${rest}`,
    values,
  );
  return rows.map(({ record, name }) => ({ ...record, ruledBy: name }));
}
