// What each chart shows, in figures: its title is a claim made of them.
import type { RowPart } from "../../pledge/link";
import {
  atLeast,
  isOnLadder,
  isOpen,
  OPEN_STAGES,
  STAGES,
  type OpenStage,
  type Stage,
} from "../../pledge/stages";
import { isPriority, PRIORITIES, type Priority } from "../../base/priority";
import type { Day } from "../../base/day";
import type { Shade } from "./shades";

/** At least half of the cells with a value have `half` or less; `withMost` of them are in the last class. Classes may be cut for more cells. */
export interface ShadesFinding {
  cells: number;
  half: number;
  most: number;
  withMost: number;
}

export function shadesFinding(values: readonly number[], shades: readonly Shade[]): ShadesFinding | null {
  const sorted = values.filter((value) => value > 0).sort((a, b) => a - b);
  const last = shades.at(-1);
  if (!last || sorted.length === 0) return null;
  return {
    cells: sorted.length,
    half: sorted[Math.ceil(sorted.length / 2) - 1] ?? 0,
    most: last.from,
    withMost: sorted.filter((value) => value >= last.from).length,
  };
}

/** Whether Signalled or Pledged rose most within a month, and the firm ones (committed or further) then. */
export interface RiseFinding {
  /** The month's last day on record. */
  on: Day;
  stage: Stage;
  before: number;
  after: number;
  firmBefore: number;
  firmAfter: number;
  /** `words`: the firm ones rose by less than half as much. */
  is: "words" | "obligations";
}

/** Null where nothing rose in any month. Of equal rises the latest is named. */
export function riseFinding(
  months: readonly Day[],
  byMonth: Readonly<Record<Stage, readonly number[]>>,
): RiseFinding | null {
  const firm = months.map((_, at) => FIRM.reduce((sum, stage) => sum + (byMonth[stage][at] ?? 0), 0));
  let found: RiseFinding | null = null;
  months.forEach((on, at) => {
    if (at === 0) return;
    for (const stage of WORDS) {
      const [before, after] = [byMonth[stage][at - 1] ?? 0, byMonth[stage][at] ?? 0];
      if (after <= before || (found !== null && after - before < found.after - found.before)) continue;
      const [firmBefore, firmAfter] = [firm[at - 1] ?? 0, firm[at] ?? 0];
      const is = (firmAfter - firmBefore) * 2 < after - before ? "words" : "obligations";
      found = { on, stage, before, after, firmBefore, firmAfter, is };
    }
  });
  return found;
}

export type StagePanels = Readonly<Record<Priority, Readonly<Partial<Record<OpenStage, number>>>>>;

/** Joint pledges, and those on behalf of others, count once. */
export function panelsOf(
  counts: readonly { priority: number; stage: Stage; part: RowPart; count: number }[],
): StagePanels {
  const panels: Record<Priority, Partial<Record<OpenStage, number>>> = { 1: {}, 2: {}, 3: {}, 4: {}, 5: {} };
  for (const { priority, stage, part, count } of counts)
    if (part === "OWN" && isOpen(stage) && isPriority(priority))
      panels[priority][stage] = (panels[priority][stage] ?? 0) + count;
  return panels;
}

export interface PanelsFinding {
  open: number;
  /** Of them allocated or further. */
  allocated: number;
  /** Priorities on which more pledges are committed or further than are merely pledged. */
  ahead: Priority[];
}

export function panelsFinding(panels: StagePanels): PanelsFinding {
  const counted = (priority: Priority, of: (stage: OpenStage) => boolean): number =>
    OPEN_STAGES.filter(of).reduce((sum, stage) => sum + (panels[priority][stage] ?? 0), 0);
  const all = (of: (stage: OpenStage) => boolean): number =>
    PRIORITIES.reduce((sum, priority) => sum + counted(priority, of), 0);
  return {
    open: all(() => true),
    allocated: all((stage) => atLeast(stage, "ALLOCATED")),
    ahead: PRIORITIES.filter(
      (priority) =>
        counted(priority, (stage) => atLeast(stage, "COMMITTED")) >
        counted(priority, (stage) => stage === "PLEDGED"),
    ),
  };
}

/** The month in which most open items came up, the latest of equals; null: before all the months shown. */
export interface AgesFinding {
  month: Day | null;
  count: number;
  all: number;
}

export function agesFinding(
  months: readonly (Day | null)[],
  counts: readonly (readonly number[])[],
): AgesFinding | null {
  const sums = months.map((_, at) => counts.reduce((sum, row) => sum + (row[at] ?? 0), 0));
  const count = Math.max(0, ...sums);
  if (count === 0) return null;
  return {
    month: months[sums.lastIndexOf(count)] ?? null,
    count,
    all: sums.reduce((sum, one) => sum + one, 0),
  };
}

const FIRM = STAGES.filter((stage) => isOnLadder(stage) && atLeast(stage, "COMMITTED"));
const WORDS = ["SIGNALLED", "PLEDGED"] as const satisfies readonly Stage[];
