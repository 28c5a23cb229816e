// What stands on a manager's first page below what matters.
import type { Below } from "@/components/unresolved/home/below-matters";
import { isPast, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { plusDays, type Day } from "@/lib/domain/base/day";
import { ok, type Result } from "@/lib/domain/base/result";
import type { LogEntry } from "@/lib/domain/log/logged";
import type { Actor } from "@/lib/domain/people/actor";
import { loadLog } from "@/lib/history/audit/queries";
import { loadProposals } from "@/lib/review/proposals/queries";
import { loadCoverage } from "@/lib/unresolved/coverage/queries";
import { loadCalendar } from "@/lib/workspace/calendar/queries";

const ROWS = 5;
const DAYS_AHEAD = 90;

export async function loadBelowMatters(actor: Actor, today: Day, at: NowOrAsOf): Promise<Result<Below>> {
  const [coverage, changes, decisions, dates] = await Promise.all([
    loadCoverage(actor, at),
    loadLog(actor, { ...PLEDGES_CHANGED, to: isPast(at) ? at.asOf : null }),
    isPast(at) ? null : loadProposals(actor, WAITING),
    loadCalendar(actor, { ...DATES, from: today, to: plusDays(today, DAYS_AHEAD) }, at),
  ]);
  if (!coverage.ok) return coverage;
  if (!changes.ok) return changes;
  if (decisions?.ok === false) return decisions;
  if (!dates.ok) return dates;
  return ok({
    cells: coverage.value.cells,
    lately: {
      changes: oneEach(changes.value.items),
      decisions: decisions && { rows: decisions.value.items, count: decisions.value.total },
      dates: dates.value.items,
    },
  });
}

/** The last entry of each record. */
function oneEach(entries: readonly LogEntry[]): LogEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ record: { id } }) => !seen.has(id) && seen.add(id)).slice(0, ROWS);
}

const PLEDGES_CHANGED: Parameters<typeof loadLog>[1] = {
  actor: null,
  action: [],
  record: "pledge",
  from: null,
  to: null,
  after: null,
  limit: 4 * ROWS,
};

const WAITING: Parameters<typeof loadProposals>[1] = {
  status: ["OPEN"],
  participant: [],
  priority: [],
  subject: [],
  after: null,
  limit: ROWS,
};

const DATES = { what: [], participant: [], priority: [], owner: [], after: null, limit: ROWS };
