// Calculations on conditions alone: no database, no application. Two leaves per pledge, as in reality: many wait for
// the same few triggers, some for approvals, some for each other.
import { chance, type Chance } from "../data/chance";
import { timesOf } from "../report/figures";
import { numberCell, printTable } from "../report/table";
import {
  decidingLeaves,
  evaluate,
  LEAF_BASES,
  leavesOf,
  type Condition,
  type Leaf,
  type TruthOf,
} from "@/lib/domain/pledge/condition";
import { cyclesAmong, type WaitingOn } from "@/lib/domain/conditions/deadlock";
import { keystonesOf, type WaitingPledge } from "@/lib/domain/conditions/keystone";
import { PRIORITIES } from "@/lib/domain/base/priority";

export const KEYSTONES = "keystones";

const SEED = 20260225;
/** Promised for PROMISED_AT pledges, and twice as many leaves. */
const MOST_MS = 200;
const PROMISED_AT = 10_000;

type Graph = (WaitingPledge & WaitingOn)[];

const WORK: Record<string, (graph: Graph) => unknown> = {
  evaluate: (graph) => graph.map(({ condition }) => evaluate(condition, truthOf)),
  "deciding leaves": (graph) => graph.map(({ condition }) => decidingLeaves(condition, truthOf)),
  "keystones, necessary leaves": (graph) => keystonesOf(graph, { truthOf, isDormant }),
  deadlocks: (graph) => cyclesAmong(graph, truthOf),
};

/** Returns whether the promise is met. */
export function benchKeystones(sizes: readonly number[], rounds: number): boolean {
  const met: boolean[] = [];
  const rows = Object.entries(WORK).flatMap(([name, work]) => {
    let before: number | null = null;
    return sizes.map((size) => {
      const graph = graphOf(size);
      const times = timesOf(Array.from({ length: rounds }, () => msOf(() => work(graph))));
      const median = times?.median ?? 0;
      const growth = before === null ? "–" : `${(median / before).toFixed(2)} ×`;
      before = median;
      if (size === PROMISED_AT) met.push(median <= MOST_MS);
      const leaves = graph.reduce((sum, { condition }) => sum + leavesOf(condition).length, 0);
      return [
        name,
        numberCell(size),
        numberCell(leaves),
        `${median.toFixed(1)} (${times?.p95.toFixed(1) ?? ""})`,
        growth,
      ];
    });
  });
  printTable(["", "pledges", "leaves", "ms", "growth"], rows);
  const isKept = met.every(Boolean);
  if (met.length > 0)
    console.log(
      `\nAt ${numberCell(PROMISED_AT)} pledges at most ${String(MOST_MS)} ms each: ${isKept ? "kept" : "NOT KEPT"}`,
    );
  return isKept;
}

/** CPU time: there is nothing to wait for. */
function msOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

const truthOf: TruthOf = (leaf) => ("trigger" in leaf && leaf.trigger === "TRIGGER_9" ? null : false);
const isDormant = (leaf: Leaf): boolean => "trigger" in leaf && leaf.trigger === "TRIGGER_0";

function graphOf(size: number): Graph {
  const by = chance(SEED);
  return Array.from({ length: size }, (_, index) => ({
    reference: referenceAt(index),
    participant: CODES[index % CODES.length] ?? "FR",
    priority: PRIORITIES[index % PRIORITIES.length] ?? 1,
    conditionSetOn: "2026-01-06",
    condition: conditionOf(by, size),
  })).sort((a, b) => (a.reference < b.reference ? -1 : 1));
}

const CODES = ["FR", "GB", "DE", "PL", "SE", "US", "UA"] as const;
const referenceAt = (index: number): string =>
  `${CODES[index % CODES.length] ?? "FR"}-${String((index % PRIORITIES.length) + 1)}-${String(index + 1).padStart(3, "0")}`;

function conditionOf(by: Chance, size: number): Condition {
  if (by.odds(0.4)) return leafOf(by, size);
  const parts = [leafOf(by, size), leafOf(by, size)];
  if (by.odds(0.5)) return by.odds(0.7) ? { all: parts } : { any: parts };
  return { all: [leafOf(by, size), { any: parts }] };
}

const leafOf = (by: Chance, size: number): Leaf => ({
  ...factOf(by, size),
  basis: by.of(LEAF_BASES),
});

function factOf(by: Chance, size: number): Leaf {
  if (by.odds(0.5)) return { trigger: `TRIGGER_${String(by.upTo(9))}` };
  if (by.odds(0.5)) return { approval: `approval ${String(by.upTo(Math.ceil(size / 10)))}` };
  return { pledge: referenceAt(by.upTo(size - 1)), atLeast: by.of(["PLEDGED", "COMMITTED", "ALLOCATED"]) };
}
