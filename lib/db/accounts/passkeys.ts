// Passkeys and the challenges that they sign. Adding and removing passkeys are changes of the account
// (`tx.passkeys`).
import "server-only";
import type { Passkey, PasskeyPurpose } from "@/lib/domain/people/passkey";
import { findMoment } from "../sql/moment";
import { askPrisma } from "../prisma";
import { selectPasskeys, consumeChallengeOf, type PasskeyChallenge } from "../statements/passkeys";

/** Those that are a second factor now. */
export const findPasskeys = (personId: string): Promise<Passkey[]> =>
  askPrisma((db) => selectPasskeys(db, { personId, person: { secondFactorAt: { not: null } } }));

/** `holder`: the session, or the step of signing in, that asks. A later challenge replaces an earlier one. */
export async function keepPasskeyChallenge({
  minutes,
  ...given
}: { holder: string; purpose: PasskeyPurpose; minutes: number } & PasskeyChallenge): Promise<void> {
  const { holder, purpose } = given;
  await askPrisma(async (db) => {
    const { now } = await findMoment(db);
    const create = { ...given, expiresAt: new Date(now.getTime() + minutes * 60_000) };
    await db.passkeyChallenge.upsert({
      where: { holder_purpose: { holder, purpose } },
      create,
      update: create,
      select: { holder: true },
    });
  });
}

/** Uses the challenge up, whether or not the answer is right. Null: there is none, or it has expired. */
export const consumePasskeyChallenge = (
  holder: string,
  purpose: PasskeyPurpose,
): Promise<PasskeyChallenge | null> => askPrisma((db) => consumeChallengeOf(db, holder, purpose));
