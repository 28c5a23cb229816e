// The titles of a leaf and of a box of the graph in a list, outside a sentence.
import type { Leaf } from "@/lib/domain/pledge/condition";
import type { GraphBox, NamedGraph } from "@/lib/domain/conditions/graph/graph";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { withMarking } from "../coalition-only";
import { inSentence } from "./in-sentence";
import { translator } from "../translator";

const t = translator("conditions");
const domain = translator("domain");
const graph = translator("graph");

/** "Ceasefire in force", "Bundestag: parliament vote", "US-4-001 at Committed". */
export function leafTitle(leaf: Leaf, facts: LeafFacts): string {
  if ("trigger" in leaf)
    return facts.triggers.find(({ code }) => code === leaf.trigger)?.title ?? leaf.trigger;
  if ("pledge" in leaf)
    return withMarking(
      leaf.atLeast === "FULFILLED"
        ? leaf.pledge
        : t("leaf.pledge", { pledge: leaf.pledge, stage: domain(`stage.${leaf.atLeast}`) }),
    );
  const approval = facts.approvals.find(({ id }) => id === leaf.approval);
  if (!approval) return t("leaf.strangeApproval");
  const kind = inSentence(domain(`approvalKind.${approval.kind}`));
  return t("leaf.approval", { body: approval.body, kind });
}

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
  return graph(`box.${kind}`, { n: nodes.length, participant: names[code] ?? code });
}
