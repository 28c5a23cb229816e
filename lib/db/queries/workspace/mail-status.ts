import type { MailStatus } from "@/lib/domain/notices/digest";
import { askPrisma } from "../../prisma";
import { raw } from "../../sql/sql";

/** Of digests and of mails about accounts; of the latter, nothing says when an attempt failed. */
export async function findMailStatus(): Promise<MailStatus> {
  const [row] = await askPrisma(
    (db) => db.$queryRaw<MailStatus[]>`
      WITH mail AS NOT MATERIALIZED (
        SELECT state, created_at, ended_at, fault, fault_at FROM digest
         UNION ALL SELECT state, created_at, ended_at, fault, NULL FROM account_mail)
      SELECT (SELECT count(*)::int FROM mail WHERE state = 'WAITING') AS waiting,
             (SELECT ${shown("min(created_at)")} FROM mail WHERE state = 'WAITING') AS since,
             (SELECT json_build_object('at', ${shown("fault_at")}, 'text', fault) FROM mail
               WHERE state = 'WAITING' AND fault IS NOT NULL ORDER BY fault_at DESC NULLS LAST LIMIT 1) AS fault,
             (SELECT ${shown("max(ended_at)")} FROM mail WHERE state = 'SENT') AS "lastSentAt",
             (SELECT count(*)::int FROM mail WHERE state = 'REFUSED' AND ended_at > now() - interval '30 days') AS refused`,
  );
  return row ?? { waiting: 0, since: null, fault: null, lastSentAt: null, refused: 0 };
}

/** Mails use true time; times shown are converted to the register's. */
const shown = (moment: string) => raw(`audit.instant(${moment} + (register_now() - now()))`);
