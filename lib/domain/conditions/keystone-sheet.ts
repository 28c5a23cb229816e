// A keystone as a page shows it, and who waits for what it speaks of.
import type { Leaf } from "../pledge/condition";
import type { KeystoneHindrance, Keystone } from "./keystone";
import type { LeafFacts } from "./leaf-facts";
import type { NamedPledge } from "../pledge/pledge";

/** With what is next in the way, and what it takes to name all this. */
export interface KeystoneRow extends Keystone {
  next: KeystoneHindrance[];
  facts: LeafFacts;
}

/** Which of those that wait for it are looked at. */
export const WAITER_VIEWS = ["named", "necessary", "frees", "freesAssumed"] as const;
export type WaiterView = (typeof WAITER_VIEWS)[number];

export interface Waiter extends NamedPledge {
  participant: string;
  /** Its condition is true already. */
  started: boolean;
  /** It cannot start without it. */
  needs: boolean;
  /** It starts with dormant triggers and approvals assumed as well. */
  assumed: boolean;
  /** For what it waits when it is true: nothing where it alone starts it. */
  then: Leaf[];
}

export interface KeystoneSheet extends KeystoneRow {
  /** The first of those looked at. */
  waiters: Waiter[];
}
