// The graph of who waits for whom, as asked for: boxes, edges from what is waited for to who waits, and circles. It names no
// quantity, so no sealed number can be in it.
import type { Leaf, Truth } from "../../pledge/condition";
import type { LadderStage } from "../../pledge/stages";
import type { NamedPledge } from "../../pledge/pledge";
import type { Cycle, WaitingOn } from "../deadlock";
import type { KeystoneContext, KeystoneHindrance, WaitingPledge } from "../keystone";
import type { LeafFacts } from "../leaf-facts";
import type { Box } from "./collapse";
import type { ConditionEdge } from "./condition-edges";
import type { GraphCentre } from "./reach";
import type { Supposition } from "./suppose";

export const MOST_BOXES = 120;
/** How many of the leaves that keep others from starting are named. */
export const MOST_HOLDING = 50;

export interface GraphQuestion extends GraphCentre {
  /** Dormant triggers as nodes of their own, or only as a mark on who waits for them. */
  dormant: "with" | "without";
  /** Requirements that the pledges are offered for. */
  needs: "with" | "without";
  suppose: Supposition[];
}

export interface GraphSource {
  pledges: readonly (WaitingPledge & WaitingOn)[];
  context: KeystoneContext;
  /** Of these pledges. */
  cycles: readonly Cycle[];
  /** Whose approval or pledge it is; null: not known. */
  participantOf: (leaf: Leaf) => string | null;
  needs: readonly GraphNeed[];
}

/** An open requirement, and the pledges offered for it. */
export interface GraphNeed {
  reference: string;
  title: string;
  pledges: readonly string[];
}

/** With a prefix, as a requirement may have the name of a trigger. */
export const needNode = ({ reference }: Pick<GraphNeed, "reference">): string => `need:${reference}`;

export interface GraphBox extends Box {
  /** Pledges in it that wait for something. */
  waiting: number;
  /** Those of them that can start. */
  starting: number;
  /** Those of them that start by the last supposition alone: without it they couldn't. */
  freed: number;
  /** Those of them that also wait for a dormant trigger, which no edge shows. */
  dormant: number;
  /** Pledges that wait for something in it. */
  holdsUp: number;
  /** Waits of its nodes for each other. */
  inside: number;
}

export interface GraphEdge extends Omit<ConditionEdge, "leaf"> {
  /** The box that is waited for. */
  from: string;
  /** The box that waits. */
  to: string;
  /** Of a need: the pledge is offered for it. */
  isOffer: boolean;
  /** How many leaves of conditions it represents. */
  count: number;
  /** Of pledges: the stages that are waited for. */
  stages: LadderStage[];
}

export interface GraphCycle extends Cycle {
  /** The boxes its pledges are in. */
  boxes: string[];
}

export interface DependencyGraph {
  boxes: GraphBox[];
  edges: GraphEdge[];
  /** Deadlocks first. */
  cycles: GraphCycle[];
  /** Pledges that wait for dormant triggers alone: no boxes. */
  asleep: string[];
  /** Pledges asked for that wait, and how many of them can start: as it is, as supposed, by the last supposition alone. */
  waiting: number;
  startingNow: number;
  starting: number;
  freed: string[];
  /** What keeps the others from starting, most frequent first. */
  holding: KeystoneHindrance[];
  /** Pledges that it keeps from starting. */
  held: number;
}

/** With what is needed to name its boxes. */
export interface NamedGraph extends DependencyGraph {
  /** Of the only node of a box, and of the first leaves in `holding`. */
  facts: LeafFacts;
  pledges: ReadonlyMap<string, NamedPledge>;
  /** By node. */
  needs: ReadonlyMap<string, GraphNeed>;
  /** By node: what is known of it in the whole register, as it is. */
  keystones: ReadonlyMap<string, NodeKeystone>;
}

export interface NodeKeystone {
  /** Its leaf without which the most pledges can't start. */
  leaf: Leaf;
  truth: Truth;
  /** Pledges that name it, that can't start without it, that start by it alone. */
  named: number;
  necessary: number;
  frees: number;
}
