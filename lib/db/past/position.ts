import type { Instant } from "@/lib/domain/base/day";
import { ask } from "../sql/ask";
import { sql } from "../sql/sql";

/** A position in the log: after this event. The hash distinguishes it from the same position in another register. */
export interface LogPosition {
  seq: number;
  hash: string;
}

export const BEGINNING: LogPosition = { seq: 0, hash: "" };

/** The last event at or before a moment. Events stamped ahead of later ones are skipped. */
export async function findPosition(at: Instant): Promise<LogPosition> {
  const [row] = await ask<LogPosition>(sql`
    SELECT e.seq::int, e.leaf_hash AS hash FROM audit.event e
     WHERE e.at <= ${at}::timestamptz AND NOT EXISTS (SELECT FROM audit.ahead a WHERE a.seq = e.seq)
     ORDER BY e.at DESC, e.seq DESC LIMIT 1`);
  return row ?? BEGINNING;
}

export async function findHead(): Promise<LogPosition> {
  const [row] = await ask<LogPosition>(sql`SELECT seq::int, leaf_hash AS hash FROM audit.head`);
  return row ?? BEGINNING;
}

export async function findPositionAt(seq: number): Promise<LogPosition> {
  const [row] = await ask<LogPosition>(sql`
    SELECT seq::int, leaf_hash AS hash FROM audit.event WHERE seq = ${seq}`);
  return row ?? BEGINNING;
}

/** Those among the positions that are in this register's log. */
export async function findKnown(places: readonly LogPosition[]): Promise<LogPosition[]> {
  if (places.length === 0) return [];
  return ask<LogPosition>(sql`
    SELECT e.seq::int, e.leaf_hash AS hash
      FROM unnest(${places.map(({ seq }) => seq)}::bigint[], ${places.map(({ hash }) => hash)}::text[]) AS p (seq, hash)
      JOIN audit.event e ON e.seq = p.seq AND e.leaf_hash = p.hash`);
}
