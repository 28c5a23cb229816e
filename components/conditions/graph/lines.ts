// Lines between boxes: out of the bar, past the boxes between, into the row.
import type { GraphCycle, GraphEdge } from "@/lib/domain/conditions/graph/graph";
import {
  BAR,
  CIRCLE_GAP,
  ROW,
  type GraphColumn,
  type Drawn,
  type PlacedBox,
  type PlacedEdge,
} from "./geometry";

interface Lines {
  graph: Drawn;
  boxes: ReadonlyMap<string, PlacedBox>;
  circles: readonly GraphCycle[];
  columns: readonly GraphColumn[];
  tops: ReadonlyMap<string | number, number>;
}

export function linesOf({ graph, boxes, circles, columns, tops }: Lines): PlacedEdge[] {
  const shut = new Set(graph.cycles.filter((one) => one.isDeadlock).flatMap((one) => one.boxes));
  const inside = (from: string, to: string): boolean =>
    circles.some((one) => one.boxes.includes(from) && one.boxes.includes(to));
  const end = (id: string, side: "from" | "to", edge: GraphEdge): number => {
    const own = graph.edges
      .filter((one) => one[side] === id && !inside(one.from, one.to) && one.from !== one.to)
      .sort((a, b) => other(a, side) - other(b, side));
    const { y = 0, height = ROW } = boxes.get(id) ?? {};
    const step = Math.min(side === "from" ? BAR : 4, (height - 6) / Math.max(1, own.length - 1));
    return y + (own.indexOf(edge) - (own.length - 1) / 2) * step;
  };
  const other = (edge: GraphEdge, side: "from" | "to"): number =>
    boxes.get(side === "from" ? edge.to : edge.from)?.y ?? 0;
  return graph.edges.flatMap((edge, place): PlacedEdge[] => {
    const [from, to] = [boxes.get(edge.from), boxes.get(edge.to)];
    if (!from || !to || from === to) return [];
    const isInCircle = inside(edge.from, edge.to);
    const isShut = shut.has(edge.from) && !edge.holds && (isInCircle || !shut.has(edge.to));
    if (isInCircle) return [{ edge, isInCircle, isShut, path: withinCircle(from, to) }];
    const via = columns.flatMap(({ x, width }, column) => {
      const y = tops.get(`${place} ${column}`);
      return y === undefined || x <= from.x || x >= to.x ? [] : [{ x, width, y }];
    });
    const path = pathOf(
      { x: from.x + from.width + (from.look === "between" ? 7 : 0), y: end(edge.from, "from", edge) },
      { x: to.x - 4, y: end(edge.to, "to", edge) },
      via,
    );
    return [{ edge, isInCircle, isShut, path }];
  });
}

interface Spot {
  x: number;
  y: number;
}

function pathOf(from: Spot, to: Spot, via: readonly (Spot & { width: number })[]): string {
  let at = from;
  let path = `M${round(at)}`;
  for (const one of via) {
    path += curve(at, { x: one.x - 8, y: one.y }) + `H${one.x + one.width + 8}`;
    at = { x: one.x + one.width + 8, y: one.y };
  }
  return path + curve(at, to);
}

const curve = (a: Spot, b: Spot): string => {
  const half = (b.x - a.x) / 2;
  return `C${round({ x: a.x + half, y: a.y })} ${round({ x: b.x - half, y: b.y })} ${round(b)}`;
};
const round = ({ x, y }: Spot): string => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;

/** Down on the left, up on the right; past other boxes in an arc. */
function withinCircle(from: PlacedBox, to: PlacedBox): string {
  const isDown = from.y < to.y;
  const [start, stop] = isDown
    ? [from.y + from.height / 2 + 2, to.y - to.height / 2 - 8]
    : [from.y - from.height / 2 - 2, to.y + to.height / 2 + 8];
  if (Math.abs(stop - start) < CIRCLE_GAP) {
    const x = isDown ? from.x + 20 : from.x + from.width - 20;
    return `M${x} ${Math.round(start)}V${Math.round(stop)}`;
  }
  const x = from.x;
  const bow = x - 34;
  return `M${x} ${from.y}C${bow} ${from.y} ${bow} ${to.y} ${x - 8} ${to.y}`;
}
