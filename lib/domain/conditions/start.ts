import { decidingLeaves, isActionable, type Condition, type TruthOf } from "../pledge/condition";
import type { KeystoneContext } from "./keystone";

/** How far a pledge is from starting, its dormant triggers taken as met. */
export interface Start {
  /** Nothing else is in its way. */
  isFree: boolean;
  /** The one approval that alone is in its way. */
  approval: string | null;
}

export function distanceFromStart(
  condition: Condition | null,
  { truthOf, isDormant }: KeystoneContext,
): Start {
  const awake: TruthOf = (leaf) => isDormant(leaf) || truthOf(leaf);
  if (condition === null || isActionable(condition, awake)) return { isFree: true, approval: null };
  const alone = decidingLeaves(condition, awake).flatMap(({ leaf, wanted }) =>
    wanted && "approval" in leaf && isActionable(condition, given(leaf.approval, awake)) ? leaf.approval : [],
  );
  return { isFree: false, approval: alone[0] ?? null };
}

const given =
  (approval: string, truthOf: TruthOf): TruthOf =>
  (leaf) =>
    ("approval" in leaf && leaf.approval === approval) || truthOf(leaf);
