// The run on one page.
import type { Fault } from "./faults";
import { quantile, type Complaint, type Traffic } from "./traffic";
import type { Attempt } from "./clients/attempt";

export interface Findings {
  seed: number;
  minutes: number;
  blows: ReadonlyMap<string, number>;
  attempts: readonly Attempt[];
  storm: Traffic;
  crowd: Traffic;
  repeated: number;
  faults: readonly Fault[];
  verdict: string;
  check: string;
  packages: string;
  drill: string;
  /** What else is wrong. */
  complaints: readonly Complaint[];
}

/** Examples shown of each kind. */
const MOST = 3;

export function summaryOf(found: Findings): string {
  const {
    seed,
    minutes,
    blows,
    attempts,
    storm,
    crowd,
    repeated,
    faults,
    verdict,
    check,
    packages,
    drill,
    complaints,
  } = found;
  const wrong = [...faults, ...complaints];
  return [
    "",
    `Long run, seed ${seed}, ${minutes} minutes`,
    "",
    ...table("done to it", [...blows]),
    "",
    ...table("wishes", outcomesOf(attempts)),
    `  ${number(repeated)} acknowledged ones were sent again in the end and answered as the first time`,
    "",
    ...table("answers in the storm", [...storm.counts]),
    times(storm),
    "",
    ...table("answers to the crowd", [...crowd.counts]),
    times(crowd),
    "",
    `  the log: ${verdict}`,
    `  what is derived: ${check}`,
    `  packages: ${packages}`,
    `  the backup: ${drill}`,
    "",
    ...[...new Set(wrong.map(({ kind }) => kind))].flatMap((kind) =>
      examples(
        kind,
        wrong.filter((one) => one.kind === kind),
      ),
    ),
    wrong.length === 0
      ? "✓ every acknowledged write is there exactly once, and everything else holds"
      : `✗ ${wrong.length} things are wrong; again with --seed ${seed}`,
  ].join("\n");
}

const examples = (kind: string, wrong: readonly Complaint[]): string[] => [
  `✗ ${kind}, ${number(wrong.length)} times`,
  ...wrong.slice(0, MOST).map(({ what }) => `    ${what}`),
];

function outcomesOf(attempts: readonly Attempt[]): [string, string][] {
  const counts = new Map<string, Record<Attempt["outcome"], number>>();
  for (const { action, outcome } of attempts) {
    const known = counts.get(action) ?? { acknowledged: 0, refused: 0, "in doubt": 0 };
    counts.set(action, { ...known, [outcome]: known[outcome] + 1 });
  }
  return [...counts].map(([action, of]) => [
    action,
    `${number(of.acknowledged)} acknowledged, ${number(of.refused)} refused, ${number(of["in doubt"])} in doubt`,
  ]);
}

function times({ times: all, timesAway }: Traffic): string {
  return [["  all", all] as const, ["  503", timesAway] as const]
    .filter(([, some]) => some.length > 0)
    .map(([what, some]) => {
      const [median, p99, most] = [0.5, 0.99, 1].map((share) => `${Math.round(quantile(some, share))} ms`);
      return `${what}: median ${median}, 99 of a hundred within ${p99}, the last after ${most}`;
    })
    .join("\n");
}

function table(head: string, rows: readonly (readonly [string, number | string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length), 0);
  const sorted = [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    head,
    ...sorted.map(([name, of]) => `  ${name.padEnd(width)}  ${typeof of === "number" ? number(of) : of}`),
  ];
}

const number = (n: number): string => n.toLocaleString("en");
