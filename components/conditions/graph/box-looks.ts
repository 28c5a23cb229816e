// A box's look, name and addresses.
import { leafHref } from "@/components/conditions/conditions/view";
import { asOfHref } from "@/components/ui/address/as-of-href";
import { viewHref } from "@/components/ui/address/view-href";
import type { GlyphName } from "@/components/ui/marks/glyph";
import { ANYTHING } from "@/lib/domain/base/listing";
import type { GraphBox, NamedGraph } from "@/lib/domain/conditions/graph/graph";
import { translator } from "@/lib/i18n/translator";
import { boxTitle } from "@/lib/i18n/words/leaf-words";
import { supposedHref, type GraphView } from "./view";

const t = translator("graph");

export const starting = ({ waiting, starting: able }: GraphBox) =>
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

export function hrefOf({ id, kind, nodes }: GraphBox): string {
  if (kind === "pledge") return `/pledges/${id}#condition`;
  if (kind === "trigger") return leafHref({ trigger: id });
  if (kind === "approval") return leafHref({ approval: id });
  if (kind === "requirement") return `/requirements/${id.replace(/^need:/, "")}`;
  const code = nodes[0]?.participant;
  return viewHref("/pledges", { waits: ANYTHING, participant: kind === "rest" ? null : code });
}

/** For a pledge's box: the leaf naming it that most pledges can't start without. */
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

export function boxName(box: GraphBox, graph: NamedGraph, names: Readonly<Record<string, string>>): string {
  const title = boxTitle(box, graph, names);
  const said = box.kind === "pledge" ? `${box.id} ${title}` : title;
  const waits = graph.edges.filter(
    ({ to, from, isOffer }) => to === box.id && from !== to && !isOffer,
  ).length;
  return t("name", { title: said, holds: box.holdsUp, waits, starts: String(starting(box) !== null) });
}
