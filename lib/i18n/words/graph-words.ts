// Boxes of the graph in words.
import type { NamedGraph, GraphBox } from "@/lib/domain/conditions/graph/graph";
import { withMarking } from "../coalition-only";
import { translator } from "../translator";
import { leafTitle } from "./leaf-words";

const t = translator("graph");

/** `names`: of participants, by code. */
export function boxTitle(
  { id, kind, nodes }: Pick<GraphBox, "id" | "kind" | "nodes">,
  { facts, pledges, needs }: Pick<NamedGraph, "facts" | "pledges" | "needs">,
  names: Readonly<Record<string, string>> = {},
): string {
  if (kind === "pledge") return withMarking(pledges.get(id)?.title ?? id, id);
  if (kind === "trigger") return leafTitle({ trigger: id }, facts);
  if (kind === "approval") return leafTitle({ approval: id }, facts);
  if (kind === "requirement") return needs.get(id)?.title ?? id;
  const code = nodes[0]?.participant ?? "";
  return t(`box.${kind}`, { n: nodes.length, participant: names[code] ?? code });
}
