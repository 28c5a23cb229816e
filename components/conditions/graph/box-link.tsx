import { asOfHref } from "@/components/ui/address/as-of-href";
import { hrefOf, isSupposedBox, boxName, supposeHrefOf } from "./box-looks";
import { BetweenBox, EventLine, WaitingRow, type BoxGiven } from "./box-parts";

/** Links, with all that arrow keys need to walk from one to the next. */
export function BoxLink({ placed, graph, view, names, column }: BoxGiven) {
  const { box, look, x, y, width, height, bar } = placed;
  const circle = graph.cycles.find(({ boxes }) => boxes.length > 1 && boxes.includes(box.id));
  const starts = box.waiting > 0 && box.starting === box.waiting;
  const tone = isSupposedBox(box, graph, view) ? "gifso" : starts ? "starts" : "";
  const shut = circle?.isDeadlock && look === "between" ? "shut" : circle && look === "between" ? "loop" : "";
  const around = (side: "from" | "to") =>
    graph.edges
      .filter((edge) => edge[side === "from" ? "to" : "from"] === box.id && edge.from !== edge.to)
      .map((edge) => edge[side])
      .join(" ");
  return (
    <a
      href={asOfHref(hrefOf(box))}
      className={["gbox", look, tone, shut].filter(Boolean).join(" ")}
      aria-label={boxName(box, graph, names)}
      data-box={box.id}
      data-column={column}
      data-waits-for={around("from")}
      data-waited-by={around("to")}
      data-suppose={
        box.kind === "pledges" || box.kind === "rest" ? undefined : supposeHrefOf(box, graph, view)
      }
    >
      <title>{boxName(box, graph, names)}</title>
      <rect className="spot" x={x - 4} y={y - height / 2} width={width + 8} height={height} rx="3" />
      {look === "event" ? <EventLine {...{ placed, graph, names, view }} /> : null}
      {look === "waits" ? <WaitingRow {...{ placed, graph, names, view }} /> : null}
      {look === "between" ? <BetweenBox {...{ placed, graph, names, view }} /> : null}
      {bar === 0 ? null : (
        <rect
          className="gbar"
          x={look === "between" ? x + width : look === "event" ? x + width - 7 : x + width}
          y={y - bar / 2}
          width="7"
          height={bar}
        />
      )}
    </a>
  );
}
