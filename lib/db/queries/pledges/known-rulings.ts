import type { KnownRuling } from "@/lib/domain/proposals/ruling";
import type { Queryable } from "../../connection";
import { rulingOf } from "../../records/ruling";
import { RECORDS, type JsonOf } from "../../statements/record-json";

export interface KnownRulingRow {
  record: JsonOf["ruling"];
  name: string;
}

/** As JSON, from a row named r. */
export const KNOWN_RULING = {
  json: `json_build_object('record', ${RECORDS.ruling.json}, 'name', ruler.name)`,
  from: "ruling r JOIN person ruler ON ruler.id = r.ruler_id",
};

export const knownRulingOf = ({ record, name }: KnownRulingRow): KnownRuling => ({
  ...rulingOf(record),
  ruledBy: name,
});

/** `rest` follows the condition on row r (ORDER BY, LIMIT). */
export async function selectRulings(
  q: Queryable,
  where: string,
  values: unknown[],
  rest = "",
): Promise<KnownRuling[]> {
  const { rows } = await q.query<{ known: KnownRulingRow }>(
    `SELECT ${KNOWN_RULING.json} AS known FROM ${KNOWN_RULING.from} WHERE ${where} ${rest}`,
    values,
  );
  return rows.map(({ known }) => knownRulingOf(known));
}
