// Checks regularly whether an alarm begins or ends. Several workers may do it: the table contains each alarm
// once.
import "server-only";
import { beginAlarm, endAlarm, findAlarms } from "@/lib/db/statements/alarms";
import { alarmsAfter } from "@/lib/domain/log/alarms";
import { startLoop } from "@/lib/platform/background";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/log";
import { loadAlarmFacts } from "./queries";

/** Returns at once. */
export function startAlarms(): void {
  startLoop("alarms", LOOK_MS, keepAlarms);
}

const LOOK_MS = 15_000;

export async function keepAlarms(): Promise<void> {
  const [facts, known] = await Promise.all([loadAlarmFacts(), findAlarms()]);
  const goingOn = known.flatMap(({ code, overAt }) => (overAt === null ? [code] : []));
  const { begin, over } = alarmsAfter(facts, goingOn);
  for (const code of begin)
    if (await beginAlarm(code, env().SMTP_URL !== undefined))
      logger.error({ alarm: code, ...facts }, "an alarm");
  for (const code of over) {
    await endAlarm(code);
    logger.info({ alarm: code }, "an alarm is over");
  }
}
