// What others have changed in some records since an entry of the log. The cost depends on the records asked
// about: the log's head answers most calls, and entries of a record are found by its id.
import type { RecordKey, RecordKind } from "@/lib/domain/oversight/record-key";
import type { NewsFound, RecordNews } from "@/lib/domain/oversight/news";
import { ask } from "../../sql/ask";
import { sql, type Sql } from "../../sql/sql";

export async function findNews(
  reader: { id: string; seesAccounts: boolean },
  since: number,
  records: readonly RecordKey[],
): Promise<NewsFound> {
  const [head] = await ask<{ position: number }>(sql`SELECT seq::float8 AS position FROM audit.head`);
  const position = head?.position ?? 0;
  if (records.length === 0 || position <= since) return { position, changed: [] };
  const changed = await ask<RecordNews>(sql`
    WITH pledge_asked AS MATERIALIZED (
           SELECT p.id, p.reference FROM pledge p WHERE p.reference = ANY(${keysOf(records, "pledge")}::text[])),
         meant AS MATERIALIZED (${meant(reader, records)})
    SELECT DISTINCT ON (m.kind, m.key) m.kind, m.key, e.seq::float8 AS entry, audit.instant(e.at) AS at, e.actor_name AS by
      FROM meant m JOIN audit.event e ON e.entity_type = m.type AND e.entity_id = m.id
     WHERE e.seq > ${since}::bigint AND e.seq <= ${position}::bigint AND e.actor_id <> ${reader.id}
     ORDER BY m.kind, m.key, e.seq DESC`);
  return { position, changed };
}

const keysOf = (records: readonly RecordKey[], kind: RecordKind): string[] =>
  records.filter((one) => one.kind === kind).map(({ key }) => key);

/** Their entries are under other ids than their keys, or not for every reader. */
const APART: ReadonlySet<RecordKind> = new Set(["pledge", "requirement", "proposal"]);

/**
 * The records whose entries concern those asked about: for a pledge also its deliveries, approvals, proposals
 * and so on.
 */
function meant({ seesAccounts }: { seesAccounts: boolean }, records: readonly RecordKey[]): Sql {
  const pledges = keysOf(records, "pledge");
  const others = records.filter(({ kind }) => !APART.has(kind));
  return sql`
    SELECT 'pledge' AS kind, reference AS key, 'pledge' AS type, id::text AS id FROM pledge_asked
    UNION ALL SELECT 'pledge', a.reference, 'comment', c.id::text FROM pledge_asked a JOIN comment c ON c.pledge_id = a.id
    UNION ALL SELECT 'pledge', a.reference, 'ruling', r.id::text FROM pledge_asked a JOIN ruling r ON r.pledge_id = a.id
    UNION ALL SELECT 'pledge', a.reference, 'delivery', d.id::text FROM pledge_asked a JOIN delivery d ON d.pledge_id = a.id
    UNION ALL SELECT 'pledge', a.reference, 'offer', o.id::text FROM pledge_asked a JOIN offer o ON o.pledge_id = a.id
    UNION ALL SELECT 'pledge', a.reference, 'approval', s.approval_id::text FROM pledge_asked a JOIN approval_pledge s ON s.pledge_id = a.id
    UNION ALL SELECT 'pledge', f.about_key, 'finding', f.id::text FROM finding f
               WHERE f.about_kind = 'pledge' AND f.about_key = ANY(${pledges}::text[])
    UNION ALL SELECT 'pledge', u.pledge, 'question', u.id::text FROM question u WHERE u.pledge = ANY(${pledges}::text[])
    UNION ALL SELECT 'pledge', concerned.reference, 'proposal', q.id::text FROM proposal q CROSS JOIN unnest(q.concerns) AS concerned (reference)
               WHERE q.concerns && ${pledges}::text[] AND concerned.reference = ANY(${pledges}::text[])
    UNION ALL SELECT 'requirement', r.reference, 'requirement', r.id::text FROM requirement r
               WHERE r.reference = ANY(${keysOf(records, "requirement")}::text[])
    UNION ALL SELECT 'proposal', q.id::text, 'proposal', q.id::text FROM proposal q
               WHERE q.id = ANY(${keysOf(records, "proposal")}::uuid[]) AND (${seesAccounts} OR q.subject <> 'account')
    UNION ALL SELECT kind, key, kind, key
                FROM unnest(${others.map(({ kind }) => kind)}::text[], ${others.map(({ key }) => key)}::text[]) AS t (kind, key)`;
}
