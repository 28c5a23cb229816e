import { pool } from "@/lib/db/client";

/** Mails that are still to be sent. */
export async function countWaiting(): Promise<number> {
  const { rows } = await pool().query<{ n: number }>(
    "SELECT count(*)::int AS n FROM digest WHERE state = 'WAITING'",
  );
  return rows[0]?.n ?? 0;
}
