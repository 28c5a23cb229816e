import { roundTop, stepPath } from "./scale";

const [WIDTH, HEIGHT] = [340, 84];

/** One line in its own frame. Charts side by side share one scale; a table has the same figures. */
export function StepChart({
  values,
  top: largest,
  from,
  to,
}: {
  values: readonly number[];
  top: number;
  from: string;
  to: string;
}) {
  const top = roundTop(largest);
  const line = stepPath(values, top, WIDTH, HEIGHT);
  return (
    <svg className="chart" viewBox={`0 -14 ${WIDTH} ${HEIGHT + 32}`} aria-hidden="true">
      <path className="grid" d={`M0 0H${WIDTH}M0 ${HEIGHT / 2}H${WIDTH}`} />
      <path className="area" d={`${line}V${HEIGHT}H0Z`} />
      <path className="line" d={line} />
      <path className="axis" d={`M0 ${HEIGHT}H${WIDTH}`} />
      <text x="0" y="-4">
        {top}
      </text>
      <text x="0" y={HEIGHT + 14}>
        {from}
      </text>
      <text className="end" x={WIDTH} y={HEIGHT + 14}>
        {to}
      </text>
    </svg>
  );
}
