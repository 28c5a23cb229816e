// The smallest sets of decisions that reach a target: a pledge that can start, or a requirement that is firm to some
// amount. Decisions are what scenarios suppose, so that a set can be supposed and its other consequences seen. The search is
// in search.ts.
import type { Assumption } from "../assumption";
import type { Posed } from "./posed";
import { searching, type Bounds, type SearchResult } from "./search";
import type { SmallestSets } from "./target";

/** Yields the steps taken so far. */
export function* findingSets(one: Posed | null, bounds: Bounds): Generator<number, SmallestSets> {
  if (one === null) return CLOSED;
  const found = yield* searching(one.problem, bounds);
  return presented(found, one);
}

const CLOSED: SmallestSets = {
  outcome: "closed",
  atLeast: null,
  sets: [],
  isComplete: true,
  larger: null,
  assumed: [],
  ask: [],
  firm: null,
  steps: 0,
};

function presented({ outcome, sets, larger, ...found }: SearchResult, { means, aside }: Posed): SmallestSets {
  const decisions = (choices: readonly number[]): Assumption[] =>
    choices.flatMap((choice) => means[choice] ?? []);
  const isReached = outcome === "found" && found.atLeast === 0;
  return {
    ...found,
    ...aside,
    outcome: isReached ? "reached" : outcome,
    atLeast: outcome === "never" ? null : found.atLeast,
    sets: isReached ? [] : sets.map(decisions),
    larger: larger && decisions(larger),
  };
}

/** Enough for a page; a scenario is made of one of them. */
export const MOST_SETS = 20;
/** About half a second's work. */
export const MOST_SEARCH_STEPS = 2_000_000;
