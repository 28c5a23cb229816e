import type { Passkey, PasskeyPurpose } from "@/lib/domain/people/passkey";
import type { Prisma } from "../generated/client";
import type { Db } from "../prisma";
import { instantColumn, instantOrNull } from "../records/codec";

/** What a device is to sign, and the address at which it was asked. */
export interface PasskeyChallenge {
  challenge: string;
  origin: string;
}

/** Oldest first. */
export async function selectPasskeys(db: Db, where: Prisma.PasskeyWhereInput): Promise<Passkey[]> {
  const rows = await db.passkey.findMany({ where, orderBy: [{ madeAt: "asc" }, { id: "asc" }] });
  return rows.map(({ personId: _personId, counter, madeAt, usedAt, ...row }) => ({
    ...row,
    counter: Number(counter),
    madeAt: instantColumn(madeAt),
    usedAt: instantOrNull(usedAt),
  }));
}

/** One statement, so that of two answers sent at once only one is checked. */
export async function consumeChallengeOf(
  db: Db,
  holder: string,
  purpose: PasskeyPurpose,
): Promise<PasskeyChallenge | null> {
  const [row] = await db.$queryRaw<(PasskeyChallenge & { valid: boolean })[]>`
    DELETE FROM passkey_challenge WHERE holder = ${holder} AND purpose = ${purpose}
    RETURNING challenge, origin, expires_at > now() AS valid`;
  return row?.valid ? { challenge: row.challenge, origin: row.origin } : null;
}
