import "server-only";
import type { SealingState } from "@/lib/domain/log/log-status";
import { askPool } from "../../client";

export interface CopyOutcome {
  sink: string;
  size: number;
  fault: string | null;
}

/** Stores the latest outcome; earlier arrivals stay known. */
export async function noteCopy(outcomes: readonly CopyOutcome[]): Promise<void> {
  await askPool(
    `INSERT INTO checkpoint_copy AS c (sink, size, copied_at, tried_at, fault)
     SELECT sink, CASE WHEN fault IS NULL THEN size END, CASE WHEN fault IS NULL THEN now() END, now(), fault
       FROM unnest($1::text[], $2::bigint[], $3::text[]) AS o (sink, size, fault) ORDER BY sink
     ON CONFLICT (sink) DO UPDATE SET tried_at = excluded.tried_at, fault = excluded.fault,
       size = coalesce(excluded.size, c.size), copied_at = coalesce(excluded.copied_at, c.copied_at)`,
    [outcomes.map(({ sink }) => sink), outcomes.map(({ size }) => size), outcomes.map(({ fault }) => fault)],
  );
}

/** Those of these that don't have the latest checkpoint. */
export async function findSinksBehind(sinks: readonly string[]): Promise<string[]> {
  const rows = await askPool<{ sink: string }>(
    `SELECT sink FROM unnest($1::text[]) AS s (sink) WHERE NOT EXISTS (
       SELECT FROM checkpoint_copy c WHERE c.sink = s.sink AND c.fault IS NULL
          AND c.size = (SELECT size FROM audit.checkpoint ORDER BY id DESC LIMIT 1)) ORDER BY sink`,
    [sinks],
  );
  return rows.map(({ sink }) => sink);
}

/** The state of sealing; `size` of the checkpoint that contradicts the log. */
export async function noteSealing(fault: SealingState["fault"], size: number | null): Promise<void> {
  await askPool(
    `INSERT INTO sealing (tried_at, fault, size) VALUES (now(), $1, $2)
     ON CONFLICT (one) DO UPDATE SET tried_at = excluded.tried_at, fault = excluded.fault, size = excluded.size`,
    [fault, size],
  );
}

/** Clears a failure when sealing works again. A checkpoint that contradicts the log stays reported until that is settled. */
export async function forgetFailure(): Promise<void> {
  await askPool("UPDATE sealing SET fault = NULL, tried_at = now() WHERE fault = 'failed'");
}
