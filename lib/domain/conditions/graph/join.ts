// Boxes and the edges between them: each leaf of a condition is in one edge, or inside one box.
import type { Leaf } from "../../pledge/condition";
import { nodeNameOf } from "../keystone";
import type { Box } from "./collapse";
import { conditionEdges, merged } from "./condition-edges";
import { needNode, type GraphBox, type GraphEdge, type GraphSource } from "./graph";
import { onceEach, type Starts } from "./starts";

interface Joining {
  boxes: readonly Box[];
  shown: GraphSource["pledges"];
  source: GraphSource;
  isShown: (leaf: Leaf) => boolean;
  starts: Starts;
}

export function* joinBoxes({ boxes, shown, source, isShown, starts }: Joining) {
  const boxOf = new Map(boxes.flatMap(({ id, nodes }) => nodes.map((node) => [node.id, id] as const)));
  const made = new Map(
    boxes.map((box) => [
      box.id,
      { ...box, waiting: 0, starting: 0, freed: 0, dormant: 0, holdsUp: 0, inside: 0 },
    ]),
  );
  const edges = new Map<string, GraphEdge>();
  const add = (edge: GraphEdge): void => {
    const key = `${edge.from} ${edge.to}`;
    const known = edges.get(key);
    edges.set(key, known === undefined ? edge : both(known, edge));
  };
  const edgesOf = onceEach((condition) => conditionEdges(condition, starts.truthOf));
  for (const { reference, condition } of shown) {
    yield;
    const to = made.get(boxOf.get(reference) ?? "");
    if (to === undefined) continue;
    const all = edgesOf(condition);
    to.waiting += 1;
    to.starting += Number(starts.then(condition));
    to.freed += Number(starts.byLast(condition));
    to.dormant += Number(all.some(({ leaf, holds }) => !isShown(leaf) && !holds));
    const holding = new Set<string>();
    for (const { leaf, ...edge } of all) {
      const from = made.get(boxOf.get(nodeNameOf(leaf)) ?? "");
      if (from === undefined || !isShown(leaf)) continue;
      if (!holding.has(from.id)) from.holdsUp += 1;
      holding.add(from.id);
      const stages = "pledge" in leaf ? [leaf.atLeast] : [];
      if (from === to && to.nodes.length > 1) to.inside += 1;
      else add({ ...edge, from: from.id, to: to.id, isOffer: false, count: 1, stages });
    }
  }
  for (const need of source.needs)
    for (const pledge of need.pledges) {
      const [from, to] = [boxOf.get(pledge), boxOf.get(needNode(need))];
      if (from !== undefined && to !== undefined && from !== to) add({ ...OFFER, from, to });
    }
  return { boxOf, boxes: [...made.values()] as GraphBox[], edges: [...edges.values()] };
}

const OFFER: Omit<GraphEdge, "from" | "to"> = {
  isOffer: true,
  basis: null,
  negated: false,
  enough: null,
  holds: false,
  decides: false,
  count: 1,
  stages: [],
};

const both = (one: GraphEdge, other: GraphEdge): GraphEdge => ({
  ...merged(one, other),
  count: one.count + other.count,
  stages: [...new Set([...one.stages, ...other.stages])],
});
