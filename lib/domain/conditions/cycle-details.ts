// A cycle of conditions for display: who waits for whom, on which evidence, and what would open it.
import type { Leaf } from "../pledge/condition";
import type { Cycle, Edge } from "./deadlock";
import type { Evidence } from "../pledge/evidence";
import type { LeafFacts } from "./leaf-facts";

export interface CycleDetails extends Cycle {
  edges: Edge[];
  /** It stays a deadlock without leaves that are only our reading. */
  isDeadlockAsStated: boolean;
  /** Leaves outside that open it, without dormant triggers. */
  openers: Leaf[];
  /** Evidence on the conditions of its pledges, for and against, newest first. */
  evidence: (Evidence & { pledge: string })[];
  /** For its pledges and its openers. */
  facts: LeafFacts;
}
