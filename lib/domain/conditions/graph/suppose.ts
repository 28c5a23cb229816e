// "If …": what a reader supposes true. Nothing is saved, and no stage follows from a start.
import type { Leaf, TruthOf } from "../../pledge/condition";
import { bringsAbout, type KeystoneContext } from "../keystone";
import { supposingFacts } from "../leaf-facts";
import { leafName, leafNamed } from "../leaf-name";

/** All triggers that are dormant, or all approvals, at once. */
export const SUPPOSED_AT_ONCE = ["dormant", "approvals"] as const;
export type Supposition = Leaf | (typeof SUPPOSED_AT_ONCE)[number];

/** Null: not the name of one. */
export const suppositionNamed = (name: string): Supposition | null =>
  SUPPOSED_AT_ONCE.find((one) => one === name) ?? leafNamed(name);

export const suppositionName = (one: Supposition): string => (typeof one === "string" ? one : leafName(one));

export const supposing = (
  { truthOf, isDormant }: KeystoneContext,
  suppositions: readonly Supposition[],
): TruthOf =>
  suppositions.length === 0
    ? truthOf
    : supposingFacts(truthOf, (leaf) =>
        suppositions.some((one) => isSupposed(one, leaf, isDormant)) ? true : undefined,
      );

export function isSupposed(
  supposition: Supposition,
  leaf: Leaf,
  isDormant: KeystoneContext["isDormant"],
): boolean {
  if (supposition === "dormant") return isDormant(leaf);
  if (supposition === "approvals") return "approval" in leaf;
  return bringsAbout(supposition, leaf);
}
