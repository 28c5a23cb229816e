// Entries of both logs in their order, with their hashes. Positions are given under a lock that is held until the commit, so
// there is no gap that is filled later.
import { MOST_STREAMED, type ChainedAccess, type ChainedEntry } from "@/lib/domain/log/stream";
import { ask } from "../../sql/ask";
import { sql } from "../../sql/sql";
import { entryOf, ENTRY_COLUMNS, recordIn, type EntryRow } from "./entry-row";

interface ChainedRow extends EntryRow {
  request: string | null;
  hash: string;
  payload: string;
}

export async function findChainedEntries(after: number): Promise<ChainedEntry[]> {
  const rows = await ask<ChainedRow>(sql`
    SELECT ${ENTRY_COLUMNS}, e.request, e.leaf_hash AS hash, e.payload
      FROM audit.event e WHERE e.seq > ${after}::bigint ORDER BY e.seq LIMIT ${MOST_STREAMED}`);
  return rows.map(({ request, hash, payload, ...row }) => {
    return { ...entryOf(row, recordIn(payload)), session: row.session, request, hash };
  });
}

type AccessRow = Omit<ChainedAccess, "person"> & {
  personId: string | null;
  personName: string | null;
  personRole: NonNullable<ChainedAccess["person"]>["role"] | null;
};

export async function findChainedAccess(after: number): Promise<ChainedAccess[]> {
  const rows = await ask<AccessRow>(sql`
    SELECT a.seq::float8 AS seq, audit.instant(a.at) AS at, audit.instant(a.recorded_at) AS "recordedAt", a.kind, a.code,
           a.person_id AS "personId", a.person_name AS "personName", a.person_role AS "personRole",
           a.account, a.session, a.request, a.address, a.method, a.path, a.count, audit.instant(a.since) AS since, a.hash
      FROM audit.access a WHERE a.seq > ${after}::bigint ORDER BY a.seq LIMIT ${MOST_STREAMED}`);
  return rows.map(({ personId: id, personName: name, personRole: role, ...entry }) => ({
    ...entry,
    person: id === null || name === null || role === null ? null : { id, name, role },
  }));
}
