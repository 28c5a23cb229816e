/** A round number at or above the largest, so that the axis is easy to read. */
export function roundTop(largest: number): number {
  if (largest <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(largest));
  const step = [1, 2, 3, 4, 5, 6, 8, 10].find((one) => one * power >= largest) ?? 10;
  return step * power;
}

/** A stepped line, from the left edge to the right: each value holds until the next. */
export function stepPath(values: readonly number[], top: number, width: number, height: number): string {
  const x = (i: number) => round((i * width) / Math.max(1, values.length - 1));
  const y = (value: number) => round(height - (value / top) * height);
  const [first = 0, ...others] = values;
  const steps = others.flatMap((value, i) => (value === values[i] ? [] : [`H${x(i + 1)}V${y(value)}`]));
  return `M0 ${y(first)}${steps.join("")}H${width}`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
