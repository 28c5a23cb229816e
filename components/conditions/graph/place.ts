// Positions of everything in the drawing: columns from layers, rows in them, and lines between.
import {
  BETWEEN,
  CIRCLE_GAP,
  EVENT,
  GRAPH_HEAD,
  LOW,
  ROW,
  WAITING_ROW,
  type Drawn,
  type GraphColumn,
  type Kinds,
  type PlacedBox,
  type PlacedCircle,
  type PlacedGraph,
} from "./geometry";
import {
  barOf,
  circleName,
  circlesIn,
  layersAsked,
  linesFrom,
  memberHeight,
  membersOf,
} from "./layers-asked";
import { linesOf } from "./lines";
import { middlesOf } from "./rows";

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
  const tops = middlesOf(upright, kindOf, asked.edges);
  const boxes = new Map<string, PlacedBox>();
  const put = (id: string, x: number, y: number, height: number, look: PlacedBox["look"], width: number) => {
    const box = graph.boxes.find((one) => one.id === id);
    if (box) boxes.set(id, { box, look, x, y, width, height, bar: barOf(linesFrom(id, graph.edges)) });
  };
  const placedCircles: PlacedCircle[] = [];
  for (const { items, x, look, width } of upright)
    for (const item of items) {
      if (typeof item === "number") continue;
      const y = tops.get(item) ?? GRAPH_HEAD;
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
    height: Math.max(GRAPH_HEAD, ...[...boxes.values()].map(({ y, height }) => y + height / 2)) + 8,
    boxes: [...boxes.values()],
    circles: placedCircles,
    edges: linesOf({ graph, boxes, circles, columns: upright, tops }),
  };
}

function columnsOf(layers: readonly (readonly (string | number)[])[], kindOf: Kinds): GraphColumn[] {
  let x = 0;
  return layers.map((items) => {
    const kinds = items.flatMap((item) => (typeof item === "string" ? (kindOf.get(item)?.layer ?? 1) : []));
    const look = kinds.every((one) => one === 0)
      ? "event"
      : kinds.every((one) => one >= 2)
        ? "waits"
        : "between";
    const width = look === "event" ? EVENT.port : look === "waits" ? WAITING_ROW.width : BETWEEN.width;
    const column: GraphColumn = { items: [...items], x, width, look };
    x += width + (look === "event" ? BETWEEN.gap : BETWEEN.after);
    return column;
  });
}

/**
 * Puts deadlocks at the top. If the layout put one low, everything is turned upside down, which crosses no
 * more lines.
 */
function withDeadlocksOnTop(columns: GraphColumn[], first: ReadonlySet<string>): GraphColumn[] {
  const isCircle = (item: string | number): boolean => typeof item === "string" && first.has(item);
  const low = columns.some(
    ({ items }) => items.some(isCircle) && items.findIndex(isCircle) > (items.length - 1) / 2,
  );
  return columns.map((column) => {
    const items = low ? [...column.items].reverse() : column.items;
    return { ...column, items: [...items.filter(isCircle), ...items.filter((item) => !isCircle(item))] };
  });
}
