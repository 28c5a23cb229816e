import type { Db } from "../prisma";
import { STANDS } from "../read/sign-in";

/** Uses it up, once, and answers whose it was; null where it isn't good any more. */
export async function takeChallenge(db: Db, tokenHash: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ id: string }[]>`
    DELETE FROM sign_in_challenge c USING person p WHERE p.id = c.person_id AND c.token_hash = ${tokenHash} AND ${STANDS}
    RETURNING p.id`;
  return row?.id ?? null;
}
