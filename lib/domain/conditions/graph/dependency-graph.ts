// Chooses what is shown, collapses it to boxes, and joins them by edges.
import { leavesOf, type Condition, type Leaf, type TruthOf } from "../../pledge/condition";
import { runSteps } from "../circles";
import { cyclesAmong, type Cycle } from "../deadlock";
import { nodeNameOf } from "../keystone";
import { boxesOf, type GraphNode } from "./collapse";
import { MOST_BOXES, needNode, type GraphQuestion, type GraphSource, type DependencyGraph } from "./graph";
import { joinBoxes } from "./join";
import { nodesBy, reachedFrom } from "./reach";
import { holdingBack, startingAmong, startsBy } from "./starts";

export const dependencyGraph = (source: GraphSource, question: GraphQuestion): DependencyGraph =>
  runSteps(graphSteps(source, question));

/** The same in small steps, between which other work can run. */
export function* graphSteps(source: GraphSource, question: GraphQuestion): Generator<void, DependencyGraph> {
  const { context, pledges } = source;
  const isShown = (leaf: Leaf): boolean => question.dormant === "with" || !context.isDormant(leaf);
  const nodesOf = nodesBy(isShown);
  for (const { condition } of pledges) {
    nodesOf(condition);
    yield;
  }
  const reached = reachedFrom(question, pledges, nodesOf);
  const isReached = (node: string): boolean => reached === null || reached.has(node);
  const reachedPledges = pledges.filter(({ reference }) => isReached(reference));
  const named = new Set<string>();
  for (const { condition } of reachedPledges) {
    for (const node of nodesOf(condition)) if (isReached(node)) named.add(node);
    yield;
  }
  const isDrawn = ({ reference, condition }: (typeof reachedPledges)[number]): boolean =>
    nodesOf(condition).length > 0 || named.has(reference) || reference === question.about;
  const shown = reachedPledges.filter(isDrawn);
  yield;
  const notDrawn = reachedPledges.filter((one) => !isDrawn(one));
  yield;
  const starts = startsBy(context, question.suppose);
  const cycles = cyclesAsSupposed(source, starts.truthOf).filter((one) => one.pledges.every(isReached));
  const { nodes, weights } = yield* nodesIn({ source, question, shown, named, nodesOf });
  const boxes = yield* boxesOf(nodes, {
    most: notDrawn.length === 0 ? MOST_BOXES : MOST_BOXES - 1,
    neverCollapsed: neverCollapsed(question.about, cycles),
    weightOf: (node) => weights.get(node) ?? 0,
  });
  const { boxOf, ...graph } = yield* joinBoxes({ boxes, shown, source, isShown, starts });
  return {
    ...graph,
    cycles: cycles.map((one) => ({
      ...one,
      boxes: [...new Set(one.pledges.flatMap((reference) => boxOf.get(reference) ?? []))],
    })),
    asleep: notDrawn.map(({ reference }) => reference),
    waiting: reachedPledges.length,
    ...(yield* startingAmong(reachedPledges, starts)),
    ...(yield* holdingBack(reachedPledges, starts)),
  };
}

/** Nodes that are never collapsed, few enough for any drawing: the one asked about, and small circles. */
function neverCollapsed(about: string | null, cycles: readonly Cycle[]): Set<string> {
  const kept = new Set(about === null ? [] : [about]);
  for (const { pledges } of cycles)
    if (pledges.length <= MOST_IN_CIRCLE && kept.size + pledges.length <= MOST_KEPT)
      for (const one of pledges) kept.add(one);
  return kept;
}

/** A larger circle is named, but its pledges aren't kept apart. */
export const MOST_IN_CIRCLE = 6;
const MOST_KEPT = 25;

/** Suppositions open deadlocks; who waits for whom stays as it is. */
function cyclesAsSupposed({ pledges, cycles }: GraphSource, truthOf: TruthOf): Cycle[] {
  const inside = new Set(cycles.flatMap((one) => one.pledges));
  return cyclesAmong(
    pledges.filter(({ reference }) => inside.has(reference)),
    truthOf,
  ).sort((a, b) => Number(b.isDeadlock) - Number(a.isDeadlock));
}

interface Chosen {
  source: GraphSource;
  question: GraphQuestion;
  shown: GraphSource["pledges"];
  named: ReadonlySet<string>;
  nodesOf: (condition: Condition) => readonly string[];
}

function* nodesIn({ source, question, shown, named, nodesOf }: Chosen) {
  const nodes = new Map<string, GraphNode>();
  const weights = new Map<string, number>();
  for (const { reference, participant } of shown) {
    nodes.set(reference, { id: reference, kind: "pledge", participant });
    yield;
  }
  for (const condition of new Set(shown.map((one) => one.condition))) {
    addLeaves(condition);
    yield;
  }
  for (const { condition } of shown) {
    for (const node of nodesOf(condition)) weights.set(node, (weights.get(node) ?? 0) + 1);
    yield;
  }
  if (question.needs === "with")
    for (const need of source.needs)
      if (need.pledges.some((one) => nodes.has(one)))
        nodes.set(needNode(need), { id: needNode(need), kind: "requirement", participant: null });
  return { nodes: [...nodes.values()], weights };

  function addLeaves(condition: Condition): void {
    for (const leaf of leavesOf(condition)) {
      const id = nodeNameOf(leaf);
      if (!named.has(id) || nodes.has(id)) continue;
      const kind = "trigger" in leaf ? "trigger" : "approval" in leaf ? "approval" : "pledge";
      nodes.set(id, { id, kind, participant: source.participantOf(leaf) });
    }
  }
}
