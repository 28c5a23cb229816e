/** A stepped line through places on the axis: each height holds until the next place. */
export function stepPath(xs: readonly number[], ys: readonly number[]): string {
  const steps = xs.flatMap((x, at) => (at === 0 || ys[at] === ys[at - 1] ? [] : [`H${x}V${ys[at] ?? 0}`]));
  return `M${xs[0] ?? 0} ${ys[0] ?? 0}${steps.join("")}H${xs.at(-1) ?? 0}`;
}
