// The title of a leaf in a list, outside a sentence.
import type { Leaf } from "@/lib/domain/pledge/condition";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { withMarking } from "../coalition-only";
import { inSentence } from "./in-sentence";
import { translator } from "../translator";

const t = translator("conditions");
const domain = translator("domain");

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
