import type { KeystoneKind } from "@/lib/domain/conditions/keystone-list";
import type { Leaf } from "@/lib/domain/pledge/condition";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import { translator } from "@/lib/i18n/translator";

const t = translator("conditions");

/** "Trigger, dormant", "Approval, Germany", "Pledge, United States". */
export function kindWords(
  { leaf, isDormant, facts }: { leaf: Leaf; isDormant: boolean; facts: LeafFacts },
  kind: KeystoneKind,
  names: Readonly<Record<string, string>>,
): string {
  const waiting = t(`waits.${isDormant ? "DORMANT" : "BLOCKING"}`);
  const code = whose(leaf, facts);
  return t(`kind.${kind}`, { waiting, participant: names[code] ?? code });
}

/** The participant of the approval or the pledge. */
function whose(leaf: Leaf, facts: LeafFacts): string {
  if ("pledge" in leaf) return leaf.pledge.split("-")[0] ?? "";
  if ("trigger" in leaf) return "";
  return facts.approvals.find(({ id }) => id === leaf.approval)?.participant ?? "";
}
