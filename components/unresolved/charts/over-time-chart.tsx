// Pledges by stage over time in one chart: stages are never added up, so each has its line, named at its end.
import type { Day } from "@/lib/domain/base/day";
import type { StageEvent } from "@/lib/domain/details/stage-counts";
import { atLeast, isOnLadder, type Stage } from "@/lib/domain/pledge/stages";
import { spreadApart, monthTicks, ticksUpTo } from "@/lib/domain/unresolved/charts/axis";
import { inSentence } from "@/lib/i18n/words/in-sentence";
import { listWords } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";
import { shortDay, shortMonth } from "@/lib/i18n/dates";
import { stageLook } from "@/components/ui/marks/stage-ring";
import { ChartReader } from "./reader";
import { stepPath } from "./scale";
import { stagesIn, type Standing } from "./stage-counts-table";

const t = translator("charts");
const domain = translator("domain");

const [WIDTH, HEIGHT] = [1080, 330];
const [LEFT, RIGHT, TOP, BASE] = [34, 900, 64, 290];

export interface NamedDay {
  on: Day;
  name: string;
}

interface Props {
  stageCounts: Standing;
  events: readonly StageEvent[];
  baselines: readonly NamedDay[];
}

export function OverTimeChart({ stageCounts, events, baselines }: Props) {
  const { days, byDay } = stageCounts;
  const stages = stagesIn(stageCounts);
  const ticks = ticksUpTo(Math.max(...stages.flatMap((stage) => byDay[stage]), 1));
  const x = across(days);
  const y = (count: number): number => round(BASE - (count / (ticks.at(-1) ?? 1)) * (BASE - TOP));
  const ends = stages.map((stage) => byDay[stage].at(-1) ?? 0);
  const words = spreadApart(ends.map(y), 17, BASE);
  const marks = marksOf(events, baselines).filter(
    ({ on }) => on >= (days[0] ?? "") && on <= (days.at(-1) ?? ""),
  );
  return (
    <ChartReader
      label={t("standing.reader")}
      readings={readingsOf(stageCounts, stages, x)}
      {...{ width: WIDTH, height: HEIGHT, from: TOP, to: BASE }}
    >
      <svg className="chart chart-wide" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {ticks.map((tick) => (
          <g key={tick}>
            <path className={tick === 0 ? "axis" : "grid"} d={`M${LEFT} ${y(tick)}H${RIGHT}`} />
            <text className="ending" x={LEFT - 6} y={y(tick) + 4}>
              {tick}
            </text>
          </g>
        ))}
        <text x="0" y={TOP - 12}>
          {t("standing.axis")}
        </text>
        {monthTicks(days[0] ?? "", days.at(-1) ?? "", 12).map((month, place) => (
          <Month key={month} month={month} x={x(month)} isFirst={place === 0} />
        ))}
        {marks.map(({ on, words: said, isBaseline }, place) => (
          <g key={`${on} ${said}`}>
            <path className={isBaseline ? "baseline" : "event"} d={`M${x(on)} ${rowOf(place) + 4}V${BASE}`} />
            <text
              className={isBaseline ? "ending halo strong" : "ending halo"}
              x={x(on) - 5}
              y={rowOf(place) + 8}
            >
              {said}
            </text>
          </g>
        ))}
        {stages.map((stage) => (
          <path
            key={stage}
            className={`line-drawn ${toneOf(stage)}`}
            d={stepPath(days.map(x), byDay[stage].map(y))}
          />
        ))}
        {stages.map((stage, place) => (
          <g key={stage}>
            <use
              href={`#g-${stageLook(stage)[0]}`}
              x={RIGHT + 12}
              y={(words[place] ?? 0) - 8}
              width="16"
              height="16"
            />
            <text className="strong" x={RIGHT + 34} y={(words[place] ?? 0) + 4}>
              {ends[place]} {domain(`stage.${stage}`)}
            </text>
          </g>
        ))}
      </svg>
    </ChartReader>
  );
}

function Month({ month, x, isFirst }: { month: Day; x: number; isFirst: boolean }) {
  return (
    <>
      <path className="axis" d={`M${x} ${BASE}v4`} />
      <text className="middle" x={x} y={BASE + 18}>
        {shortMonth(month)}
      </text>
      {isFirst || month.endsWith("-01-01") ? (
        <text className="middle strong" x={x} y={BASE + 34}>
          {month.slice(0, 4)}
        </text>
      ) : null}
    </>
  );
}

interface Mark {
  on: Day;
  words: string;
  isBaseline: boolean;
}

/** A day with a baseline has the baseline's name alone. */
const marksOf = (events: readonly StageEvent[], baselines: readonly NamedDay[]): Mark[] =>
  [
    ...baselines.map(({ on, name }) => ({ on, words: name, isBaseline: true })),
    ...events
      .filter(({ on }) => !baselines.some((one) => one.on === on))
      .map(({ on, logged }) => ({
        on,
        words: t("standing.event", { day: shortDay(on), count: logged }),
        isBaseline: false,
      })),
  ].sort((a, b) => (a.on < b.on ? -1 : 1));

/** Words of neighbouring marks are in different rows. */
const rowOf = (place: number): number => [8, 24, 40][place % 3] ?? 8;

/** One reading for each day on which a count changes. */
function readingsOf({ days, byDay }: Standing, stages: readonly Stage[], x: (day: Day) => number) {
  return days.flatMap((day, at) => {
    const isSame = stages.every((stage) => byDay[stage][at] === byDay[stage][at - 1]);
    if (at > 0 && at < days.length - 1 && isSame) return [];
    const counts = stages
      .filter((stage) => (byDay[stage][at] ?? 0) > 0)
      .map((stage) => `${String(byDay[stage][at])} ${inSentence(domain(`stage.${stage}`))}`);
    return [{ x: x(day), text: t("standing.reading", { day: shortDay(day), list: listWords(counts) }) }];
  });
}

function across(days: readonly Day[]): (day: Day) => number {
  const [first, last] = [Date.parse(days[0] ?? ""), Date.parse(days.at(-1) ?? "")];
  const span = Math.max(1, last - first);
  return (day) => round(LEFT + ((Date.parse(day) - first) / span) * (RIGHT - LEFT));
}

const toneOf = (stage: Stage): string => {
  if (!isOnLadder(stage)) return "ended";
  if (atLeast(stage, "COMMITTED")) return "firm";
  return stage === "PLEDGED" ? "said" : "hinted";
};

const round = (value: number): number => Math.round(value * 10) / 10;
