// The run on one page.
import type { Ground } from "../long/clients/client";
import { quantile } from "../long/traffic";
import type { Verdicts } from "./end";
import { longestSilence, type Drilled, type Watch } from "./watch";

const EXAMPLES = 3;

/** A drill in a line. */
export function lineOf(drill: Drilled): string {
  const { name, from, to, answered, later, cut, failed, times } = drill;
  const seconds = (to - from) / 1000;
  return [
    `${name}: ${seconds.toFixed(1)} s`,
    `${answered} answered (${(answered / seconds).toFixed(0)} a second, p99 ${quantile(times, 0.99).toFixed(0)} ms)`,
    `503 × ${later}`,
    ...(cut > 0 ? [`cut × ${cut}`] : []),
    ...(failed > 0 ? [`FAILED × ${failed}`] : []),
    `no write for ${(longestSilence(drill) / 1000).toFixed(1)} s`,
  ].join(", ");
}

export function summaryOf(given: {
  seed: number;
  watch: Watch;
  ground: Ground;
  verdicts: Verdicts;
  without: readonly string[];
}): string {
  const { seed, watch, ground, verdicts, without } = given;
  const wrong = [...verdicts.faults, ...verdicts.complaints, ...watch.complaints];
  const outcome = (of: string): number => ground.attempts.filter((attempt) => attempt.outcome === of).length;
  return [
    "",
    `Production, seed ${seed}`,
    "",
    ...watch.drills.map((drill) => `  ${lineOf(drill)}`),
    ...without.map((what) => `  left out: ${what}`),
    "",
    `  answers: ${[...watch.counts].map(([status, n]) => `${status} × ${n}`).join(", ")}`,
    `  503 by reason: ${[...watch.refusals].map(([code, n]) => `${code} × ${n}`).join(", ") || "none"}`,
    `  writes: ${outcome("acknowledged")} acknowledged, ${outcome("refused")} refused, ${outcome("in doubt")} in doubt`,
    `  the log: ${verdicts.log}`,
    `  what is derived: ${verdicts.derived}`,
    `  around it: ${verdicts.around}`,
    "",
    ...[...new Set(wrong.map(({ kind }) => kind))].flatMap((kind) => {
      const alike = wrong.filter((one) => one.kind === kind);
      return [
        `✗ ${kind}, ${alike.length} times`,
        ...alike.slice(0, EXAMPLES).map(({ what }) => `    ${what}`),
      ];
    }),
    wrong.length === 0
      ? "✓ nothing acknowledged is lost or doubled, and every answer was in order"
      : `✗ ${wrong.length} things are wrong; again with --seed ${seed}`,
  ].join("\n");
}
