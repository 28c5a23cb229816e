// A box of the drawing, by its position: an event, something waited for that itself waits, or a pledge that
// waits.
import type { GlyphName } from "@/components/ui/marks/glyph";
import { stageLook } from "@/components/ui/marks/stage-ring";
import type { NamedGraph } from "@/lib/domain/conditions/graph/graph";
import { translator } from "@/lib/i18n/translator";
import { boxTitle } from "@/lib/i18n/words/leaf-words";
import { fitted } from "./fit";
import type { PlacedBox } from "./geometry";
import { eventLook, starting } from "./box-looks";
import type { GraphView } from "./view";

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

type Part = Omit<BoxGiven, "column">;

export function EventLine({ placed: { box, x, y, width }, graph, names, view }: Part) {
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

export function WaitingRow({ placed: { box, x, y, width }, graph, names }: Part) {
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

export function BetweenBox({ placed: { box, x, y, width, height }, graph, names }: Part) {
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
  <svg x={x} y={y} width="16" height="16" className={`text-${family}`} aria-hidden="true">
    <use href={`#g-${name}`} />
  </svg>
);
