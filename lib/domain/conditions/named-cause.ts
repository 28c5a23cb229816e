// A leaf as a cause of an item: enough of it to be named in a sentence.
import type { Leaf } from "../pledge/condition";
import type { Cause } from "./cause";
import type { LeafFacts } from "./leaf-facts";

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
