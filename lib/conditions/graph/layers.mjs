// Orders the boxes of a graph in layers, with few crossings. Runs as a worker thread: a large graph takes a while.
import { parentPort } from "node:worker_threads";
import { Graph, layout } from "@dagrejs/dagre";

const [START, END] = ["\u0000start", "\u0000end"];
/** Pulls first and last layers apart more than any edge pulls them together. */
const PIN = 50;

parentPort?.on("message", ({ id, asked }) => {
  try {
    parentPort?.postMessage({ id, answer: layersOf(asked) });
  } catch (error) {
    parentPort?.postMessage({ id, failed: error instanceof Error ? error.message : "no layers" });
  }
});

/**
 * From left to right, each from the top: a box as its id, or an edge that passes through as its index.
 * @param {{ boxes: { id: string, height: number, layer: number }[], edges: { from: string, to: string }[] }} drawing
 * @returns {(string | number)[][]}
 */
export function layersOf({ boxes, edges }) {
  if (boxes.length === 0) return [];
  const graph = new Graph({ multigraph: true }).setGraph({ rankdir: "LR", nodesep: 8, edgesep: 4 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const id of [START, END]) graph.setNode(id, { width: 1, height: 1 });
  const last = Math.max(2, ...boxes.map(({ layer }) => layer));
  for (const { id, height, layer } of boxes) {
    graph.setNode(id, { width: 1, height });
    const [atStart, atEnd] = [layer === 0, layer === last || (layer === 2 && last === 3)];
    graph.setEdge(START, id, { minlen: atStart ? 1 : 2, weight: atStart ? PIN : 1 }, "pin");
    graph.setEdge(id, END, { minlen: last - layer + 1, weight: atEnd ? PIN : 1 }, "pin");
  }
  for (const [place, { from, to }] of edges.entries())
    if (from !== to) graph.setEdge(from, to, { weight: 2 }, String(place));
  layout(graph);
  return layersIn(graph);
}

/** @param {Graph} graph @returns {(string | number)[][]} */
function layersIn(graph) {
  /** @type {Map<number, { item: string | number, y: number }[]>} */
  const found = new Map();
  const add = (/** @type {number} */ rank, /** @type {string | number} */ item, /** @type {number} */ y) =>
    void found.set(rank, [...(found.get(rank) ?? []), { item, y }]);
  const rankOf = (/** @type {string} */ id) => Number(graph.node(id)?.["rank"] ?? 0);
  for (const id of graph.nodes())
    if (id !== START && id !== END) add(rankOf(id), id, Number(graph.node(id)?.["y"] ?? 0));
  // A point of an edge lies at each rank between its ends; boxes are at every other rank.
  for (const edge of graph.edges()) {
    if (edge.name === "pin") continue;
    const [from, to] = [rankOf(edge.v), rankOf(edge.w)];
    const step = Math.sign(to - from);
    const points = graph.edge(edge)?.["points"] ?? [];
    for (let rank = from + 2 * step, at = 2; rank !== to && at < points.length - 1; rank += 2 * step, at += 2)
      add(rank, Number(edge.name), points[at].y);
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .map(([, items]) => items.sort((a, b) => a.y - b.y).map(({ item }) => item));
}
