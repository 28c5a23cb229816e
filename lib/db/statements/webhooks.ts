// SKIP LOCKED: a dead sender's row must not block the queue.
import { askPrisma } from "../prisma";

export interface ClaimedWebhook {
  id: string;
  personId: string;
  url: string;
  types: string[];
  secret: string;
  position: number;
  through: number | null;
  attempts: number;
}

/** The next webhook that has something to receive, reserved for this time. */
export async function claimWebhook(leaseMs: number): Promise<ClaimedWebhook | null> {
  const [row] = await askPrisma(
    (db) => db.$queryRaw<ClaimedWebhook[]>`
      UPDATE webhook SET next_at = now() + ${leaseMs}::float8 * interval '1 millisecond'
       WHERE id = (SELECT w.id FROM webhook w, audit.head h
                    WHERE w.removed_at IS NULL AND w.paused IS NULL AND w.next_at <= now() AND w.position < h.seq
                    ORDER BY w.next_at, w.id LIMIT 1 FOR UPDATE OF w SKIP LOCKED)
      RETURNING id, person_id AS "personId", url, types, secret, position::float8 AS position, through::float8 AS through, attempts`,
  );
  return row ?? null;
}
