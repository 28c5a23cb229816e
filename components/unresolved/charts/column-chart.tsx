import { ticksUpTo } from "@/lib/domain/unresolved/charts/axis";
import { ChartReader } from "./reader";

const [WIDTH, HEIGHT, LEFT] = [372, 84, 30];

interface Props {
  values: readonly number[];
  /** Below the columns; an empty name leaves its place free. */
  names: readonly string[];
  /** Below the names, where something begins: a year. */
  below?: readonly string[];
  /** What is said of each column. */
  readings: readonly string[];
  label: string;
  /** What is counted. */
  axis: string;
  /** The largest value of all charts that are side by side: they share one scale. */
  top: number;
}

/** A column with its number for each value, on an axis with ticks; a table has the same figures. */
export function ColumnChart({ values, names, below = [], readings, label, axis, top }: Props) {
  const ticks = ticksUpTo(top);
  const step = (WIDTH - LEFT) / values.length;
  const x = (place: number): number => Math.round((LEFT + (place + 0.5) * step) * 10) / 10;
  const height = (value: number): number =>
    Math.round(Math.max(value === 0 ? 0 : 2, (value / (ticks.at(-1) ?? 1)) * HEIGHT) * 10) / 10;
  return (
    <ChartReader
      label={label}
      readings={readings.map((text, place) => ({ x: x(place), text }))}
      {...{ width: WIDTH, height: HEIGHT + 66, from: 28, to: HEIGHT + 30 }}
    >
      <svg className="chart" viewBox={`0 -30 ${WIDTH} ${HEIGHT + 66}`} aria-hidden="true">
        <text x="0" y="-18">
          {axis}
        </text>
        {ticks.map((tick) => (
          <g key={tick}>
            <path
              className={tick === 0 ? "axis" : "grid"}
              d={`M${LEFT} ${HEIGHT - tickAt(tick, ticks)}H${WIDTH}`}
            />
            <text className="ending" x={LEFT - 5} y={HEIGHT - tickAt(tick, ticks) + 4}>
              {tick}
            </text>
          </g>
        ))}
        {values.map((value, place) => (
          <g key={place}>
            {value === 0 ? null : (
              <rect
                className="column"
                x={x(place) - step / 2 + 3}
                width={step - 6}
                y={HEIGHT - height(value)}
                height={height(value)}
              />
            )}
            <text
              className={value === 0 ? "middle nothing-there" : "middle"}
              x={x(place)}
              y={HEIGHT - height(value) - 3}
            >
              {value === 0 ? "·" : value}
            </text>
            <text className="middle" x={x(place)} y={HEIGHT + 14}>
              {names[place]}
            </text>
            <text className="middle strong" x={x(place)} y={HEIGHT + 29}>
              {below[place]}
            </text>
          </g>
        ))}
      </svg>
    </ChartReader>
  );
}

const tickAt = (tick: number, ticks: readonly number[]): number => (tick / (ticks.at(-1) ?? 1)) * HEIGHT;
