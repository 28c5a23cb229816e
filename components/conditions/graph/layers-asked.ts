// The layout's input: boxes with their heights and layers, and lines. A drawn circle is one box.
import { MOST_IN_CIRCLE } from "@/lib/domain/conditions/graph/dependency-graph";
import type { GraphBox, GraphCycle, GraphEdge } from "@/lib/domain/conditions/graph/graph";
import { BAR, CIRCLE_GAP, HIGH, LOW, ROW, type Drawn } from "./geometry";

/** Circles that are drawn as boxes on top of each other. */
export const circlesIn = ({ boxes, cycles }: Drawn): GraphCycle[] => {
  const used = new Set<string>();
  return cycles.filter((cycle) => {
    const own = cycle.boxes;
    const isDrawn =
      own.length > 1 &&
      own.length <= MOST_IN_CIRCLE &&
      own.length === cycle.pledges.length &&
      own.every((id) => !used.has(id) && boxes.some((box) => box.id === id && box.kind === "pledge"));
    if (isDrawn) for (const id of own) used.add(id);
    return isDrawn;
  });
};

export function layersAsked(graph: Drawn) {
  const circles = circlesIn(graph);
  const home = homesIn(circles);
  const holding = new Set(graph.edges.filter(({ from, to }) => from !== to).map(({ from }) => from));
  const single = graph.boxes.filter(({ id }) => !home.has(id));
  const needs = graph.boxes.some(({ kind }) => kind === "requirement");
  return {
    boxes: [
      ...circles.map((cycle) => ({
        id: circleName(cycle),
        height: circleHeight(cycle, graph),
        layer: isWaitedFor(cycle, graph.edges) || cycle.isDeadlock ? 1 : 2,
      })),
      ...single.map((box) => ({
        id: box.id,
        height: heightOf(box, graph.edges),
        layer: layerOf(box, holding.has(box.id), needs),
      })),
    ],
    edges: graph.edges.map(({ from, to }) => ({ from: home.get(from) ?? from, to: home.get(to) ?? to })),
  };
}

function layerOf({ kind, waiting }: GraphBox, isHolding: boolean, needs: boolean): number {
  if (kind === "requirement") return 3;
  if (kind === "pledge" || kind === "pledges") return isHolding && !needs ? 1 : waiting > 0 ? 2 : 1;
  return kind === "rest" ? 1 : 0;
}

/** Whether something outside the circle waits for it. */
const isWaitedFor = ({ boxes }: GraphCycle, edges: readonly GraphEdge[]): boolean =>
  edges.some(({ from, to }) => boxes.includes(from) && !boxes.includes(to));

export const circleName = ({ boxes }: GraphCycle): string => `circle ${boxes.join(" ")}`;
const homesIn = (circles: readonly GraphCycle[]) =>
  new Map(circles.flatMap((cycle) => cycle.boxes.map((id) => [id, circleName(cycle)] as const)));

export const linesFrom = (id: string, edges: readonly GraphEdge[]): number =>
  edges.filter(({ from, to }) => from === id && to !== id).length;

const heightOf = (box: GraphBox, edges: readonly GraphEdge[]): number =>
  Math.max(ROW, barOf(linesFrom(box.id, edges)) + 5);
export const barOf = (lines: number): number => (lines === 0 ? 0 : Math.max(8, lines * BAR));

export const memberHeight = (id: string, { edges }: Drawn): number =>
  Math.max(linesFrom(id, edges) > 2 ? HIGH : LOW, barOf(linesFrom(id, edges)));

const circleHeight = (cycle: GraphCycle, graph: Drawn): number =>
  membersOf(cycle, graph).reduce((sum, id) => sum + memberHeight(id, graph) + CIRCLE_GAP, -CIRCLE_GAP);

/** The one that holds the most up is on top. */
export const membersOf = ({ boxes }: GraphCycle, { edges }: Drawn): string[] =>
  [...boxes].sort((a, b) => linesFrom(b, edges) - linesFrom(a, edges) || (a < b ? -1 : 1));
