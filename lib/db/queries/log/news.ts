// What others changed of some records since an entry of the log. The cost depends on the records asked about: the log's
// head answers most calls, and entries of a record are found by its id.
import type { RecordKey } from "@/lib/domain/oversight/record-key";
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
    WITH asked AS MATERIALIZED (
           SELECT * FROM unnest(${records.map(({ kind }) => kind)}::text[], ${records.map(({ key }) => key)}::text[]) AS t (kind, key)),
         pledge_asked AS MATERIALIZED (
           SELECT a.kind, a.key, p.id FROM asked a JOIN pledge p ON p.reference = a.key WHERE a.kind = 'pledge'),
         meant AS MATERIALIZED (${meant(reader)})
    SELECT DISTINCT ON (m.kind, m.key) m.kind, m.key, e.seq::float8 AS entry, audit.instant(e.at) AS at, e.actor_name AS by
      FROM meant m JOIN audit.event e ON e.entity_type = m.type AND e.entity_id = m.id
     WHERE e.seq > ${since}::bigint AND e.seq <= ${position}::bigint AND e.actor_id <> ${reader.id}
     ORDER BY m.kind, m.key, e.seq DESC`);
  return { position, changed };
}

/** The records of the log that tell of those asked about: a pledge also by its deliveries, approvals, proposals and so on. */
const meant = ({ seesAccounts }: { seesAccounts: boolean }): Sql => sql`
  SELECT kind, key, 'pledge' AS type, id::text AS id FROM pledge_asked
  UNION ALL SELECT a.kind, a.key, 'comment', c.id::text FROM pledge_asked a JOIN comment c ON c.pledge_id = a.id
  UNION ALL SELECT a.kind, a.key, 'ruling', r.id::text FROM pledge_asked a JOIN ruling r ON r.pledge_id = a.id
  UNION ALL SELECT a.kind, a.key, 'delivery', d.id::text FROM pledge_asked a JOIN delivery d ON d.pledge_id = a.id
  UNION ALL SELECT a.kind, a.key, 'offer', o.id::text FROM pledge_asked a JOIN offer o ON o.pledge_id = a.id
  UNION ALL SELECT a.kind, a.key, 'approval', s.approval_id::text FROM pledge_asked a JOIN approval_pledge s ON s.pledge_id = a.id
  UNION ALL SELECT a.kind, a.key, 'finding', f.id::text FROM pledge_asked a JOIN finding f ON f.about_kind = 'pledge' AND f.about_key = a.key
  UNION ALL SELECT a.kind, a.key, 'question', u.id::text FROM pledge_asked a JOIN question u ON u.pledge = a.key
  UNION ALL SELECT a.kind, a.key, 'proposal', q.id::text FROM pledge_asked a JOIN proposal q ON q.concerns @> ARRAY[a.key]
  UNION ALL SELECT a.kind, a.key, 'requirement', r.id::text FROM asked a JOIN requirement r ON r.reference = a.key WHERE a.kind = 'requirement'
  UNION ALL SELECT a.kind, a.key, 'proposal', q.id::text FROM asked a JOIN proposal q ON q.id::text = a.key
             WHERE a.kind = 'proposal' AND (${seesAccounts} OR q.subject <> 'account')
  UNION ALL SELECT a.kind, a.key, a.kind, a.key FROM asked a WHERE a.kind NOT IN ('pledge', 'requirement', 'proposal')`;
