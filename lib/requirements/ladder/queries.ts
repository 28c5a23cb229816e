// The response ladder as people and programs ask for it: now or as of a moment, with the trigger that they choose.
import "server-only";
import { isPast, momentOf, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { dayOf } from "@/lib/domain/base/day";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { asksForLess, atOnce, type TableView } from "@/lib/domain/exchange/table-view";
import { settingsIn } from "@/lib/domain/history/snapshot";
import { triggersIn } from "@/lib/domain/history/snapshot-waiting";
import { mayReadRegister, type Actor } from "@/lib/domain/people/actor";
import type { Trigger } from "@/lib/domain/pledge/trigger";
import {
  FIRST_TRIGGER,
  responseLadder,
  rungRows,
  type LadderLine,
  type ResponseLadder,
} from "@/lib/domain/requirements/response-ladder";
import { sorted } from "@/lib/domain/requirements/requirement-coverage";
import type { RequirementDetails } from "@/lib/domain/requirements/requirement-details";
import { findPast } from "@/lib/db/past/snapshot";
import { findTriggers } from "@/lib/db/queries/conditions/triggers";
import { findCoalitionOnly } from "@/lib/db/queries/log/page-state";
import { findSettings } from "@/lib/db/queries/log/settings";
import type { LadderFilter, RequirementFilter } from "../filter";
import { requirementsAsked, loadSupposedDetails } from "../queries";

export async function loadLadder(
  actor: Actor,
  filter: LadderFilter,
  at: NowOrAsOf,
): Promise<Result<ResponseLadder>> {
  if (!mayReadRegister(actor)) return refuse("role");
  return ladderFor(actor, filter, at);
}

/** The list of requirements and the ladder of those that are open, read once. */
export async function loadRequirementsAndLadder(
  actor: Actor,
  filter: RequirementFilter,
  { trigger: code }: Pick<LadderFilter, "trigger">,
  at: NowOrAsOf,
): Promise<Result<{ details: RequirementDetails[]; ladder: ResponseLadder }>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const start = await ladderFrom(code, at);
  if (!start.ok) return start;
  const { asTheyAre, ifMet } = await loadSupposedDetails(
    actor,
    await requirementsAsked(filter, at),
    at,
    code,
  );
  return ok({
    details: sorted(asTheyAre, filter.sort),
    ladder: { ...start.value, rows: responseLadder(ifMet, start.value.from) },
  });
}

/** As CSV, a line for each row and day: files contain no sealed numbers, for any reader. */
export async function loadLadderCsv(
  actor: Actor,
  filter: LadderFilter,
  at: NowOrAsOf,
): Promise<Result<TableView<LadderLine>>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const [found, { marking }, coalitionOnly] = await Promise.all([
    ladderFor(null, filter, at),
    findSettings(),
    findCoalitionOnly(),
  ]);
  if (!found.ok) return found;
  const { trigger, rows } = found.value;
  const { trigger: _chosen, ...narrowing } = filter;
  return ok({
    rows: atOnce(rungRows(trigger.code, rows, coalitionOnly)),
    asOf: momentOf(at),
    marking,
    narrowed: asksForLess(narrowing),
  });
}

async function ladderFor(
  actor: Actor | null,
  { trigger: code, ...filter }: LadderFilter,
  at: NowOrAsOf,
): Promise<Result<ResponseLadder>> {
  const start = await ladderFrom(code, at);
  if (!start.ok) return start;
  const open = await requirementsAsked({ ...filter, closed: "without" }, at);
  const { ifMet } = await loadSupposedDetails(actor, open, at, code);
  return ok({ ...start.value, rows: responseLadder(ifMet, start.value.from) });
}

/**
 * The trigger, and the day from which the ladder counts: the day since which it is met, otherwise the day of
 * the moment.
 */
async function ladderFrom(code: string, at: NowOrAsOf): Promise<Result<Omit<ResponseLadder, "rows">>> {
  const { triggers, timeZone } = await known(at);
  const trigger = triggers.find((one) => one.code === code);
  // A register without triggers still has a ladder.
  if (!trigger && code !== FIRST_TRIGGER) return invalid({ path: "trigger", code: "unknown" });
  const { title = code, state = "UNKNOWN", since = null } = trigger ?? {};
  return ok({
    trigger: { code, title, state, since },
    from: (state === "MET" ? since : null) ?? dayOf(momentOf(at), timeZone),
    triggers: triggers.map((one) => ({ code: one.code, title: one.title })),
  });
}

async function known(at: NowOrAsOf): Promise<{ triggers: Trigger[]; timeZone: string }> {
  if (!isPast(at)) {
    const [triggers, { timeZone }] = await Promise.all([findTriggers(), findSettings()]);
    return { triggers, timeZone };
  }
  const { snapshot } = await findPast(at);
  return { triggers: triggersIn(snapshot), timeZone: settingsIn(snapshot).timeZone };
}
