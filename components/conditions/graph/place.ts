// Where everything of the drawing is: columns from layers, rows in them, and lines between.
import { MOST_IN_CIRCLE } from "@/lib/domain/conditions/graph/dependency-graph";
import type { GraphBox, GraphCycle, GraphEdge } from "@/lib/domain/conditions/graph/graph";
import {
  BAR,
  BETWEEN,
  CIRCLE_GAP,
  EVENT,
  HEAD,
  HIGH,
  LOW,
  ROW,
  WAITS,
  type Column,
  type Drawn,
  type Kinds,
  type PlacedBox,
  type PlacedCircle,
  type PlacedGraph,
} from "./geometry";
import { linesOf } from "./lines";
import { rowsOf } from "./rows";

/** Circles that are drawn as boxes on top of each other. */
export const circlesIn = ({ boxes, cycles }: Drawn): GraphCycle[] => {
  const taken = new Set<string>();
  return cycles.filter((cycle) => {
    const own = cycle.boxes;
    const isDrawn =
      own.length > 1 &&
      own.length <= MOST_IN_CIRCLE &&
      own.length === cycle.pledges.length &&
      own.every((id) => !taken.has(id) && boxes.some((box) => box.id === id && box.kind === "pledge"));
    if (isDrawn) for (const id of own) taken.add(id);
    return isDrawn;
  });
};

/** What is asked of the layout: a circle is one box. */
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

/** From outside. */
const isWaitedFor = ({ boxes }: GraphCycle, edges: readonly GraphEdge[]): boolean =>
  edges.some(({ from, to }) => boxes.includes(from) && !boxes.includes(to));

const circleName = ({ boxes }: GraphCycle): string => `circle ${boxes.join(" ")}`;
const homesIn = (circles: readonly GraphCycle[]) =>
  new Map(circles.flatMap((cycle) => cycle.boxes.map((id) => [id, circleName(cycle)] as const)));

const linesFrom = (id: string, edges: readonly GraphEdge[]): number =>
  edges.filter(({ from, to }) => from === id && to !== id).length;

const heightOf = (box: GraphBox, edges: readonly GraphEdge[]): number =>
  Math.max(ROW, barOf(linesFrom(box.id, edges)) + 5);
const barOf = (lines: number): number => (lines === 0 ? 0 : Math.max(8, lines * BAR));

const memberHeight = (id: string, { edges }: Drawn): number =>
  Math.max(linesFrom(id, edges) > 2 ? HIGH : LOW, barOf(linesFrom(id, edges)));

const circleHeight = (cycle: GraphCycle, graph: Drawn): number =>
  membersOf(cycle, graph).reduce((sum, id) => sum + memberHeight(id, graph) + CIRCLE_GAP, -CIRCLE_GAP);

/** The one that holds most up is on top. */
const membersOf = ({ boxes }: GraphCycle, { edges }: Drawn): string[] =>
  [...boxes].sort((a, b) => linesFrom(b, edges) - linesFrom(a, edges) || (a < b ? -1 : 1));

/** `layers`: as the layout has ordered them. */
export function placed(graph: Drawn, layers: readonly (readonly (string | number)[])[]): PlacedGraph {
  const asked = layersAsked(graph);
  const circles = circlesIn(graph);
  const kindOf = new Map(asked.boxes.map(({ id, layer, height }) => [id, { layer, height }]));
  const columns = columnsOf(layers, kindOf);
  const deadlocks = new Set(circles.filter(({ isDeadlock }) => isDeadlock).map(circleName));
  const upright = withDeadlocksOnTop(
    columns,
    deadlocks.size > 0 ? deadlocks : new Set(circles.map(circleName)),
  );
  const tops = rowsOf(upright, kindOf, asked.edges);
  const boxes = new Map<string, PlacedBox>();
  const put = (id: string, x: number, y: number, height: number, look: PlacedBox["look"], width: number) => {
    const box = graph.boxes.find((one) => one.id === id);
    if (box) boxes.set(id, { box, look, x, y, width, height, bar: barOf(linesFrom(id, graph.edges)) });
  };
  const placedCircles: PlacedCircle[] = [];
  for (const { items, x, look, width } of upright)
    for (const item of items) {
      if (typeof item === "number") continue;
      const y = tops.get(item) ?? HEAD;
      const circle = circles.find((one) => circleName(one) === item);
      if (circle === undefined) {
        put(item, x, y, look === "between" ? LOW : ROW - 2, look, width);
        continue;
      }
      let top = y - (kindOf.get(item)?.height ?? 0) / 2;
      for (const [place, id] of membersOf(circle, graph).entries()) {
        const height = memberHeight(id, graph);
        put(id, x, top + height / 2, height, "between", Math.min(width, BETWEEN.width + 60));
        top += height + CIRCLE_GAP;
        if (place === 0) placedCircles.push({ cycle: circle, x: x + width / 2, y: top - CIRCLE_GAP / 2 });
      }
    }
  const right = upright.at(-1);
  return {
    width: right ? right.x + right.width : 0,
    height: Math.max(HEAD, ...[...boxes.values()].map(({ y, height }) => y + height / 2)) + 8,
    boxes: [...boxes.values()],
    circles: placedCircles,
    edges: linesOf({ graph, boxes, circles, columns: upright, tops }),
  };
}

function columnsOf(layers: readonly (readonly (string | number)[])[], kindOf: Kinds): Column[] {
  let x = 0;
  return layers.map((items) => {
    const kinds = items.flatMap((item) => (typeof item === "string" ? (kindOf.get(item)?.layer ?? 1) : []));
    const look = kinds.every((one) => one === 0)
      ? "event"
      : kinds.every((one) => one >= 2)
        ? "waits"
        : "between";
    const width = look === "event" ? EVENT.port : look === "waits" ? WAITS.width : BETWEEN.width;
    const column: Column = { items: [...items], x, width, look };
    x += width + (look === "event" ? BETWEEN.gap : BETWEEN.after);
    return column;
  });
}

/** A deadlock is seen first. Where the layout put it low, all is turned upside down, which crosses no more lines. */
function withDeadlocksOnTop(columns: Column[], first: ReadonlySet<string>): Column[] {
  const isCircle = (item: string | number): boolean => typeof item === "string" && first.has(item);
  const low = columns.some(
    ({ items }) => items.some(isCircle) && items.findIndex(isCircle) > (items.length - 1) / 2,
  );
  return columns.map((column) => {
    const items = low ? [...column.items].reverse() : column.items;
    return { ...column, items: [...items.filter(isCircle), ...items.filter((item) => !isCircle(item))] };
  });
}
