// SKIP LOCKED: a dead sender's row must not block the queue.
import { askPrisma } from "../prisma";

/** Id of the next mail about an account, reserved for this time. Null: none is due. */
export async function claimNextAccountMail(leaseMs: number): Promise<string | null> {
  const [row] = await askPrisma(
    (db) => db.$queryRaw<{ id: string }[]>`
      UPDATE account_mail SET attempts = attempts + 1, next_at = now() + ${leaseMs}::float8 * interval '1 millisecond'
       WHERE id = (SELECT id FROM account_mail WHERE state = 'WAITING' AND next_at <= now()
                    ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
      RETURNING id::text AS id`,
  );
  return row?.id ?? null;
}
