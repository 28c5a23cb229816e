// A cycle of conditions as a page shows it: who waits for whom, on which evidence, and what would open it.
import type { Leaf } from "../pledge/condition";
import type { Cycle, Edge } from "./deadlock";
import type { Evidence } from "../pledge/evidence";
import type { LeafFacts } from "./leaf-facts";

export interface CycleSheet extends Cycle {
  edges: Edge[];
  /** What opens it from outside, dormant triggers apart. */
  openers: Leaf[];
  /** What is on record about the conditions of its pledges, for and against, the newest first. */
  evidence: (Evidence & { pledge: string })[];
  /** Of its pledges and of what opens it. */
  facts: LeafFacts;
}
