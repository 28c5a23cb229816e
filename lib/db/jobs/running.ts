// Work that is done behind an answer's back: kept in a table, done by whichever process comes first, and taken up again where
// that one ended.
import "server-only";
import { ROLES, type Actor } from "@/lib/domain/actor";
import { askPrisma } from "../prisma";
import { ask } from "../read/ask";
import { raw, sql } from "../read/sql";
import { oneOf } from "../records/codec";

export type JobTable = "export_job" | "import_job";

/** A job, and who is at it. */
export interface Mine {
  id: string;
  worker: string;
}

/**
 * The oldest that waits, or that nobody works at any more; null where there is none. One that has ended with its process so
 * often is given up. Answers its id.
 */
export async function claim(
  table: JobTable,
  worker: string,
  { begins, mostAttempts }: { begins: string; mostAttempts: number },
): Promise<string | null> {
  await ask(sql`
    UPDATE ${raw(table)} SET state = 'FAILED', step = NULL, fault = 'not-made', finished_at = register_now()
     WHERE state = 'RUNNING' AND beat_at < now() - ${raw(ABANDONED)} AND attempts >= ${mostAttempts}`);
  const [row] = await ask<{ id: string }>(sql`
    UPDATE ${raw(table)} j SET state = 'RUNNING', worker = ${worker}::uuid, beat_at = now(), attempts = attempts + 1,
           ${raw(begins)}
     WHERE j.id = (SELECT id FROM ${raw(table)}
                    WHERE state = 'WAITING' OR (state = 'RUNNING' AND beat_at < now() - ${raw(ABANDONED)})
                    ORDER BY number LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING j.id`);
  return row?.id ?? null;
}

/** Says how far it is, and that somebody is at it. False where it was cancelled, or somebody else took it up. */
export async function beat(
  table: JobTable,
  { id, worker }: Mine,
  { step, done, total }: { step: string; done: number; total: number | null },
): Promise<boolean> {
  const rows = await ask(sql`
    UPDATE ${raw(table)} SET beat_at = now(), step = ${step}, done = ${done}, total = ${total}
     WHERE id = ${id}::uuid AND worker = ${worker}::uuid AND state = 'RUNNING' RETURNING 1 AS one`);
  return rows.length > 0;
}

/** For good, or to be tried again. */
export async function fail(
  table: JobTable,
  { id, worker }: Mine,
  fault: string,
  again: boolean,
): Promise<void> {
  await ask(sql`
    UPDATE ${raw(table)} SET state = ${again ? "WAITING" : "FAILED"}, step = ${again ? sql`step` : sql`NULL`}, fault = ${fault.slice(0, 500)},
           finished_at = ${again ? sql`NULL` : sql`register_now()`}
     WHERE id = ${id}::uuid AND worker = ${worker}::uuid AND state = 'RUNNING'`);
}

/** Whoever asked, as they are now; null for an account that is out of use. */
export async function findAsker(id: string): Promise<Actor | null> {
  const select = { id: true, email: true, name: true, role: true, desk: true, sealed: true };
  const row = await askPrisma((db) => db.person.findUnique({ where: { id, disabledAt: null }, select }));
  return row && { ...row, role: oneOf(ROLES, row.role), session: null, request: null };
}

/** Longer than the pause between two signs of life. */
const ABANDONED = "interval '30 seconds'";
