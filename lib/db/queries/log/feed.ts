// Entries of the log in its order. Positions are given under the lock of the log's head, which is held until
// the commit: so everything up to the head is there, and nothing is inserted later.
import type { EntityType } from "@/lib/domain/base/audit";
import type { Json } from "@/lib/domain/base/canonical";
import type { LogEntry } from "@/lib/domain/log/logged";
import { ask } from "../../sql/ask";
import { sql } from "../../sql/sql";
import { entryOf, ENTRY_COLUMNS, recordIn, type EntryRow } from "./entry-row";

export interface FoundEntry {
  entry: LogEntry;
  /** The record before and after it. */
  before: Json;
  after: Json;
}

interface FeedRow extends EntryRow {
  payload: string;
  previous: string | null;
}

/** Those of these kinds after one position, through another. `accounts`: proposals about accounts as well. */
export async function findEntries(
  { after, through }: { after: number; through: number },
  types: readonly EntityType[],
  accounts: boolean,
): Promise<FoundEntry[]> {
  const rows = await ask<FeedRow>(sql`
    SELECT ${ENTRY_COLUMNS}, e.payload, previous.payload AS previous
      FROM audit.event e
      LEFT JOIN audit.event previous ON previous.entity_type = e.entity_type AND previous.entity_id = e.entity_id
                                    AND previous.entity_version = e.entity_version - 1
     WHERE e.seq > ${after}::bigint AND e.seq <= ${through}::bigint AND e.entity_type = ANY(${types}::text[])
       AND (${accounts} OR e.entity_type <> 'proposal' OR e.payload::jsonb #>> '{record,subject}' <> 'account')
     ORDER BY e.seq`);
  return rows.map(({ payload, previous, ...row }) => {
    const record = recordIn(payload);
    return {
      entry: entryOf(row, record),
      before: previous === null ? null : recordIn(previous),
      after: record,
    };
  });
}
