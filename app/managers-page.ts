// A manager's first page: what matters, and what follows below it.
import { isPast, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { dayOf, plusDays } from "@/lib/domain/base/day";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { BelowMatters, ManagersPage } from "@/lib/domain/log/managers-page";
import type { LogEntry } from "@/lib/domain/log/logged";
import { asReader, mayReadLog, THE_REGISTER, type Actor } from "@/lib/domain/people/actor";
import { loadLog } from "@/lib/history/audit/queries";
import { loadProposals } from "@/lib/review/proposals/queries";
import { loadCoverage } from "@/lib/unresolved/coverage/queries";
import {
  keepManagersPage,
  loadKeptManagersPage,
  type ManagersPageAtOnce,
} from "@/lib/unresolved/matters/queries";
import { loadCalendar } from "@/lib/workspace/calendar/queries";
import { loadSettings } from "@/lib/workspace/settings/queries";
import { loadWhatMatters } from "./what-matters";

const ROWS = 5;
const DAYS_AHEAD = 90;

/** Must not wait, so in a large register the page may be a moment old. */
export async function loadManagersPage(actor: Actor, at: NowOrAsOf): Promise<Result<ManagersPageAtOnce>> {
  if (!mayReadLog(actor)) return refuse("role");
  const kept = isPast(at) ? null : await loadKeptManagersPage(at);
  if (kept) return ok(kept);
  const page = await workOut(actor, at);
  return page.ok ? ok({ ...page.value, asOf: null }) : page;
}

/** Run by the worker. */
export const keepManagersPageUpToDate = (): Promise<void> =>
  keepManagersPage((at) => workOut(asReader(THE_REGISTER), at));

async function workOut(actor: Actor, at: NowOrAsOf): Promise<Result<ManagersPage>> {
  const [matters, below] = await Promise.all([loadWhatMatters(actor, at), loadBelow(actor, at)]);
  if (!matters.ok) return matters;
  return below.ok ? ok({ matters: matters.value, below: below.value }) : below;
}

async function loadBelow(actor: Actor, at: NowOrAsOf): Promise<Result<BelowMatters>> {
  const today = dayOf(isPast(at) ? at.asOf : at, (await loadSettings()).timeZone);
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
    changes: oneEach(changes.value.items),
    decisions: decisions && { rows: decisions.value.items, count: decisions.value.total },
    dates: dates.value.items,
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
