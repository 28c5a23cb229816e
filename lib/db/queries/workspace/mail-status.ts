import type { MailStatus } from "@/lib/domain/notices/digest";
import { askPrisma } from "../../prisma";
import { raw } from "../../sql/sql";

export async function findMailStatus(): Promise<MailStatus> {
  const [row] = await askPrisma(
    (db) => db.$queryRaw<MailStatus[]>`
      SELECT (SELECT count(*)::int FROM digest WHERE state = 'WAITING') AS waiting,
             (SELECT ${shown("min(created_at)")} FROM digest WHERE state = 'WAITING') AS since,
             (SELECT json_build_object('at', ${shown("fault_at")}, 'text', fault) FROM digest
               WHERE state = 'WAITING' AND fault IS NOT NULL ORDER BY fault_at DESC LIMIT 1) AS fault,
             (SELECT ${shown("max(ended_at)")} FROM digest WHERE state = 'SENT') AS "lastSentAt",
             (SELECT count(*)::int FROM digest WHERE state = 'REFUSED' AND ended_at > now() - interval '30 days') AS refused`,
  );
  return row ?? { waiting: 0, since: null, fault: null, lastSentAt: null, refused: 0 };
}

/** Mails use true time; times shown are converted to the register's. */
const shown = (moment: string) => raw(`audit.instant(${moment} + (register_now() - now()))`);
