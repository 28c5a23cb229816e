// Pledges that wait for each other. A cycle that something outside can open is no deadlock. One that stays shut even if
// everything outside goes well is.
import { compareTexts } from "../base/listing";
import {
  atomsOf,
  couldBe,
  leafKey,
  leavesOf,
  type Condition,
  type Leaf,
  type LeafBasis,
  type TruthOf,
} from "../pledge/condition";
import { circlesAmong, circleSteps, runSteps } from "./circles";
import { isStrongerBasis } from "./basis";
import { waitingWithoutInferred } from "./without-inferred";
import { latest, type Day } from "../base/day";
import type { Pledge } from "../pledge/pledge";
import { isOpen, type LadderStage } from "../pledge/stages";

export interface WaitingOn {
  reference: string;
  participant: string;
  condition: Condition;
  conditionSetOn: Day;
}

/** Null: the pledge isn't open, or waits for nothing. */
export function waitingOf(
  pledge: Pick<Pledge, "reference" | "participant" | "condition" | "conditionSetOn" | "stage" | "voided">,
): WaitingOn | null {
  const { reference, participant, condition, conditionSetOn, stage, voided } = pledge;
  if (condition === null || conditionSetOn === null || voided !== null || !isOpen(stage)) return null;
  return { reference, participant, condition, conditionSetOn };
}

export interface Cycle {
  /** Sorted references. */
  pledges: string[];
  participants: string[];
  /** Two parties or more, and nothing outside opens it. */
  isDeadlock: boolean;
  /** The start of its youngest edge. */
  since: Day;
}

/**
 * Pledges in circles, each pledge in one. If some of a circle wait for one another although others in it can
 * start, they are a circle of their own, and so is the rest.
 */
export const cyclesAmong = (pledges: readonly WaitingOn[], truthOf: TruthOf): Cycle[] =>
  runSteps(cycleSteps(pledges, truthOf));

/** The same in small steps. */
export function* cycleSteps(pledges: readonly WaitingOn[], truthOf: TruthOf): Generator<void, Cycle[]> {
  const cycles: Cycle[] = [];
  for (const circle of yield* circleSteps(pledges)) {
    cycles.push(...partsOfCircle(circle, truthOf));
    yield;
  }
  return cycles.sort((a, b) => compareTexts(a.pledges[0] ?? "", b.pledges[0] ?? ""));
}

function partsOfCircle(circle: WaitingOn[], truthOf: TruthOf): Cycle[] {
  const shut = shutWithin(circle, truthOf);
  if (shut.length === 0) return [cycleOf(circle, false)];
  const within = referencesOf(shut.flat());
  const rest = circlesAmong(circle.filter(({ reference }) => !within.has(reference)));
  return [...shut.map((part) => cycleOf(part, true)), ...rest.map((part) => cycleOf(part, false))];
}

/**
 * The largest parts of a circle that nothing outside opens. A pledge that could start even if the whole
 * circle stayed as it is can't be in any; the rest is then examined in the same way.
 */
function shutWithin(circle: WaitingOn[], truthOf: TruthOf): WaitingOn[][] {
  const shut: WaitingOn[][] = [];
  const open = [circle];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const inside = referencesOf(part);
    const stuck = part.filter(({ condition }) => !opens(condition, inside, truthOf));
    if (stuck.length === part.length) shut.push(part);
    else open.push(...circlesAmong(stuck));
  }
  return shut;
}

function cycleOf(circle: readonly WaitingOn[], isShut: boolean): Cycle {
  const participants = [...new Set(circle.map(({ participant }) => participant))].sort();
  return {
    pledges: [...referencesOf(circle)].sort(),
    participants,
    isDeadlock: isShut && participants.length > 1,
    since: latest(circle.map(({ conditionSetOn }) => conditionSetOn)),
  };
}

const referencesOf = (pledges: readonly WaitingOn[]): Set<string> =>
  new Set(pledges.map(({ reference }) => reference));

/**
 * Leaves outside without which none of its pledges could start, given the state inside. Empty if nothing opens it, or
 * if there are several ways.
 */
export function openersOf(
  { pledges, isDeadlock }: Cycle,
  waiting: readonly WaitingOn[],
  truthOf: TruthOf,
): Leaf[] {
  if (isDeadlock) return [];
  const inside = new Set(pledges);
  const conditions = waiting
    .filter(({ reference }) => inside.has(reference))
    .map(({ condition }) => condition);
  const shut = (without: string): boolean =>
    conditions.every(
      (condition) =>
        !couldBe(condition, true, (leaf) =>
          isWithin(leaf, inside) ? truthOf(leaf) : leafKey(leaf) === without ? false : undefined,
        ),
    );
  // A cycle within one party, and shut: nothing outside opens it.
  if (conditions.every((condition) => !opens(condition, inside, truthOf))) return [];
  const outside = atomsOf({ all: conditions }).filter((leaf) => !isWithin(leaf, inside));
  return outside.filter((leaf) => truthOf(leaf) !== true && shut(leafKey(leaf)));
}

/** One pledge of the cycle waits for another to reach a stage. */
export interface Edge {
  from: string;
  to: string;
  atLeast: LadderStage;
  basis: LeafBasis | null;
}

/** Each edge once, with its strongest basis: our reading only where nothing else says so. */
export function edgesWithin({ pledges }: Cycle, waiting: readonly WaitingOn[]): Edge[] {
  const inside = new Set(pledges);
  const edges = new Map<string, Edge>();
  for (const { reference: from, condition } of waiting.filter(({ reference }) => inside.has(reference)))
    for (const leaf of leavesOf(condition)) {
      if (!("pledge" in leaf) || !inside.has(leaf.pledge)) continue;
      const edge = { from, to: leaf.pledge, atLeast: leaf.atLeast, basis: leaf.basis ?? null };
      const key = `${from} ${leafKey(leaf)}`;
      const known = edges.get(key);
      if (!known || isStrongerBasis(edge.basis, known.basis)) edges.set(key, edge);
    }
  return [...edges.values()];
}

/** Whether, without our own reading, some of its pledges still wait for each other and nothing opens it. */
export function isDeadlockAsStated(
  { pledges }: Cycle,
  waiting: readonly WaitingOn[],
  truthOf: TruthOf,
): boolean {
  const inside = new Set(pledges);
  const stated = waitingWithoutInferred(waiting.filter(({ reference }) => inside.has(reference)));
  return cyclesAmong(stated, truthOf).some(({ isDeadlock }) => isDeadlock);
}

/** Whether the condition becomes true with outside leaves free and inside leaves as they are. */
const opens = (condition: Condition, inside: ReadonlySet<string>, truthOf: TruthOf): boolean =>
  couldBe(condition, true, (leaf) => (isWithin(leaf, inside) ? truthOf(leaf) : undefined));

const isWithin = (leaf: Leaf, inside: ReadonlySet<string>): boolean =>
  "pledge" in leaf && inside.has(leaf.pledge);
