// A keystone for display, and the pledges that wait for it.
import type { Leaf, LeafBasis, Truth } from "../pledge/condition";
import type { KeystoneHindrance, Keystone } from "./keystone";
import type { LeafFacts } from "./leaf-facts";
import type { NamedPledge } from "../pledge/pledge";

/** With the next obstacles, and the facts needed to name them. */
export interface KeystoneRow extends Keystone {
  next: KeystoneHindrance[];
  facts: LeafFacts;
}

/** Which of its waiting pledges are listed. */
export const WAITER_VIEWS = ["named", "inferred", "necessary", "frees", "freesAssumed"] as const;
export type WaiterView = (typeof WAITER_VIEWS)[number];

/** What is the case can start nothing more. */
export const viewsOf = (truth: Truth): readonly WaiterView[] =>
  truth === true ? WAITER_VIEWS.filter((view) => view !== "frees" && view !== "freesAssumed") : WAITER_VIEWS;

export interface Waiter extends NamedPledge {
  participant: string;
  /** Its condition is true already. */
  started: boolean;
  /** Who says that it waits for the keystone, each once; null: not recorded. */
  bases: (LeafBasis | null)[];
  /** It can't start without the keystone. */
  needs: boolean;
  /** It starts if dormant triggers and approvals are assumed as well. */
  assumed: boolean;
  /** What it waits for once the keystone is true: empty if the keystone alone starts it. */
  then: Leaf[];
}

export interface KeystoneDetails extends KeystoneRow {
  /** The view shown: "named" where the one asked for has no meaning. */
  view: WaiterView;
  /** It is the case, and a pledge waits for it to end. */
  mustEnd: boolean;
  /** The first of those listed. */
  waiters: Waiter[];
}
