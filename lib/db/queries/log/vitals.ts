// The register's health in numbers, for its operators: the log, background work, mails, webhooks. One
// statement, which reads only heads, partial indexes and the last rows.
import { askPool, REQUEST_TIMEOUT } from "../../client";

interface JobCounts {
  waiting: number;
  running: number;
  /** Within a day, of the last thousand. */
  failed: number;
}

interface MailCounts {
  waiting: number;
  /** Of those, the ones whose last attempt failed. */
  failing: number;
  /** Given up within a day. */
  refused: number;
}

export interface Vitals {
  /** The position of the log's last entry. */
  head: number;
  /** Entries that no checkpoint covers, and for how many seconds the first of them has waited. */
  unsealed: number;
  unsealedSeconds: number;
  /** Why the log isn't sealed: it doesn't match its last checkpoint, or sealing failed. */
  sealingFault: "behind" | "failed" | null;
  /** Witnesses that say this log doesn't continue what they signed, and those that failed otherwise. */
  witnesses: { refusing: number; failing: number };
  copiesFailing: number;
  /** Since a worker showed that it is alive; null: none ever has. */
  workerSeconds: number | null;
  exports: JobCounts;
  imports: JobCounts;
  digests: MailCounts;
  accountMails: MailCounts;
  /** `entries`: how many the one furthest behind lacks. */
  webhooks: { behind: number; paused: number; entries: number };
  /**
   * For how long the first unstreamed entry of either log has waited; if none was ever streamed, since the
   * beginning.
   */
  unstreamedSeconds: number;
}

export async function findVitals(): Promise<Vitals> {
  const [row] = await askPool<Vitals>(STATEMENT, [], { ...REQUEST_TIMEOUT, name: "vitals" });
  if (!row) throw new Error("the head of the log is missing");
  return row;
}

const jobsIn = (table: string): string => `
  (SELECT json_build_object('waiting', count(*) FILTER (WHERE state = 'WAITING'), 'running', count(*) FILTER (WHERE state = 'RUNNING'),
      'failed', count(*) FILTER (WHERE state = 'FAILED' AND finished_at > register_now() - interval '1 day'))
     FROM (SELECT state, finished_at FROM ${table} ORDER BY number DESC LIMIT 1000) job)`;

const mailsIn = (table: string): string => `
  json_build_object('waiting', (SELECT count(*) FROM ${table} WHERE state = 'WAITING'),
    'failing', (SELECT count(*) FROM ${table} WHERE state = 'WAITING' AND fault IS NOT NULL),
    'refused', (SELECT count(*) FROM ${table} WHERE state = 'REFUSED' AND ended_at > now() - interval '1 day'))`;

const STATEMENT = `
  SELECT h.seq::float8 AS head, (h.seq - coalesce(c.size, 0))::float8 AS unsealed,
         greatest(coalesce(extract(epoch FROM now() - first.recorded_at), 0), 0)::float8 AS "unsealedSeconds",
         (SELECT fault FROM sealing) AS "sealingFault",
         (SELECT json_build_object('refusing', count(*) FILTER (WHERE fault = 'inconsistent'),
            'failing', count(*) FILTER (WHERE fault <> 'inconsistent')) FROM checkpoint_witness) AS witnesses,
         (SELECT count(*)::int FROM checkpoint_copy WHERE fault IS NOT NULL) AS "copiesFailing",
         (SELECT extract(epoch FROM now() - beat_at)::float8 FROM worker) AS "workerSeconds",
         ${jobsIn("export_job")} AS exports, ${jobsIn("import_job")} AS imports,
         ${mailsIn("digest")} AS digests, ${mailsIn("account_mail")} AS "accountMails",
         (SELECT json_build_object('behind', count(*) FILTER (WHERE paused IS NULL AND position < h.seq),
            'paused', count(*) FILTER (WHERE paused IS NOT NULL),
            'entries', coalesce(max(h.seq - position) FILTER (WHERE paused IS NULL), 0))
            FROM webhook WHERE removed_at IS NULL) AS webhooks,
         (SELECT greatest(extract(epoch FROM now() - least(
              (SELECT e.recorded_at FROM audit.event e WHERE e.seq = s.log_position + 1),
              (SELECT a.recorded_at FROM audit.access a WHERE a.seq = s.access_position + 1))), 0)::float8 FROM log_stream s) AS "unstreamedSeconds"
    FROM audit.head h
    LEFT JOIN LATERAL (SELECT size FROM audit.checkpoint ORDER BY id DESC LIMIT 1) c ON true
    LEFT JOIN audit.event first ON first.seq = coalesce(c.size, 0) + 1`;
