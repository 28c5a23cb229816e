// Who waits for one pledge, each with the strongest basis.
import { atLeast, type Stage } from "../../pledge/stages";
import type { TruthOf } from "../../pledge/condition";
import type { NamedPledge } from "../../pledge/pledge";
import type { WaitingPledge } from "../keystone";
import { conditionEdges, merged, type ConditionEdge } from "./condition-edges";

export interface WaiterAround {
  reference: string;
  edge: Omit<ConditionEdge, "leaf">;
}

export type NamedWaiter = WaiterAround & NamedPledge;

/** As many as are drawn next to the pledge. */
export interface WaitersAround {
  waiters: NamedWaiter[];
  more: boolean;
}

/** Waiting for several stages of one pledge is one edge. `pledges`: those whose conditions name it. */
export function waitersFor(
  { reference, stage }: { reference: string; stage: Stage },
  pledges: readonly Pick<WaitingPledge, "reference" | "condition">[],
): WaiterAround[] {
  const truthOf: TruthOf = (leaf) =>
    "pledge" in leaf && leaf.pledge === reference ? atLeast(stage, leaf.atLeast) : null;
  return pledges.flatMap((one) => {
    const [first, ...others] = conditionEdges(one.condition, truthOf).filter(
      ({ leaf }) => "pledge" in leaf && leaf.pledge === reference,
    );
    if (first === undefined) return [];
    const { leaf: _leaf, ...edge } = others.reduce(merged, first);
    return { reference: one.reference, edge };
  });
}
