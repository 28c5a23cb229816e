import "server-only";
import { type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import { isPast, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import {
  MOST_HOLDING,
  needNode,
  type GraphNeed,
  type NamedGraph,
  type NodeKeystone,
  type DependencyGraph,
} from "@/lib/domain/conditions/graph/graph";
import { graphSteps } from "@/lib/domain/conditions/graph/dependency-graph";
import { waitersFor, type WaitersAround } from "@/lib/domain/conditions/graph/around";
import type { Stage } from "@/lib/domain/pledge/stages";
import { nodeNameOf } from "@/lib/domain/conditions/keystone";
import type { Leaf } from "@/lib/domain/pledge/condition";
import { namesInSnapshot, namingIn } from "@/lib/domain/history/snapshot-waiting";
import { findPast } from "@/lib/db/past/snapshot";
import { findNames, findNaming } from "@/lib/db/queries/conditions/waiting";
import { inTurns } from "@/lib/platform/in-turns";
import { cyclesIn, keystonesIn, waitingAt, type KnownWaiting } from "../waiting/queries";
import type { GraphFilter } from "./filter";

/** `needs`: open requirements, if they are asked for. */
export async function loadDependencyGraph(
  actor: Actor,
  filter: GraphFilter,
  needs: readonly GraphNeed[],
  at: NowOrAsOf,
): Promise<Result<NamedGraph>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const known = await waitingAt(at, filter.inferred);
  const graph = await graphIn(known, filter, needs);
  const alone = graph.boxes.flatMap(({ kind, nodes: [node] }) =>
    kind === "pledge" && node ? [node.id] : [],
  );
  const names = isPast(at) ? namesInSnapshot((await findPast(at)).snapshot, alone) : await findNames(alone);
  return ok(namedWith(graph, names, needs));
}

const named = new WeakMap<DrawnGraph, { by: string; graph: NamedGraph }>();

/** Returns the same object as long as no name changes, so that results made from it can be cached too. */
function namedWith(drawn: DrawnGraph, names: NamedGraph["pledges"], needs: readonly GraphNeed[]): NamedGraph {
  const by = JSON.stringify([...names.values()]);
  const before = named.get(drawn);
  if (before?.by === by) return before.graph;
  const graph = { ...drawn, pledges: names, needs: byNode(needs) };
  named.set(drawn, { by, graph });
  return graph;
}

export async function loadWaiters(
  actor: Actor,
  pledge: { reference: string; stage: Stage },
  most: number,
  at: NowOrAsOf,
): Promise<Result<WaitersAround>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const leaf: Leaf = { pledge: pledge.reference, atLeast: "FULFILLED" };
  const snapshot = isPast(at) ? (await findPast(at)).snapshot : null;
  const naming = snapshot ? namingIn(snapshot, leaf) : await findNaming(leaf, most + 1);
  const waiters = waitersFor(pledge, naming.slice(0, most));
  const references = waiters.map(({ reference }) => reference);
  const names = snapshot ? namesInSnapshot(snapshot, references) : await findNames(references);
  return ok({
    waiters: waiters.flatMap((one) => {
      const name = names.get(one.reference);
      return name ? { ...one, ...name } : [];
    }),
    more: naming.length > most,
  });
}

const byNode = (needs: readonly GraphNeed[]) => new Map(needs.map((need) => [needNode(need), need]));

/** Graphs that are cached per state of the register: a page and its picture ask for the same one. */
const MOST_REMEMBERED = 32;
const remembered = new WeakMap<KnownWaiting, Map<string, Promise<DrawnGraph>>>();

type DrawnGraph = DependencyGraph & Pick<NamedGraph, "keystones" | "facts">;

function graphIn(known: KnownWaiting, filter: GraphFilter, needs: readonly GraphNeed[]): Promise<DrawnGraph> {
  const graphs = remembered.get(known) ?? new Map<string, Promise<DrawnGraph>>();
  remembered.set(known, graphs);
  const key = JSON.stringify([filter, needs]);
  const graph = graphs.get(key) ?? drawn(known, filter, needs);
  graphs.delete(key);
  graphs.set(key, graph);
  for (const oldest of graphs.keys()) if (graphs.size > MOST_REMEMBERED) graphs.delete(oldest);
  return graph;
}

async function drawn(
  known: KnownWaiting,
  filter: GraphFilter,
  needs: readonly GraphNeed[],
): Promise<DrawnGraph> {
  const { pledges, context, factsOf } = known;
  const participantOf = (leaf: Leaf): string | null => {
    if ("trigger" in leaf) return null;
    if ("pledge" in leaf) return leaf.pledge.split("-")[0] ?? null;
    return factsOf([leaf]).approvals[0]?.participant ?? null;
  };
  const cycles = await cyclesIn(known);
  const graph = await inTurns(graphSteps({ pledges, context, cycles, participantOf, needs }, filter));
  return { ...graph, ...(await factsIn(known, graph)) };
}

async function factsIn(known: KnownWaiting, { boxes, holding }: DependencyGraph) {
  const shown = new Set(boxes.flatMap(({ nodes }) => (nodes.length === 1 ? nodes.map(({ id }) => id) : [])));
  const keystones = new Map<string, NodeKeystone>();
  for (const { leaf, truth, named, necessary, frees } of await keystonesIn(known)) {
    const node = nodeNameOf(leaf);
    if (!shown.has(node)) continue;
    const one = {
      ...{ leaf, truth, named: named.length },
      ...{ necessary: necessary.length, frees: frees.length },
    };
    const before = keystones.get(node);
    if (before === undefined || one.necessary > before.necessary) keystones.set(node, one);
  }
  const leaves = [...shown].flatMap(leafOfNode);
  const first = holding.slice(0, MOST_HOLDING).map(({ leaf }) => leaf);
  return { keystones, facts: known.factsOf([...leaves, ...first]) };
}

const leafOfNode = (id: string): Leaf[] =>
  PLEDGE.test(id)
    ? [{ pledge: id, atLeast: "FULFILLED" }]
    : id.startsWith("need:")
      ? []
      : [{ trigger: id }, { approval: id }];

const PLEDGE = /^[A-Z]{2,4}-[1-5]-\d+$/;
