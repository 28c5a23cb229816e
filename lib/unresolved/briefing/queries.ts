import "server-only";
import { type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import { oneEach, type BriefingCitations, type NextStep } from "@/lib/domain/unresolved/briefing";
import { isPast, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { UnresolvedRow } from "@/lib/domain/unresolved/summary";
import { UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";
import { COUNTED_CLASSES } from "@/lib/domain/unresolved/reasons";
import { citedIn, foremostIn, nextStepsIn, type ForemostQuery } from "@/lib/domain/history/snapshot-briefing";
import { calendarIn, calendarPage } from "@/lib/domain/history/calendar/snapshot-calendar";
import { dueQuery, dueSoonOf, type DueSoon } from "@/lib/domain/unresolved/what-matters";
import { findCalendar } from "@/lib/db/queries/unresolved/calendar";
import { findPast } from "@/lib/db/past/snapshot";
import { findCited, findForemost, findNextSteps } from "@/lib/db/queries/unresolved/briefing";
import { rememberedUntilChange } from "@/lib/db/queries/remembered";
import { todayAt } from "@/lib/db/queries/log/settings";

export interface Foremost {
  /** The oldest item of each of the longest-waiting pledges. */
  oldest: UnresolvedRow[];
  /** What blocks the pledges at the most advanced stages. */
  blocked: UnresolvedRow[];
  next: NextStep[];
}

/** Rows per list. */
const SHOWN = 5;
/** Enough items to include that many pledges, however many items each has. */
const LOOKED_AT = SHOWN * UNRESOLVED_CODES.length;

/** The top items, over the whole register or for one participant. */
export async function loadForemost(
  actor: Actor,
  participant: string | null,
  at: NowOrAsOf,
): Promise<Result<Foremost>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const whose = participant === null ? [] : [participant];
  if (isPast(at)) {
    const { snapshot, day } = await findPast(at);
    const foremost = (filter: ForemostQuery) => oneEach(foremostIn(snapshot, filter, day), SHOWN);
    return ok({
      oldest: foremost(oldestOf(whose)),
      blocked: foremost(blockedOf(whose)),
      next: nextStepsIn(snapshot, whose, SHOWN),
    });
  }
  const today = await todayAt(at);
  return ok(
    await rememberedUntilChange(`foremost ${participant ?? ""} ${today}`, async () => {
      const [oldest, blocked, next] = await Promise.all([
        findForemost(oldestOf(whose), today),
        findForemost(blockedOf(whose), today),
        findNextSteps(whose, SHOWN),
      ]);
      return { oldest: oneEach(oldest, SHOWN), blocked: oneEach(blocked, SHOWN), next };
    }),
  );
}

const oldestOf = (participant: string[]): ForemostQuery => ({
  by: "oldest",
  class: COUNTED_CLASSES,
  participant,
  limit: LOOKED_AT,
});

const blockedOf = (participant: string[]): ForemostQuery => ({
  by: "furthest",
  class: ["BLOCKED"],
  participant,
  limit: LOOKED_AT,
});

/** What falls due within the days that count, or is late, on important pledges; earliest first. */
export async function loadDueSoon(
  actor: Actor,
  critical: readonly string[],
  at: NowOrAsOf,
): Promise<Result<DueSoon[]>> {
  if (!mayReadRegister(actor)) return refuse("role");
  if (isPast(at)) {
    const { snapshot, day } = await findPast(at);
    const filter = dueQuery(day, critical);
    return ok(dueSoonOf(calendarPage(calendarIn(snapshot, filter), filter)));
  }
  const today = await todayAt(at);
  const due = await rememberedUntilChange(`due ${today} ${critical.join()}`, () =>
    findCalendar(dueQuery(today, critical)),
  );
  return ok(dueSoonOf(due));
}

/** The sources that a page's pledges rely on. */
export async function loadCitations(
  actor: Actor,
  references: readonly (string | null)[],
  at: NowOrAsOf,
): Promise<Result<BriefingCitations>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const asked = [...new Set(references.filter((one) => one !== null))];
  const found = isPast(at)
    ? citedIn((await findPast(at)).snapshot, asked)
    : asked.length === 0
      ? []
      : await findCited(asked);
  return ok(Object.fromEntries(found.map(({ reference, ...cited }) => [reference, cited])));
}
