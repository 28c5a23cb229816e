// Pledges by stage over time: one line each on one scale, because stages are never added up.
import { StageMark } from "@/components/ui/marks/stage-ring";
import { viewHref } from "@/components/ui/address/view-href";
import { Count } from "@/components/ui/count";
import { Ledger } from "@/components/ui/ledger/ledger";
import type { Day } from "@/lib/domain/base/day";
import { STAGES, type Stage } from "@/lib/domain/pledge/stages";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";
import { StepChart } from "./step-chart";

const t = translator("charts");
const domain = translator("domain");

export interface Standing {
  days: readonly Day[];
  byDay: Record<Stage, number[]>;
  months: readonly Day[];
  byMonth: Record<Stage, number[]>;
}

export function StageCountsCharts({ standing }: { standing: Standing }) {
  const { days, byDay } = standing;
  const stages = stagesIn(standing);
  const top = Math.max(...stages.flatMap((stage) => byDay[stage]), 1);
  return (
    <ul className="charts">
      {stages.map((stage) => (
        <li key={stage}>
          <h2>
            <StageMark stage={stage}>{domain(`stage.${stage}`)}</StageMark>
            <span className="big">
              <Count n={byDay[stage].at(-1) ?? 0} href={viewHref("/pledges", { stage })} />
            </span>
          </h2>
          <StepChart
            values={byDay[stage]}
            top={top}
            from={shortDay(days[0] ?? "")}
            to={shortDay(days.at(-1) ?? "")}
          />
        </li>
      ))}
    </ul>
  );
}

export function StageCountsTable({ standing }: { standing: Standing }) {
  const { months, byMonth } = standing;
  const stages = stagesIn(standing);
  return (
    <div className="wide" role="region" aria-label={t("standing.caption")} tabIndex={0}>
      <Ledger
        flat
        caption={t("standing.caption")}
        rows={[...months.keys()].reverse()}
        rowKey={(month) => month}
        columns={[
          {
            heading: t("standing.on"),
            names: true,
            className: "whitespace-nowrap",
            cell: (month) => shortDay(months[month] ?? ""),
          },
          ...stages.map((stage) => ({
            heading: domain(`stage.${stage}`),
            numeric: true,
            cell: (month: number) => byMonth[stage][month] ?? 0,
          })),
        ]}
      />
    </div>
  );
}

/** Stages that any pledge was ever at. */
const stagesIn = ({ byDay, byMonth }: Standing): Stage[] =>
  STAGES.filter((stage) => [...byDay[stage], ...byMonth[stage]].some((count) => count > 0));
