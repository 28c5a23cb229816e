// A box of the drawing, by where it stands: an event, something waited for that waits itself, or a pledge that waits.
import { asOfHref } from "@/components/ui/address/as-of-href";
import { leafHref } from "@/components/conditions/conditions/view";
import type { GlyphName } from "@/components/ui/marks/glyph";
import { stageLook } from "@/components/ui/marks/stage-ring";
import type { GraphBox, NamedGraph } from "@/lib/domain/conditions/graph/graph";
import { translator } from "@/lib/i18n/translator";
import { boxTitle } from "@/lib/i18n/words/leaf-words";
import { fitted } from "./fit";
import type { PlacedBox } from "./geometry";
import { supposedHref, type GraphView } from "./view";

const t = translator("graph");
const domain = translator("domain");

export interface BoxGiven {
  placed: PlacedBox;
  graph: NamedGraph;
  view: GraphView;
  names: Readonly<Record<string, string>>;
  /** Its place from the left. */
  column: number;
}

/** Links, with all that arrow keys need to walk from one to the next. */
export function BoxLink({ placed, graph, view, names, column }: BoxGiven) {
  const { box, look, x, y, width, height, bar } = placed;
  const circle = graph.cycles.find(({ boxes }) => boxes.length > 1 && boxes.includes(box.id));
  const starts = box.waiting > 0 && box.starting === box.waiting;
  const tone = isSupposedBox(box, graph, view) ? "supposed" : starts ? "starts" : "";
  const shut = circle?.isDeadlock && look === "between" ? "shut" : circle && look === "between" ? "loop" : "";
  const around = (side: "from" | "to") =>
    graph.edges
      .filter((edge) => edge[side === "from" ? "to" : "from"] === box.id && edge.from !== edge.to)
      .map((edge) => edge[side])
      .join(" ");
  return (
    <a
      href={asOfHref(hrefOf(box, view))}
      className={["gbox", look, tone, shut].filter(Boolean).join(" ")}
      aria-label={nameOf(box, graph, names)}
      data-box={box.id}
      data-column={column}
      data-waits-for={around("from")}
      data-waited-by={around("to")}
      data-suppose={
        box.kind === "pledges" || box.kind === "rest" ? undefined : supposeHrefOf(box, graph, view)
      }
    >
      <title>{nameOf(box, graph, names)}</title>
      <rect className="spot" x={x - 4} y={y - height / 2} width={width + 8} height={height} rx="3" />
      {look === "event" ? <Event {...{ placed, graph, names, view }} /> : null}
      {look === "waits" ? <Waits {...{ placed, graph, names, view }} /> : null}
      {look === "between" ? <Between {...{ placed, graph, names, view }} /> : null}
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

type Part = Omit<BoxGiven, "column">;

function Event({ placed: { box, x, y, width }, graph, names, view }: Part) {
  const [glyph, family] = eventLook(box, graph, view);
  return (
    <>
      <text className="gend" x={x + width - 36} y={y + 4.5}>
        {fitted(boxTitle(box, graph, names), width - 40, 14)}
      </text>
      <Mark name={glyph} family={family} x={x + width - 29} y={y - 8} />
    </>
  );
}

function Waits({ placed: { box, x, y, width }, graph, names }: Part) {
  const stage = graph.pledges.get(box.id)?.stage;
  const room = width - (box.dormant > 0 ? 22 : 0);
  const [glyph, family] = starting(box) ?? (stage ? stageLook(stage) : (["doc", "neutral"] as const));
  return (
    <>
      <Mark name={glyph} family={family} x={x + 2} y={y - 8} />
      {stage ? (
        <>
          <text className="gref" x={x + 25} y={y + 4.5}>
            {box.id}
          </text>
          <text x={x + 97} y={y + 4.5}>
            {fitted(boxTitle(box, graph, names), room - 97, 14)}
          </text>
        </>
      ) : (
        <text x={x + 25} y={y + 4.5}>
          {fitted(boxTitle(box, graph, names), room - 25, 14)}
        </text>
      )}
      {box.dormant > 0 ? <Mark name="dormant" family="neutral" x={x + width - 16} y={y - 8} /> : null}
    </>
  );
}

function Between({ placed: { box, x, y, width, height }, graph, names }: Part) {
  const pledge = graph.pledges.get(box.id);
  const { named = 0, necessary = 0 } = graph.keystones.get(box.id) ?? {};
  const isHigh = height > 54;
  const left = isHigh ? x + 48 : x + 14;
  const top = y - height / 2;
  return (
    <>
      <rect className="gface" x={x} y={top} width={width} height={height} />
      {isHigh ? (
        <text className="gbig" x={x + 14} y={y + 9}>
          {box.holdsUp}
        </text>
      ) : null}
      <text className="gbold" x={left} y={top + 19}>
        {fitted(boxTitle(box, graph, names), x + width - left - 8, 14)}
      </text>
      {pledge ? (
        <text className="gsub" x={left} y={top + 36}>
          <tspan className="gref">{box.id}</tspan>
          <tspan dx="7">{domain(`stage.${pledge.stage}`)}</tspan>
        </text>
      ) : null}
      {isHigh ? (
        <text className="gsub" x={left} y={top + 53}>
          {fitted(t("holds", { named, necessary }), x + width - left - 6, 12)}
        </text>
      ) : null}
    </>
  );
}

export const Mark = ({ name, family, x, y }: { name: GlyphName; family: string; x: number; y: number }) => (
  <svg x={x} y={y} width="16" height="16" className={`f-${family}`} aria-hidden="true">
    <use href={`#g-${name}`} />
  </svg>
);

const starting = ({ waiting, starting: able }: GraphBox) =>
  waiting > 0 && able === waiting ? (["true", "done"] as const) : null;

export function eventLook(
  box: GraphBox,
  graph: NamedGraph,
  view: GraphView,
): readonly [GlyphName, "done" | "neutral" | "waiting"] {
  if (isSupposedBox(box, graph, view)) return ["true", "done"];
  const edges = graph.edges.filter(({ from }) => from === box.id);
  if (edges.length > 0 && edges.every(({ holds, negated }) => holds !== negated)) return ["true", "done"];
  const truth = graph.keystones.get(box.id)?.truth;
  if (truth === null) return ["unknown", "waiting"];
  return box.kind === "trigger" ? ["false", "neutral"] : ["waiting", "waiting"];
}

export function isSupposedBox(box: GraphBox, graph: NamedGraph, { suppose }: GraphView): boolean {
  return suppose.some((one) => {
    if (one === "approvals") return box.kind === "approval" || box.kind === "approvals";
    if (one === "dormant")
      return graph.facts.triggers.some(({ code, waiting }) => code === box.id && waiting === "DORMANT");
    return ("trigger" in one ? one.trigger : "approval" in one ? one.approval : one.pledge) === box.id;
  });
}

function hrefOf({ id, kind, nodes }: GraphBox, view: GraphView): string {
  if (kind === "pledge") return `/pledges/${id}#condition`;
  if (kind === "trigger") return leafHref({ trigger: id });
  if (kind === "approval") return leafHref({ approval: id });
  if (kind === "requirement") return `/requirements/${id.replace(/^need:/, "")}`;
  const code = nodes[0]?.participant;
  return `/pledges?waits=any${code && kind !== "rest" ? `&participant=${code}` : ""}${view.about ? "" : ""}`;
}

/** Of a pledge the leaf that most can't start without. */
export function supposeHrefOf(box: GraphBox, graph: NamedGraph, view: GraphView): string | undefined {
  const supposed = view.suppose.find(
    (one) => typeof one !== "string" && "pledge" in one && one.pledge === box.id,
  );
  const leaf =
    supposed ??
    graph.keystones.get(box.id)?.leaf ??
    (box.kind === "trigger" ? { trigger: box.id } : box.kind === "approval" ? { approval: box.id } : null);
  return leaf === null ? undefined : asOfHref(supposedHref(view, leaf));
}

function nameOf(box: GraphBox, graph: NamedGraph, names: Readonly<Record<string, string>>): string {
  const title = boxTitle(box, graph, names);
  const said = box.kind === "pledge" ? `${box.id} ${title}` : title;
  const waits = graph.edges.filter(
    ({ to, from, isOffer }) => to === box.id && from !== to && !isOffer,
  ).length;
  return t("name", { title: said, holds: box.holdsUp, waits, starts: String(starting(box) !== null) });
}
