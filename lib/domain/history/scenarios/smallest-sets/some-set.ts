// Sets that reach the need, without a search: one as an upper bound, and whether one asks for more than it has to.
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
      const others = kept.filter((one) => one !== choice);
      return reaches(problem, others) ? others : kept;
    },
    [...chosen].sort((a, b) => a - b),
  );
}

/** Whether a lower stage of one of its pledges would be enough: then that set is the answer. */
export const couldAskForLess = (problem: SearchProblem, chosen: readonly number[]): boolean =>
  chosen.some((choice, at) =>
    lowerThan(choice, problem).some((lower) => reaches(problem, chosen.with(at, lower))),
  );

/** Choices about the same thing that lie between what is and what was chosen. */
function lowerThan(choice: number, { choices, variables }: SearchProblem): number[] {
  const chosen = choices[choice];
  const now = chosen && variables[chosen.variable]?.now;
  return choices.flatMap(({ variable, value }, other) => {
    const isLower = chosen !== undefined && now !== undefined && value > now && value < chosen.value;
    return isLower && variable === chosen.variable ? [other] : [];
  });
}

function reaches(problem: SearchProblem, chosen: readonly number[]): boolean {
  const state = new PartialSet(problem);
  for (const choice of chosen) state.decide(choice);
  return state.isReached();
}
