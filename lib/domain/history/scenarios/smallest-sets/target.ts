// The question, and the parts of the answer.
import type { Assumption } from "../assumption";
import type { AssumptionNames } from "../scenario-details";
import type { Amount, Measure } from "../../../requirements/quantity-range";

/** `need` null: all that the requirement asks for. */
export type Target = { pledge: string } | { requirement: string; need: Amount | null };

export interface SetsQuestion {
  target: Target;
  /** As if every dormant trigger were met. */
  dormant: boolean;
}

/** No number; no upper end; a number that this reader may not know; nobody has judged its fit. */
export const ASKS = ["number", "most", "sealed", "fit"] as const;

/** An offer that no decision makes count for more: someone has to be asked. */
export interface Ask {
  pledge: string;
  participant: string;
  title: string;
  /** Id. */
  contribution: string;
  about: (typeof ASKS)[number];
  /** The words of the source. */
  asStated: string | null;
}

/**
 * `reached`: without any decision. `never`: not by what is on record. `undecided`: the search was stopped.
 * `closed`: the pledge has ended, or the requirement is closed.
 */
export const SETS_OUTCOMES = ["reached", "found", "never", "undecided", "closed"] as const;

export interface SmallestSets {
  outcome: (typeof SETS_OUTCOMES)[number];
  /** Proved: no set of fewer decisions reaches it. Null: no set at all, or nothing was asked. */
  atLeast: number | null;
  /** Of `atLeast` decisions each. */
  sets: Assumption[][];
  /** There is no other set of that size. */
  isComplete: boolean;
  /** Of an undecided search: a set that reaches it, but is maybe too large. */
  larger: Assumption[] | null;
  /** Taken as met, because it was asked for. */
  assumed: Assumption[];
  ask: Ask[];
  /** Of a requirement: what is firm, and what would have to be. */
  firm: { reached: Amount; need: Amount; measure: Measure } | null;
  steps: number;
}

/** As pages and the API show it. */
export interface NamedSets extends SmallestSets {
  /** Names of what is decided. */
  named: AssumptionNames;
}
