// Passkeys: rows that no event contains. Adding and removing one are events of the person's account.
import { randomUUID } from "node:crypto";
import type { NewPasskey, Passkey } from "@/lib/domain/people/passkey";
import type { Transaction } from "../../connection";
import { findMoment } from "../../sql/moment";
import { selectPasskeys } from "../../statements/passkeys";

export const passkeysIn = ({ db }: Transaction) => ({
  of: (personId: string): Promise<Passkey[]> => selectPasskeys(db, { personId }),
  /** Whether it is already registered for anyone. */
  isKnown: async (credentialId: string): Promise<boolean> =>
    (await db.passkey.count({ where: { credentialId } })) > 0,
  add: async (personId: string, { transports, ...given }: NewPasskey): Promise<void> => {
    const { now: madeAt } = await findMoment(db);
    const data = { id: randomUUID(), personId, ...given, transports: [...transports], madeAt };
    await db.passkey.create({ data, select: { id: true } });
  },
  remove: async (id: string): Promise<void> => {
    await db.passkey.deleteMany({ where: { id } });
  },
  /** Whether the person has an authenticator too. */
  hasDevice: async (personId: string): Promise<boolean> =>
    (await db.secondFactor.count({ where: { personId } })) > 0,
});
