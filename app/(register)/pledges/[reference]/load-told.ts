import type { Actor } from "@/lib/domain/people/actor";
import { leavesOf, type Condition, type Leaf } from "@/lib/domain/pledge/condition";
import { conditionsIn, type HistoryEntry } from "@/lib/domain/proposals/history";
import type { LeafFacts } from "@/lib/domain/conditions/leaf-facts";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import type { NowOrAsOf } from "@/lib/domain/base/as-of";
import { proposedFieldChanges } from "@/lib/domain/proposals/proposed-change";
import { loadPledgeLeafFacts } from "@/lib/pledges/pledges/queries";

/** Facts of what conditions in the history and in proposals name; loaded only where the sheet lacks some. */
export async function loadTold(
  actor: Actor,
  sheet: PledgeDetails,
  entries: readonly HistoryEntry[],
  at: NowOrAsOf,
): Promise<LeafFacts> {
  const told = [
    ...entries.flatMap(({ changes }) => conditionsIn(changes)),
    ...sheet.proposals.flatMap(({ wish }) => conditionsIn(proposedFieldChanges(wish))),
  ];
  const strange = told.filter(
    (condition) => !leavesOf(condition).every((leaf) => isKnown(leaf, sheet.facts)),
  );
  if (strange.length === 0) return sheet.facts;
  return loadPledgeLeafFacts(actor, [...told, ...ownOf(sheet)], at);
}

const ownOf = ({ condition }: PledgeDetails): Condition[] => (condition === null ? [] : [condition]);

/** Pledges need no facts: a sentence names them by reference. */
function isKnown(leaf: Leaf, { triggers, approvals }: LeafFacts): boolean {
  if ("trigger" in leaf) return triggers.some(({ code }) => code === leaf.trigger);
  return "approval" in leaf ? approvals.some(({ id }) => id === leaf.approval) : true;
}
