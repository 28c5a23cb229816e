// Alarms: one row from when one begins until it is over. Its mails are queued with it, so that several
// workers send none twice.
import { ALARMS, type Alarm, type AlarmCode } from "@/lib/domain/log/alarms";
import { askPool } from "../client";

/** Current ones, and those that ended within the last week; latest first. */
export async function findAlarms(): Promise<Alarm[]> {
  return askPool<Alarm>(
    `SELECT code, audit.instant(since) AS since, audit.instant(over_at) AS "overAt" FROM alarm
      WHERE code = ANY ($1) AND (over_at IS NULL OR over_at > now() - interval '7 days')
      ORDER BY over_at DESC NULLS FIRST, since DESC LIMIT 20`,
    [[...ALARMS]],
  );
}

/** In the last ten minutes, for all accounts and addresses. */
export async function countFailedSignIns(): Promise<number> {
  const [row] = await askPool<{ n: number }>(
    `SELECT coalesce(sum(count), 0)::float8 AS n FROM audit.access
      WHERE recorded_at > now() - interval '10 minutes' AND kind = 'SIGN_IN_FAILED'`,
  );
  return row?.n ?? 0;
}

/** False: it has already begun. `byMail`: to each administrator. */
export async function beginAlarm(code: AlarmCode, byMail: boolean): Promise<boolean> {
  const [row] = await askPool<{ begun: boolean }>(
    `WITH begun AS (INSERT INTO alarm (code, since) VALUES ($1, now()) ON CONFLICT DO NOTHING RETURNING code),
          mailed AS (INSERT INTO account_mail (id, person_id, kind, about, next_at, created_at)
            SELECT gen_random_uuid(), p.id, 'ALARM', begun.code, now(), now() FROM begun, person p
             WHERE $2 AND p.role = 'ADMIN' AND p.disabled_at IS NULL)
     SELECT EXISTS (SELECT FROM begun) AS begun`,
    [code, byMail],
  );
  return row?.begun ?? false;
}

/** Those that ended long ago are forgotten. */
export async function endAlarm(code: AlarmCode): Promise<void> {
  await askPool(
    `WITH forgotten AS (DELETE FROM alarm WHERE over_at < now() - interval '90 days')
     UPDATE alarm SET over_at = now() WHERE code = $1 AND over_at IS NULL`,
    [code],
  );
}
