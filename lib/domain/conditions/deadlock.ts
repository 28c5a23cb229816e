// Pledges that wait for each other. A cycle that something outside can open is no deadlock. One that stays shut even if
// everything outside goes well is.
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

/** Strongly connected components of the pledge-to-pledge conditions, where they contain a cycle. */
export function cyclesAmong(pledges: readonly WaitingOn[], truthOf: TruthOf): Cycle[] {
  const byReference = new Map(pledges.map((one) => [one.reference, one]));
  return componentsOf(byReference)
    .filter((members) => members.length > 1 || waitsForItself(members, byReference))
    .map((members) => cycleOf(members.sort(), byReference, truthOf))
    .sort((a, b) => compare(a.pledges[0] ?? "", b.pledges[0] ?? ""));
}

function cycleOf(members: string[], byReference: ReadonlyMap<string, WaitingOn>, truthOf: TruthOf): Cycle {
  const inside = new Set(members);
  const pledges = members.flatMap((reference) => byReference.get(reference) ?? []);
  const participants = [...new Set(pledges.map(({ participant }) => participant))].sort();
  return {
    pledges: members,
    participants,
    isDeadlock:
      participants.length > 1 && pledges.every(({ condition }) => !opens(condition, inside, truthOf)),
    since: latest(pledges.map(({ conditionSetOn }) => conditionSetOn)),
  };
}

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

/** Each edge once, by the best word for it: it is our reading only where nothing else says so. */
export function edgesWithin({ pledges }: Cycle, waiting: readonly WaitingOn[]): Edge[] {
  const inside = new Set(pledges);
  const edges = new Map<string, Edge>();
  for (const { reference: from, condition } of waiting.filter(({ reference }) => inside.has(reference)))
    for (const leaf of leavesOf(condition)) {
      if (!("pledge" in leaf) || !inside.has(leaf.pledge)) continue;
      const edge = { from, to: leaf.pledge, atLeast: leaf.atLeast, basis: leaf.basis ?? null };
      const key = `${from} ${leafKey(leaf)}`;
      const known = edges.get(key);
      if (!known || isFirmer(edge.basis, known.basis)) edges.set(key, edge);
    }
  return [...edges.values()];
}

const BY_WORD: readonly Edge["basis"][] = ["STATED", "REPORTED", null, "INFERRED"];

/** Whether the first is a better word than the second. */
export const isFirmer = (one: Edge["basis"], other: Edge["basis"]): boolean =>
  BY_WORD.indexOf(one) < BY_WORD.indexOf(other);

/** Whether some of its pledges still wait for each other, and nothing opens it, without what is only our reading. */
export function isDeadlockAsSaid(
  { pledges }: Cycle,
  waiting: readonly WaitingOn[],
  truthOf: TruthOf,
): boolean {
  const inside = new Set(pledges);
  const said = waitingWithoutInferred(waiting.filter(({ reference }) => inside.has(reference)));
  return cyclesAmong(said, truthOf).some(({ isDeadlock }) => isDeadlock);
}

/** Whether it becomes true with outside leaves free and inside leaves as they are. */
const opens = (condition: Condition, inside: ReadonlySet<string>, truthOf: TruthOf): boolean =>
  couldBe(condition, true, (leaf) => (isWithin(leaf, inside) ? truthOf(leaf) : undefined));

const isWithin = (leaf: Leaf, inside: ReadonlySet<string>): boolean =>
  "pledge" in leaf && inside.has(leaf.pledge);

const waitsForItself = (members: readonly string[], byReference: ReadonlyMap<string, WaitingOn>): boolean =>
  members.some((reference) => edgesFrom(byReference.get(reference)).includes(reference));

const edgesFrom = (pledge: WaitingOn | undefined): string[] =>
  leavesOf(pledge?.condition ?? null).flatMap((leaf) => ("pledge" in leaf ? [leaf.pledge] : []));

/** Tarjan's, without recursion: a chain of conditions may be as long as the register. */
function componentsOf(byReference: ReadonlyMap<string, WaitingOn>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stacked = new Set<string>();
  const stack: string[] = [];
  const components: string[][] = [];
  const enter = (reference: string): { reference: string; edges: string[]; next: number } => {
    index.set(reference, index.size);
    low.set(reference, index.size - 1);
    stack.push(reference);
    stacked.add(reference);
    const edges = edgesFrom(byReference.get(reference)).filter((to) => byReference.has(to));
    return { reference, edges, next: 0 };
  };
  const lower = (reference: string, to: number): void =>
    void low.set(reference, Math.min(low.get(reference) ?? to, to));
  for (const root of byReference.keys()) {
    if (index.has(root)) continue;
    const path = [enter(root)];
    for (let here = path.at(-1); here !== undefined; here = path.at(-1)) {
      const to = here.edges[here.next];
      here.next += 1;
      if (to !== undefined) {
        if (!index.has(to)) path.push(enter(to));
        else if (stacked.has(to)) lower(here.reference, index.get(to) ?? 0);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above) lower(above.reference, low.get(here.reference) ?? 0);
      if (low.get(here.reference) === index.get(here.reference)) {
        const members = stack.splice(stack.lastIndexOf(here.reference));
        for (const member of members) stacked.delete(member);
        components.push(members);
      }
    }
  }
  return components;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
