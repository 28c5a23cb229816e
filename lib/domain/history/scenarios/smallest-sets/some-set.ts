// One set that reaches the need, without a search: an upper bound.
import { PartialSet } from "./partial-set";
import type { SearchProblem } from "./problem";
import { lookAhead, mustTakeOneOf } from "./weights";

/** Any set, by the heaviest choice each time; null: this way leads nowhere. */
export function someSet(problem: SearchProblem): number[] | null {
  const state = new PartialSet(problem);
  while (!state.isReached()) {
    if (state.exceedsLimits()) return null;
    const [pending] = state.pending();
    const ahead = lookAhead(state, Infinity);
    const missing = problem.need - ahead.reached;
    const [next] = pending ? state.ways(pending) : mustTakeOneOf(ahead.weights[0], missing, Infinity);
    if (next === undefined) return null;
    state.decide(next);
  }
  return withoutSpare(problem, [...state.chosen]);
}

function withoutSpare(problem: SearchProblem, chosen: readonly number[]): number[] {
  return chosen.reduce(
    (kept, choice) => {
      const state = new PartialSet(problem);
      const others = kept.filter((one) => one !== choice);
      for (const one of others) state.decide(one);
      return state.isReached() ? others : kept;
    },
    [...chosen].sort((a, b) => a - b),
  );
}
