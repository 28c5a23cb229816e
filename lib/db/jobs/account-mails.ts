// Mail about accounts. A link is made when its mail is sent, so that it exists only in the mail; each attempt
// makes a new link and ends the previous one.
import "server-only";
import { ACCOUNT_MAIL_KINDS, type AccountMailKind } from "@/lib/domain/notices/account-mail";
import { type Language, LANGUAGES } from "@/lib/domain/base/language";
import { findMoment } from "../sql/moment";
import { askPrisma, inPrismaTransaction } from "../prisma";
import { claimNextAccountMail as claimNext } from "../statements/account-mails";
import { oneOfColumn, oneOfOrNull } from "../records/codec";
import { outboxOf } from "./outbox";

export interface ClaimedAccountMail {
  id: string;
  kind: AccountMailKind;
  /** Of an alarm, its code. */
  about: string | null;
  attempts: number;
  person: { id: string; name: string; email: string; language: Language | null; isOpen: boolean };
}

/** The next mail to send, reserved for this time. Null: none is due. */
export async function claimAccountMail(leaseMs: number): Promise<ClaimedAccountMail | null> {
  const claimed = await claimNext(leaseMs);
  if (claimed === null) return null;
  const mail = await askPrisma((db) =>
    db.accountMail.findUniqueOrThrow({ where: { id: claimed }, include: { person: true } }),
  );
  const { id, name, email, language, disabledAt } = mail.person;
  return {
    id: mail.id,
    kind: oneOfColumn(ACCOUNT_MAIL_KINDS, mail.kind),
    about: mail.about,
    attempts: mail.attempts,
    person: { id, name, email, language: oneOfOrNull(LANGUAGES, language), isOpen: disabledAt === null },
  };
}

/** The link of this attempt; earlier ones end. */
export const storeLink = (personId: string, tokenHash: string, hours: number): Promise<void> =>
  inPrismaTransaction<undefined>(
    async ({ db }) => {
      const { now } = await findMoment(db);
      await db.passwordToken.deleteMany({ where: { personId, usedAt: null } });
      const expiresAt = new Date(now.getTime() + hours * 3_600_000);
      await db.passwordToken.create({ data: { tokenHash, personId, expiresAt }, select: { personId: true } });
    },
    () => "COMMIT",
  );

export const accountOutbox = outboxOf(
  "mail",
  (db, where, { faultAt: _, ...data }) => db.accountMail.updateMany({ where, data }),
  (db, where) => db.accountMail.deleteMany({ where }),
);
