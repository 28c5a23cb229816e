import { roundTop } from "./scale";

const [WIDTH, HEIGHT] = [340, 84];

/** A column with its number for each value. Charts side by side share one scale; a table has the same figures. */
export function ColumnChart({
  values,
  names,
  top: largest,
}: {
  values: readonly number[];
  /** Below the columns; an empty name leaves its place free. */
  names: readonly string[];
  top: number;
}) {
  const top = roundTop(largest);
  const step = WIDTH / values.length;
  const height = (value: number) => Math.max(value === 0 ? 0 : 2, (value / top) * HEIGHT);
  return (
    <svg className="chart" viewBox={`0 -14 ${WIDTH} ${HEIGHT + 32}`} aria-hidden="true">
      {values.map((value, i) =>
        value === 0 ? null : (
          <rect
            key={i}
            className="col"
            x={i * step + 3}
            width={step - 6}
            y={HEIGHT - height(value)}
            height={height(value)}
          />
        ),
      )}
      <path className="axis" d={`M0 ${HEIGHT}H${WIDTH}`} />
      {values.map((value, i) => (
        <text
          key={i}
          className={value === 0 ? "mid nil" : "mid"}
          x={(i + 0.5) * step}
          y={HEIGHT - height(value) - 3}
        >
          {value === 0 ? "·" : value}
        </text>
      ))}
      {names.map((name, i) => (
        <text key={i} className="mid" x={(i + 0.5) * step} y={HEIGHT + 14}>
          {name}
        </text>
      ))}
    </svg>
  );
}
