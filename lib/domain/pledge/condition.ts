// What must hold before a pledge can start: ALL, ANY, NOT over leaves, in three values (Kleene). An unknown leaf makes
// the whole unknown where it matters, and unknown isn't enough to start.
import { canonical, type Json } from "../base/canonical";
import type { LadderStage } from "./stages";

export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | Leaf;
export type Leaf = TriggerLeaf | ApprovalLeaf | PledgeLeaf;
export interface TriggerLeaf {
  trigger: string;
}
/** The approval of this id is given, or isn't needed after all. */
export interface ApprovalLeaf {
  approval: string;
}
/** The pledge of this reference is at the stage or beyond. */
export interface PledgeLeaf {
  pledge: string;
  atLeast: LadderStage;
}

/** null is unknown. */
export type Truth = boolean | null;
export type TruthOf = (leaf: Leaf) => Truth;

export const MOST_LEAVES = 100;
export const DEEPEST = 6;

export const isActionable = (condition: Condition | null, truthOf: TruthOf): boolean =>
  condition === null || evaluate(condition, truthOf) === true;

export function evaluate(condition: Condition, truthOf: TruthOf): Truth {
  if ("all" in condition) return all(condition.all.map((part) => evaluate(part, truthOf)));
  if ("any" in condition) return not(all(condition.any.map((part) => not(evaluate(part, truthOf)))));
  if ("not" in condition) return not(evaluate(condition.not, truthOf));
  return truthOf(condition);
}

/** Whether a part can reach `wanted`, with the given leaves fixed and all others free. */
export function couldBe(part: Condition, wanted: boolean, given: (leaf: Leaf) => Truth | undefined): boolean {
  if ("not" in part) return couldBe(part.not, !wanted, given);
  const parts = partsOf(part);
  if (parts === null) {
    const value = given(part as Leaf);
    return value === undefined || value === wanted;
  }
  return "all" in part === wanted
    ? parts.every((one) => couldBe(one, wanted, given))
    : parts.some((one) => couldBe(one, wanted, given));
}

/** A leaf that keeps a condition from being true, and the value it would need. */
export interface Deciding {
  leaf: Leaf;
  wanted: boolean;
}

/**
 * The leaves that decide: the condition isn't true, and each is part of a smallest change that makes it true. A false
 * leaf in a satisfied ANY decides nothing. Under NOT the wanted value flips. Unknown is never enough.
 */
export function decidingLeaves(condition: Condition, truthOf: TruthOf): Deciding[] {
  const found = new Map<string, Deciding>();
  for (const one of inTheWay(condition, true, truthOf)) {
    const key = `${leafKey(one.leaf)} ${one.wanted}`;
    if (!found.has(key)) found.set(key, one);
  }
  return [...found.values()];
}

/** The leaves that keep a part from the wanted value. */
function inTheWay(part: Condition, wanted: boolean, truthOf: TruthOf): Deciding[] {
  if (evaluate(part, truthOf) === wanted) return [];
  if ("not" in part) return inTheWay(part.not, !wanted, truthOf);
  const parts = partsOf(part);
  if (parts === null) return [{ leaf: part as Leaf, wanted }];
  return parts.flatMap((one) => inTheWay(one, wanted, truthOf));
}

/** In the order written, with repetitions. */
export function leavesOf(condition: Condition | null): Leaf[] {
  const found: Leaf[] = [];
  if (condition !== null) collect(condition, found);
  return found;
}

/** Into one list: a register has many conditions, and most are short. */
function collect(part: Condition, found: Leaf[]): void {
  if ("not" in part) return collect(part.not, found);
  const parts = partsOf(part);
  if (parts === null) found.push(part as Leaf);
  else for (const one of parts) collect(one, found);
}

/** Without repetitions. */
export function atomsOf(condition: Condition | null): Leaf[] {
  return [...new Map(leavesOf(condition).map((leaf) => [leafKey(leaf), leaf])).values()];
}

export const leafKey = (leaf: Leaf): string =>
  "trigger" in leaf
    ? `trigger ${leaf.trigger}`
    : "approval" in leaf
      ? `approval ${leaf.approval}`
      : `pledge ${leaf.pledge} ${leaf.atLeast}`;

/** The nesting depth of groups; a single leaf is 0. */
export function depthOf(condition: Condition): number {
  if ("not" in condition) return 1 + depthOf(condition.not);
  const parts = partsOf(condition);
  return parts === null ? 0 : 1 + Math.max(0, ...parts.map(depthOf));
}

/** Same structure, part by part; logically equal conditions written differently are not the same. */
export const isSameCondition = (a: Condition | null, b: Condition | null): boolean =>
  canonical(a as Json) === canonical(b as Json);

export const isLeaf = (condition: Condition): condition is Leaf =>
  !("all" in condition || "any" in condition || "not" in condition);

function partsOf(condition: Condition): Condition[] | null {
  if ("all" in condition) return condition.all;
  return "any" in condition ? condition.any : null;
}

const all = (values: readonly Truth[]): Truth =>
  values.includes(false) ? false : values.includes(null) ? null : true;

export const not = (value: Truth): Truth => (value === null ? null : !value);
