import "server-only";
import type { Alarm, AlarmFacts } from "@/lib/domain/log/alarms";
import { mayReadPeople, type Actor } from "@/lib/domain/people/actor";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { findVitals } from "@/lib/db/queries/log/vitals";
import { countFailedSignIns, findAlarms } from "@/lib/db/statements/alarms";

/** Current alarms, and those of the last days, for administrators. */
export async function loadAlarms(actor: Actor): Promise<Result<Alarm[]>> {
  return mayReadPeople(actor) ? ok(await findAlarms()) : refuse("role");
}

/** The facts that the worker checks. */
export async function loadAlarmFacts(): Promise<AlarmFacts> {
  const [{ unsealedSeconds, sealingFault, witnesses }, failedSignIns] = await Promise.all([
    findVitals(),
    countFailedSignIns(),
  ]);
  return { unsealedSeconds, sealingFault, witnessesRefusing: witnesses.refusing, failedSignIns };
}
