// A leaf as a cause of an item: enough of it to be named in a sentence.
import type { Deciding, Leaf, PledgeLeaf } from "../pledge/condition";
import type { Cause } from "./cause";
import { factOfPledge, type LeafFacts } from "./leaf-facts";
import type { TriggerWaiting } from "../pledge/trigger";

export function namedCause(leaf: Leaf, facts: LeafFacts): Pick<Cause, "what" | "data"> {
  if ("pledge" in leaf) return { what: "pledge", data: { pledge: leaf.pledge, atLeast: leaf.atLeast } };
  if ("trigger" in leaf) {
    const title = facts.triggers.find(({ code }) => code === leaf.trigger)?.title;
    return { what: "trigger", data: { trigger: leaf.trigger, title: title ?? leaf.trigger } };
  }
  const approval = facts.approvals.find(({ id }) => id === leaf.approval);
  return {
    what: "approval",
    data: {
      approval: leaf.approval,
      body: approval?.body ?? "",
      kind: approval?.kind ?? "",
    },
  };
}

/** The data of a leaf, under the pledge that has replaced its own. */
export function pledgeData({ pledge: reference, atLeast }: PledgeLeaf, facts: LeafFacts) {
  const pledge = factOfPledge(reference, facts);
  return {
    pledge: pledge?.reference ?? reference,
    participant: pledge?.participant ?? reference.split("-")[0] ?? "",
    title: pledge?.title ?? "",
    atLeast,
    stage: pledge?.voided === null ? pledge.stage : "VOIDED",
  };
}

export function triggerCause(
  { leaf, wanted }: Deciding,
  { facts }: { facts: LeafFacts },
  waiting: TriggerWaiting,
): Omit<Cause, "since"> | null {
  if (!("trigger" in leaf)) return null;
  const trigger = facts.triggers.find(({ code }) => code === leaf.trigger);
  if ((trigger?.waiting ?? "BLOCKING") !== waiting) return null;
  const data = {
    trigger: leaf.trigger,
    title: trigger?.title ?? leaf.trigger,
    state: trigger?.state ?? "UNKNOWN",
  };
  return { what: wanted ? "trigger" : "not-trigger", data };
}
