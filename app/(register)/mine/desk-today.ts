import { calendarHref } from "@/components/workspace/calendar/view";
import type { DueStep } from "@/components/workspace/mine/due";
import type { DeskFigures } from "@/components/workspace/mine/headline";
import type { StaleItem } from "@/components/workspace/mine/stale";
import { plusDays, type Day, type Instant } from "@/lib/domain/base/day";
import { ok, type Result } from "@/lib/domain/base/result";
import type { ToConfirm } from "@/lib/domain/details/desk-today";
import type { Actor } from "@/lib/domain/people/actor";
import type { ProposalRow } from "@/lib/domain/proposals/proposal";
import type { CalendarEntry } from "@/lib/domain/unresolved/calendar";
import type { UnresolvedRow } from "@/lib/domain/unresolved/summary";
import { loadByDocument } from "@/lib/pledges/desk/queries";
import { loadOwnProposals } from "@/lib/review/proposals/queries";
import { parseUnresolvedFilter } from "@/lib/unresolved/unresolved/asked";
import { loadUnresolved } from "@/lib/unresolved/unresolved/queries";
import { loadCalendar } from "@/lib/workspace/calendar/queries";

/**
 * What waits for an officer on their own pledges and proposals. A pledge is only in the first part that it
 * belongs to.
 */
export interface DeskToday {
  returned: ProposalRow[];
  /** The first of the next steps that are late or due within the week; the counts include the rest. `rest` shows it. */
  due: { steps: DueStep[]; total: number; late: number; today: number; rest: string | null };
  /** Not confirmed lately, the oldest first. */
  stale: { groups: ToConfirm<StaleItem>[]; count: number };
  /** The officer's own proposals that wait for a decision. */
  waiting: ProposalRow[];
}

export async function loadDeskToday(actor: Actor, today: Day, at: Instant): Promise<Result<DeskToday>> {
  const [proposals, found, stale] = await Promise.all([
    loadOwnProposals(actor),
    loadDue(actor, today, at),
    loadStale(actor, at),
  ]);
  if (!proposals.ok) return proposals;
  if (!stale.ok) return stale;
  const { returned, waiting } = proposals.value;
  const due = without(found, new Set(returned.map(({ reference }) => reference)), today);
  const seen = shownFirst({ returned, due });
  const { items, counted } = stale.value;
  const left = items.filter(isOfPledge).filter(({ reference }) => !seen.has(reference));
  const groups = await loadByDocument(actor, left);
  return ok({ returned, due, stale: { groups, count: counted - (items.length - left.length) }, waiting });
}

export const deskFigures = ({ returned, due, stale }: DeskToday): DeskFigures => ({
  late: due.late,
  today: due.today,
  returned: returned.length,
  toConfirm: stale.count,
});

/** References in the first two parts. */
export const shownFirst = ({ returned, due }: Pick<DeskToday, "returned" | "due">): Set<string | null> =>
  new Set([...returned, ...due.steps].map(({ reference }) => reference));

function without(due: DeskToday["due"], shown: ReadonlySet<string | null>, today: Day): DeskToday["due"] {
  const again = due.steps.filter(({ reference }) => shown.has(reference));
  return {
    ...due,
    steps: due.steps.filter((step) => !again.includes(step)),
    total: due.total - again.length,
    late: due.late - again.filter(({ on }) => on < today).length,
    today: due.today - again.filter(({ on }) => on === today).length,
  };
}

const SHOWN = 20;
/** As many as are listed. */
const CONFIRMED = 100;
const LONGEST_LATE_DAYS = 700;

async function loadDue(actor: Actor, today: Day, at: Instant): Promise<DeskToday["due"]> {
  const which = { what: ["next-action" as const], owner: [actor.email], participant: [], priority: [] };
  const asked = (from: Day, to: Day, limit: number) =>
    loadCalendar(actor, { ...which, from, to, after: null, limit }, at);
  const [from, to] = [plusDays(today, -LONGEST_LATE_DAYS), plusDays(today, 6)];
  const [found, late, dueToday] = await Promise.all([
    asked(from, to, SHOWN),
    asked(from, plusDays(today, -1), 1),
    asked(today, today, 1),
  ]);
  if (!found.ok || !late.ok || !dueToday.ok) return { steps: [], total: 0, late: 0, today: 0, rest: null };
  const { items, total, next } = found.value;
  return {
    steps: items.filter(isStep),
    total,
    late: late.value.total,
    today: dueToday.value.total,
    rest: next === null ? null : calendarHref(which, { show: "list", from, to }, next),
  };
}

function loadStale(actor: Actor, at: Instant) {
  const filter = parseUnresolvedFilter(
    new URLSearchParams({ code: "STALE", owner: actor.email, limit: String(CONFIRMED) }),
  );
  return filter.ok ? loadUnresolved(actor, filter.value, at) : Promise.resolve(filter);
}

const isOfPledge = (item: UnresolvedRow): item is UnresolvedRow & { reference: string } =>
  item.reference !== null;
const isStep = (entry: CalendarEntry): entry is DueStep => entry.reference !== null;
