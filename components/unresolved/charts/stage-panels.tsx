// How many open pledges are at each stage, a panel for each priority, all on one scale; a zero is written, not drawn.
import { PRIORITIES } from "@/lib/domain/base/priority";
import { OPEN_STAGES } from "@/lib/domain/pledge/stages";
import { ticksUpTo } from "@/lib/domain/unresolved/charts/axis";
import type { StagePanels } from "@/lib/domain/unresolved/charts/findings";
import { translator } from "@/lib/i18n/translator";
import { Count } from "@/components/ui/count";
import { Ledger } from "@/components/ui/ledger/ledger";
import { viewHref } from "@/components/ui/address/view-href";
import { stageLook } from "@/components/ui/marks/stage-ring";
import { ChartReader } from "./reader";

const t = translator("charts");
const domain = translator("domain");

const [WIDTH, HEIGHT] = [1080, 196];
const [LEFT, PANEL, BAR, TOP, ROW] = [128, 190, 130, 30, 28];
const BASE = TOP + ROW * OPEN_STAGES.length;

export function StagePanelsChart({ panels }: { panels: StagePanels }) {
  const counts = PRIORITIES.flatMap((priority) => OPEN_STAGES.map((stage) => panels[priority][stage] ?? 0));
  const ticks = ticksUpTo(Math.max(...counts, 1));
  const long = (count: number): number => Math.round((count / (ticks.at(-1) ?? 1)) * BAR);
  return (
    <ChartReader
      label={t("panels.reader")}
      readings={PRIORITIES.map((priority, place) => ({
        x: LEFT + place * PANEL,
        text: t("panels.reading", {
          priority: domain(`priority.${priority}`),
          list: listOf(panels, priority),
        }),
      }))}
      {...{ width: WIDTH, height: HEIGHT, from: TOP - 4, to: BASE }}
    >
      <svg className="chart chart-wide" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {OPEN_STAGES.map((stage, row) => (
          <g key={stage}>
            <use href={`#g-${stageLook(stage)[0]}`} x="0" y={TOP + row * ROW + 5} width="16" height="16" />
            <text x="24" y={TOP + row * ROW + 17}>
              {domain(`stage.${stage}`)}
            </text>
          </g>
        ))}
        {PRIORITIES.map((priority, place) => (
          <g key={priority} transform={`translate(${LEFT + place * PANEL} 0)`}>
            <text className="strong" x="0" y="14">
              {priority} {cut(domain(`priority.${priority}`))}
            </text>
            {ticks.map((tick) => (
              <g key={tick}>
                <path className={tick === 0 ? "axis" : "grid"} d={`M${long(tick)} ${TOP}V${BASE}`} />
                <text className="middle" x={long(tick)} y={BASE + 16}>
                  {tick}
                </text>
              </g>
            ))}
            {OPEN_STAGES.map((stage, row) => {
              const count = panels[priority][stage] ?? 0;
              const y = TOP + row * ROW + 5;
              return (
                <g key={stage}>
                  {count === 0 ? null : (
                    <rect className={`bar-${stage}`} x="0" y={y} width={long(count)} height="17" />
                  )}
                  <text className={count === 0 ? "nothing-there" : "strong"} x={long(count) + 6} y={y + 13}>
                    {count}
                  </text>
                </g>
              );
            })}
          </g>
        ))}
      </svg>
    </ChartReader>
  );
}

export function StagePanelsTable({ panels }: { panels: StagePanels }) {
  return (
    <Ledger
      flat
      caption={t("panels.caption")}
      rows={OPEN_STAGES}
      rowKey={(stage) => stage}
      columns={[
        { heading: t("panels.stage"), names: true, cell: (stage) => domain(`stage.${stage}`) },
        ...PRIORITIES.map((priority) => ({
          heading: domain(`priority.${priority}`),
          numeric: true,
          cell: (stage: (typeof OPEN_STAGES)[number]) => (
            <Count n={panels[priority][stage] ?? 0} href={viewHref("/pledges", { priority, stage })} />
          ),
        })),
      ]}
    />
  );
}

const listOf = (panels: StagePanels, priority: (typeof PRIORITIES)[number]): string =>
  OPEN_STAGES.map((stage) => `${domain(`stage.${stage}`)} ${String(panels[priority][stage] ?? 0)}`).join(
    ", ",
  );

/** A panel has room for so many letters. */
const cut = (words: string): string => (words.length > 27 ? `${words.slice(0, 26)}…` : words);
