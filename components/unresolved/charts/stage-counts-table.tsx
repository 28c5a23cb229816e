// Pledges by stage over time, month by month.
import { Ledger } from "@/components/ui/ledger/ledger";
import type { Day } from "@/lib/domain/base/day";
import { STAGES, type Stage } from "@/lib/domain/pledge/stages";
import { translator } from "@/lib/i18n/translator";
import { shortDay } from "@/lib/i18n/dates";

const t = translator("charts");
const domain = translator("domain");

export interface Standing {
  days: readonly Day[];
  byDay: Record<Stage, number[]>;
  months: readonly Day[];
  byMonth: Record<Stage, number[]>;
}

export function StageCountsTable({ stageCounts }: { stageCounts: Standing }) {
  const { months, byMonth } = stageCounts;
  const stages = stagesIn(stageCounts);
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
export const stagesIn = ({ byDay, byMonth }: Standing): Stage[] =>
  STAGES.filter((stage) => [...byDay[stage], ...byMonth[stage]].some((count) => count > 0));
