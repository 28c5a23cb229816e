import type { Json } from "@/lib/domain/base/canonical";
import { COUNTED_TO } from "@/lib/domain/base/listing";
import type { LogEntry, LogEntryDetails } from "@/lib/domain/log/logged";
import { RECORD_PARTS } from "@/lib/domain/log/record-name";
import { ask } from "../../sql/ask";
import { entryOf, ENTRY_COLUMNS, recordIn, type EntryRow } from "./entry-row";
import { numbersAsked, type LogQuestion } from "./events-asked";
import { raw, sql, type Sql } from "../../sql/sql";

/** A page, newest first; one more than the limit, if another page follows. */
export async function findEvents(question: LogQuestion): Promise<LogEntry[]> {
  const rows = await ask<EntryRow & { naming: Json }>(sql`
    WITH asked AS MATERIALIZED (${numbersAsked(question, question.limit + 1, question.after?.[0])})
    SELECT ${ENTRY_COLUMNS}, ${NAMING} AS naming
      FROM asked JOIN audit.event e USING (seq) CROSS JOIN LATERAL (SELECT e.payload::jsonb -> 'record' AS record OFFSET 0) held
     ORDER BY e.seq DESC`);
  return rows.map(({ naming, ...row }) => entryOf(row, naming));
}

/** Counts at most one more than the total shown. */
export async function countEvents(question: LogQuestion): Promise<number> {
  const [row] = await ask<{ total: number }>(sql`
    SELECT count(*)::int AS total FROM (${numbersAsked(question, COUNTED_TO + 1)}) asked`);
  return row?.total ?? 0;
}

/** An entry with its neighbours. */
export async function findEvent(seq: number): Promise<Omit<LogEntryDetails, "changes"> | null> {
  const [row] = await ask<WholeRow>(sql`
    SELECT ${ENTRY_COLUMNS}, e.request, e.txid::float8 AS txid, e.payload, e.payload_sha256 AS "payloadSha256",
           e.after_sha256 AS "afterSha256", e.prev_hash AS "prevHash", e.leaf, e.leaf_hash AS "leafHash",
           previous.payload AS previous, previous.seq::float8 AS "previousOfRecord", next.seq::float8 AS "nextOfRecord",
           EXISTS (SELECT FROM audit.event after WHERE after.seq = e.seq + 1) AS "hasNext"
      FROM audit.event e
      LEFT JOIN audit.event previous ON ${ofSame("previous")} AND previous.entity_version = e.entity_version - 1
      LEFT JOIN audit.event next ON ${ofSame("next")} AND next.entity_version = e.entity_version + 1
     WHERE e.seq = ${seq}::bigint`);
  if (!row) return null;
  const { session, request, txid, payloadSha256, afterSha256, prevHash, leaf, leafHash } = row;
  const after = recordIn(row.payload);
  return {
    ...entryOf(row, after),
    ...{ session, request, txid, payloadSha256, afterSha256, prevHash, leaf, leafHash },
    before: row.previous === null ? null : recordIn(row.previous),
    after,
    ofRecord: { previous: row.previousOfRecord, next: row.nextOfRecord },
    ofLog: { previous: row.seq > 1 ? row.seq - 1 : null, next: row.hasNext ? row.seq + 1 : null },
  };
}

interface WholeRow
  extends
    EntryRow,
    Pick<
      LogEntryDetails,
      "session" | "request" | "txid" | "payloadSha256" | "afterSha256" | "prevHash" | "leaf" | "leafHash"
    > {
  payload: string;
  previous: string | null;
  previousOfRecord: number | null;
  nextOfRecord: number | null;
  hasNext: boolean;
}

/** The fields that name a record of any type, so that a page of entries doesn't load whole records. */
const NAMING = raw(
  `jsonb_build_object(${[
    ...new Set(
      Object.values(RECORD_PARTS)
        .flat(2)
        .map(([member = ""]) => member),
    ),
  ]
    .map((member) => `'${member}', held.record -> '${member}'`)
    .join(", ")})`,
);

const ofSame = (other: string): Sql =>
  raw(`${other}.entity_type = e.entity_type AND ${other}.entity_id = e.entity_id`);
