import "server-only";
import { type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import { agesOf, type Ages } from "@/lib/domain/unresolved/ages";
import { dayOf, earliest, type Day, type Instant } from "@/lib/domain/base/day";
import { isPast, momentOf, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { Stage } from "@/lib/domain/pledge/stages";
import {
  daysBetweenBoth,
  eventsIn,
  monthEnds,
  stageCountsOver,
  type StageEvent,
  type StageMove,
} from "@/lib/domain/details/stage-counts";
import { settingsIn } from "@/lib/domain/history/snapshot";
import { itemMonths } from "@/lib/domain/history/snapshot-unresolved";
import { atOnce, type TableView } from "@/lib/domain/exchange/table-view";
import { ageLines, overTimeLines, panelLines } from "@/lib/domain/exchange/tables/charts";
import { panelsOf, type StagePanels } from "@/lib/domain/unresolved/charts/findings";
import { findPast } from "@/lib/db/past/snapshot";
import { countStages } from "@/lib/db/queries/unresolved/coverage";
import { countItemMonths } from "@/lib/db/queries/unresolved/item-months";
import { rememberedUntilChange } from "@/lib/db/queries/remembered";
import { findSettings, todayAt } from "@/lib/db/queries/log/settings";
import { findStageMoves, findStageMovesUpTo } from "@/lib/db/queries/pledges/stage-moves";

/** Points of a line, and rows of its table. */
const POINTS = 240;
const MONTHS = 13;
const EVENTS = 4;

export interface StagesOverTime {
  days: Day[];
  byDay: Record<Stage, number[]>;
  months: Day[];
  byMonth: Record<Stage, number[]>;
  /** Days on which most pledges came on record. */
  events: StageEvent[];
}

/** The number of pledges at each stage over time, from the first day on record; null while there is none. */
export async function loadStageCounts(actor: Actor, at: NowOrAsOf): Promise<Result<StagesOverTime | null>> {
  if (!mayReadRegister(actor)) return refuse("role");
  if (isPast(at)) {
    const { snapshot, position, day } = await findPast(at);
    return ok(stagesUpTo(day, await findStageMovesUpTo(position.seq, settingsIn(snapshot).timeZone)));
  }
  const { timeZone } = await findSettings();
  const today = dayOf(at, timeZone);
  return ok(
    await rememberedUntilChange(`standing ${today}`, async () =>
      stagesUpTo(today, await findStageMoves(timeZone)),
    ),
  );
}

function stagesUpTo(today: Day, moves: readonly StageMove[]): StagesOverTime | null {
  const first = earliest(moves.map(({ on }) => on));
  if (first === null) return null;
  const [days, months] = [daysBetweenBoth(first, today, POINTS), monthEnds(first, today, MONTHS)];
  return {
    days,
    byDay: stageCountsOver(moves, days),
    months,
    byMonth: stageCountsOver(moves, months),
    events: eventsIn(moves, EVENTS),
  };
}

/** How long today's unresolved items have been open. */
export async function loadAges(actor: Actor, at: NowOrAsOf): Promise<Result<Ages>> {
  if (!mayReadRegister(actor)) return refuse("role");
  if (isPast(at)) {
    const { snapshot, day } = await findPast(at);
    return ok(agesOf(itemMonths(snapshot, day), day, MONTHS - 1));
  }
  const today = await todayAt(at);
  return ok(agesOf(await countItemMonths(today), today, MONTHS - 1));
}

/** Open pledges by priority and stage. */
export const loadStagePanels = async (actor: Actor): Promise<Result<StagePanels>> =>
  mayReadRegister(actor) ? ok(panelsOf(await countStages())) : refuse("role");

export async function loadOverTimeCsv(actor: Actor, at: NowOrAsOf) {
  const counts = await loadStageCounts(actor, at);
  if (!counts.ok) return counts;
  return ok(
    await viewOf(counts.value === null ? [] : overTimeLines(counts.value.days, counts.value.byDay), at),
  );
}

export async function loadAgesCsv(actor: Actor, at: NowOrAsOf) {
  const ages = await loadAges(actor, at);
  return ages.ok ? ok(await viewOf(ageLines(ages.value), at)) : ages;
}

export async function loadStagePanelsCsv(actor: Actor, at: Instant) {
  const panels = await loadStagePanels(actor);
  return panels.ok ? ok(await viewOf(panelLines(panels.value), at)) : panels;
}

async function viewOf<Line>(lines: readonly Line[], at: NowOrAsOf): Promise<TableView<Line>> {
  const { marking } = await findSettings();
  return { rows: atOnce(lines), asOf: momentOf(at), marking, narrowed: false };
}
