// What an auditor begins with: how far the log is sealed, what was written today, and who recently read what.
import "server-only";
import { dayOf, type Instant } from "@/lib/domain/base/day";
import { startOf } from "@/lib/domain/base/moment";
import type { RecordState } from "@/lib/domain/log/recently";
import { mayReadAccessLog, mayReadLog, type Actor } from "@/lib/domain/people/actor";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { findAccessSince, findWrittenSince } from "@/lib/db/queries/log/recently";
import { findSettings } from "@/lib/db/queries/log/settings";
import { loadLogState } from "@/lib/trust/checkpoints/queries";

const DAY_MS = 24 * 3_600_000;

export async function loadRecordState(actor: Actor, at: Instant): Promise<Result<RecordState>> {
  if (!mayReadLog(actor) || !mayReadAccessLog(actor)) return refuse("role");
  const { timeZone } = await findSettings();
  const [log, written, access] = await Promise.all([
    loadLogState(actor),
    findWrittenSince(startOf(dayOf(at, timeZone), timeZone)),
    findAccessSince(new Date(Date.parse(at) - DAY_MS).toISOString()),
  ]);
  return log.ok ? ok({ log: log.value, written, access }) : log;
}
