// The figures that charts are drawn from.
import type { Ages } from "../../unresolved/ages";
import type { Day } from "../../base/day";
import { PRIORITIES, type Priority } from "../../base/priority";
import { OPEN_STAGES, STAGES, type Stage } from "../../pledge/stages";
import type { StagePanels } from "../../unresolved/charts/findings";
import { COUNTED_CLASSES, type UnresolvedClass } from "../../unresolved/reasons";
import { dayField, integer, table, textField } from "../table";

/** Pledges at a stage at the end of a day. */
interface OverTimeLine {
  on: Day;
  stage: Stage;
  pledges: number;
}

export const overTimeTable = table<OverTimeLine>("pledges-over-time", ["on", "stage"], {
  on: dayField((line) => line.on),
  stage: textField((line) => line.stage),
  pledges: integer((line) => line.pledges),
});

export const overTimeLines = (
  days: readonly Day[],
  byDay: Readonly<Record<Stage, readonly number[]>>,
): OverTimeLine[] =>
  days.flatMap((on, at) => STAGES.map((stage) => ({ on, stage, pledges: byDay[stage][at] ?? 0 })));

/** Open pledges of a priority at a stage. */
interface PanelLine {
  priority: Priority;
  stage: Stage;
  pledges: number;
}

export const panelTable = table<PanelLine>("stages", ["priority", "stage"], {
  priority: integer((line) => line.priority),
  stage: textField((line) => line.stage),
  pledges: integer((line) => line.pledges),
});

export const panelLines = (panels: StagePanels): PanelLine[] =>
  PRIORITIES.flatMap((priority) =>
    OPEN_STAGES.map((stage) => ({ priority, stage, pledges: panels[priority][stage] ?? 0 })),
  );

/** Unresolved items of a class that came up in a month; `month` is empty for all that are older than the others. */
interface AgeLine {
  month: Day | null;
  class: UnresolvedClass;
  items: number;
}

export const agesTable = table<AgeLine>("ages", ["month", "class"], {
  month: dayField((line) => line.month),
  class: textField((line) => line.class),
  items: integer((line) => line.items),
});

export const ageLines = ({ months, counts }: Ages): AgeLine[] =>
  months.flatMap((month, at) =>
    COUNTED_CLASSES.map((name) => ({ month, class: name, items: counts[name]?.[at] ?? 0 })),
  );
