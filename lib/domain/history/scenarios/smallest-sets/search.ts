// The smallest sets of choices that reach the need, by iterative deepening: all sets of one decision are
// ruled out before one of two is looked for. Each point has choices of which every solution takes one (a
// hitting set's branching); each is tried with those before it ruled out, so that no set is found twice.
import { PartialSet } from "./partial-set";
import type { SearchProblem } from "./problem";
import { couldAskForLess, someSet } from "./some-set";
import { lookAhead, mustTakeOneOf } from "./weights";

export interface SearchResult {
  /** `never`: no set of any size. `undecided`: the steps were used up. */
  outcome: "found" | "never" | "undecided";
  /** Proved: no set of fewer choices reaches it. */
  atLeast: number;
  /** Of `atLeast` choices each, sorted. */
  sets: number[][];
  /** There is no other set of that size. */
  isComplete: boolean;
  /** If no smallest set was found: one that reaches it, each of its choices needed, but maybe too large. */
  larger: number[] | null;
  steps: number;
}

export interface Bounds {
  steps: number;
  sets: number;
}

/** Yields the steps taken so far, often, so that others can be served in between. `most` may be lowered meanwhile. */
export function* searching(problem: SearchProblem, most: Bounds): Generator<number, SearchResult> {
  const state = new PartialSet(problem);
  const all = new Set(problem.choices.map(({ variable }) => variable)).size;
  for (let size = 0; ; size += 1) {
    const level = new Level(state, size, most);
    yield* level.explore();
    const { sets, isStopped, isCut, isFull } = level;
    const found = { atLeast: size, sets: sets.sort(inOrder), larger: null, steps: state.steps };
    if (sets.length > 0) return { ...found, outcome: "found", isComplete: !isStopped && !isFull };
    if (isStopped) return { ...found, outcome: "undecided", isComplete: false, larger: someSet(problem) };
    if (!isCut || size === all) return { ...found, outcome: "never", isComplete: true };
  }
}

/** All sets of one size. */
class Level {
  readonly sets: number[][] = [];
  isStopped = false;
  /** Something was left out that a larger set might reach. */
  isCut = false;
  /** There may be more than are listed. */
  isFull = false;

  constructor(
    private readonly state: PartialSet,
    private readonly size: number,
    private readonly most: Bounds,
  ) {}

  *explore(): Generator<number, void> {
    const { state } = this;
    if (this.isStopped || this.isFull) return;
    yield state.steps;
    if (state.steps > this.most.steps) {
      this.isStopped = true;
      return;
    }
    if (state.exceedsLimits()) return;
    const next = this.next();
    for (const choice of next) {
      state.decide(choice);
      yield* this.explore();
      state.undo();
      state.exclude(choice);
    }
    for (const choice of next) state.include(choice);
  }

  /** The choices to try from here; a set that reaches the need is noted. */
  private next(): number[] {
    const { state } = this;
    const { need } = state.problem;
    const left = this.size - state.chosen.length;
    const pending = state.pending();
    const [first] = pending;
    if (pending.length > left) return this.cut();
    const { reached, atMost, weights, isCut } = lookAhead(state, left);
    this.isCut ||= isCut;
    if (atMost < need) return [];
    if (first !== undefined) return state.ways(first);
    if (reached >= need) {
      this.note();
      return [];
    }
    const [one, other] = weights.map((each) => mustTakeOneOf(each, need - reached, left));
    const isFirst = (one?.length ?? 0) <= (other?.length ?? 0);
    const next = (isFirst ? one : other) ?? [];
    this.isCut ||= next.length < mustTakeOneOf(weights[isFirst ? 0 : 1], need - reached, Infinity).length;
    return next;
  }

  private cut(): number[] {
    this.isCut = true;
    return [];
  }

  private note(): void {
    const { state } = this;
    if (couldAskForLess(state.problem, state.chosen)) return;
    if (this.sets.length === this.most.sets) this.isFull = true;
    else this.sets.push([...state.chosen].sort((a, b) => a - b));
  }
}

function inOrder(a: readonly number[], b: readonly number[]): number {
  for (const [at, one] of a.entries()) {
    const difference = one - (b[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
