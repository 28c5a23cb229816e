// A keystone as a page shows it, and who waits for what it speaks of.
import type { Leaf } from "./condition";
import type { Hindrance, Keystone } from "./keystone";
import type { LeafFacts } from "./leaf-facts";
import type { NamedPledge } from "./pledge";

/** With what is next in the way, and what it takes to name all this. */
export interface KeystoneRow extends Keystone {
  next: Hindrance[];
  facts: LeafFacts;
}

/** Those that it would start, those that would wait on, and those that have started already. */
export const WAITER_GROUPS = ["frees", "waits", "started"] as const;
export type WaiterGroup = (typeof WAITER_GROUPS)[number];

export interface Waiter extends NamedPledge {
  participant: string;
  /** It cannot start without it. */
  needs: boolean;
  /** For what it waits when it is true. */
  then: Leaf[];
}

/** Of each group the first few, and how many there are. */
export interface KeystoneSheet extends KeystoneRow {
  groups: Record<WaiterGroup, { count: number; pledges: Waiter[] }>;
}
