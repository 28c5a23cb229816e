// Which choices must come next, and how many at least. An item's gain is charged to the choices of its cuts,
// so that whatever makes it hold carries it: several choices together carry no more than their weights.
import { boundOf } from "./cuts";
import type { PartialSet } from "./partial-set";

export interface Ahead {
  /** What the items that hold add up to. */
  reached: bigint;
  /** With everything that may still be decided, at most. */
  atMost: bigint;
  /** Two ways to charge: each item to one of its cuts, and shared among up to four of them. */
  weights: [Map<number, bigint>, Map<number, bigint>];
  /** Some item holds only with more decisions than are left: it was counted as out of reach. */
  isCut: boolean;
}

/** Divisible by each number of cuts that share a gain. */
const SHARES = 12n;
const MOST_SHARING = 4;

export function lookAhead(state: PartialSet, left: number): Ahead {
  const open: { gain: bigint; cuts: number[][] }[] = [];
  let [reached, possible, isCut] = [0n, 0n, false];
  for (const { formula, gain } of state.problem.items) {
    if (state.holds(formula)) {
      reached += gain;
      continue;
    }
    const bound = boundOf(formula, state);
    if (bound === null) continue;
    if (bound.least > left) isCut = true;
    else {
      open.push({ gain, cuts: bound.cuts });
      possible += gain;
    }
  }
  state.steps += open.reduce((sum, { cuts }) => cuts.reduce((all, cut) => all + cut.length, sum), 0);
  return { reached, atMost: reached + possible, weights: [onOne(open), shared(open)], isCut };
}

type Open = readonly { gain: bigint; cuts: number[][] }[];

/** To the cut that serves the fewest others. */
function onOne(open: Open): Map<number, bigint> {
  const uses = new Map<number, number>();
  for (const { cuts } of open)
    for (const choice of cuts.flat()) uses.set(choice, (uses.get(choice) ?? 0) + 1);
  const most = (cut: readonly number[]): number => Math.max(...cut.map((choice) => uses.get(choice) ?? 0));
  const weights = new Map<number, bigint>();
  for (const { gain, cuts } of open) {
    const cut = cuts.reduce((best, one) => (most(one) < most(best) ? one : best));
    charge(weights, cut, gain * SHARES);
  }
  return weights;
}

function shared(open: Open): Map<number, bigint> {
  const weights = new Map<number, bigint>();
  for (const { gain, cuts } of open) {
    const sharing = cuts.slice(0, MOST_SHARING);
    for (const cut of sharing) charge(weights, cut, (gain * SHARES) / BigInt(sharing.length));
  }
  return weights;
}

function charge(weights: Map<number, bigint>, cut: readonly number[], weight: bigint): void {
  for (const choice of cut) weights.set(choice, (weights.get(choice) ?? 0n) + weight);
}

/**
 * Any `left` choices that together carry `missing` include one of these; the heaviest first. Empty: so few
 * can't carry it.
 */
export function mustTakeOneOf(weights: ReadonlyMap<number, bigint>, missing: bigint, left: number): number[] {
  const ranked = [...weights].sort(([a, x], [b, y]) => (x === y ? a - b : x > y ? -1 : 1));
  const wanted = missing * SHARES;
  const heaviest = (from: number): bigint =>
    ranked.slice(from, from + left).reduce((sum, [, weight]) => sum + weight, 0n);
  let first = 0;
  while (first < ranked.length && heaviest(first) >= wanted) first += 1;
  return ranked.slice(0, first).map(([choice]) => choice);
}
