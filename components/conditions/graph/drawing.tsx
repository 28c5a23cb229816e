// Who waits for whom, drawn. Made on the server, every box a link; the table below says the same.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { viewHref } from "@/components/ui/address/view-href";
import { ANYTHING } from "@/lib/domain/base/listing";
import type { NamedGraph } from "@/lib/domain/conditions/graph/graph";
import { translator } from "@/lib/i18n/translator";
import { BoxLink } from "./box-link";
import { Mark } from "./box-parts";
import type { PlacedBox, PlacedEdge, PlacedGraph } from "./geometry";
import { GRAPH_ID, type GraphView } from "./view";

const t = translator("graph");

interface Given {
  graph: NamedGraph;
  placed: PlacedGraph;
  view: GraphView;
  names: Readonly<Record<string, string>>;
}

export function GraphDrawing({ graph, placed, view, names }: Given) {
  const columns = [...new Set(placed.boxes.map(({ x }) => x))].sort((a, b) => a - b);
  const rows = [...placed.boxes].sort((a, b) => a.x - b.x || a.y - b.y);
  const folded = graph.asleep.length > 0;
  const height = placed.height + (folded ? 26 : 0);
  return (
    <svg
      className="graph"
      viewBox={`0 0 ${placed.width} ${height}`}
      width={placed.width}
      height={height}
      role="group"
      aria-label={t("drawing")}
      id={`${GRAPH_ID}-drawing`}
    >
      <defs>
        {(["shut", "loop", "holding"] as const).map((tone) => (
          <marker
            key={tone}
            id={`g-arrow-${tone}`}
            className={`garrow ${tone}`}
            viewBox="0 0 10 10"
            refX="1"
            refY="5"
            markerWidth="4.5"
            markerHeight="4.5"
            orient="auto"
          >
            <path d="M0 0 10 5 0 10Z" />
          </marker>
        ))}
      </defs>
      <Heads boxes={placed.boxes} />
      <g aria-hidden="true">
        {placed.edges.map((one) => (
          <Line key={`${one.edge.from} ${one.edge.to}`} line={one} />
        ))}
      </g>
      {placed.circles.map(({ cycle, x, y }) => (
        <text
          key={cycle.boxes.join(" ")}
          className={cycle.isDeadlock ? "gmid shut" : "gmid loop"}
          x={x}
          y={y + 4}
        >
          {t(cycle.isDeadlock ? "each" : cycle.boxes.length === 2 ? "eachOpen" : "circleOpen")}
        </text>
      ))}
      {rows.map((one) => (
        <BoxLink key={one.box.id} placed={one} column={columns.indexOf(one.x)} {...{ graph, view, names }} />
      ))}
      {folded ? (
        <Asleep x={(columns.at(-1) ?? 0) + 2} y={placed.height + 10} count={graph.asleep.length} />
      ) : null}
    </svg>
  );
}

function Line({ line: { edge, path, isShut, isInCircle } }: { line: PlacedEdge }) {
  const tone = edge.holds ? "holding" : isShut ? "shut" : isInCircle ? "loop" : "";
  const arrow = isInCircle ? { markerEnd: `url(#g-arrow-${tone})` } : {};
  return (
    <path
      className={["gline", tone, edge.basis === "INFERRED" ? "ours" : "", isInCircle ? "heavy" : ""]
        .filter(Boolean)
        .join(" ")}
      d={path}
      data-from={edge.from}
      data-to={edge.to}
      {...arrow}
    />
  );
}

/** Headings of the first and the last column. */
function Heads({ boxes }: { boxes: readonly PlacedBox[] }) {
  const events = boxes.find(({ look }) => look === "event");
  const waits = boxes.find(({ look }) => look === "waits");
  return (
    <>
      {events ? (
        <text className="ghead gend" x={events.x + events.width - 36} y={16}>
          {t("head.events")}
        </text>
      ) : null}
      {waits ? (
        <text className="ghead" x={waits.x + 2} y={16}>
          {t("head.waits")}
        </text>
      ) : null}
    </>
  );
}

function Asleep({ x, y, count }: { x: number; y: number; count: number }) {
  return (
    <a className="gbox waits" href={asOfHref(viewHref("/pledges", { waits: ANYTHING }))}>
      <rect className="spot" x={x - 4} y={y - 12} width={320} height={24} rx="3" />
      <Mark name="dormant" family="neutral" x={x} y={y - 8} />
      <text className="gsub" x={x + 23} y={y + 4.5}>
        {t("asleep", { count })}
      </text>
    </a>
  );
}
