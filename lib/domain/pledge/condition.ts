// What must hold before a pledge can start: ALL, ANY, NOT over leaves, in three values (Kleene): a leaf nobody knows of
// makes the whole unknown where it matters, and unknown isn't enough to start.
import { canonical, type Json } from "../base/canonical";
import type { LadderStage } from "./stages";

export type Condition = { all: Condition[] } | { any: Condition[] } | { not: Condition } | Leaf;
export type Leaf = TriggerLeaf | ApprovalLeaf | PledgeLeaf;
/** The trigger of this code is met. */
export interface TriggerLeaf {
  trigger: string;
}
/** The approval of this id is given, or turned out not to be needed. */
export interface ApprovalLeaf {
  approval: string;
}
/** The pledge of this reference stands at the stage or beyond. */
export interface PledgeLeaf {
  pledge: string;
  atLeast: LadderStage;
}

/** null is unknown. */
export type Truth = boolean | null;
export type TruthOf = (leaf: Leaf) => Truth;

export const MOST_LEAVES = 100;
export const DEEPEST = 6;

/** A pledge is actionable when its condition is true, or it has none. */
export const isActionable = (condition: Condition | null, truthOf: TruthOf): boolean =>
  condition === null || evaluate(condition, truthOf) === true;

export function evaluate(condition: Condition, truthOf: TruthOf): Truth {
  if ("all" in condition) return all(condition.all.map((part) => evaluate(part, truthOf)));
  if ("any" in condition) return not(all(condition.any.map((part) => not(evaluate(part, truthOf)))));
  if ("not" in condition) return not(evaluate(condition.not, truthOf));
  return truthOf(condition);
}

/** Whether a part reaches a value when the leaves that are given are so, and every other one is as one would wish. */
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

/** A leaf that keeps a condition from being true, and what it would have to be. */
export interface Deciding {
  leaf: Leaf;
  wanted: boolean;
}

/**
 * The leaves that decide: the condition isn't true, and each of them is part of a least change that would make it so. A
 * false leaf in a satisfied ANY decides nothing; under NOT the sense turns; unknown is taken as not enough either way.
 */
export function decidingLeaves(condition: Condition, truthOf: TruthOf): Deciding[] {
  const found = new Map<string, Deciding>();
  for (const one of inTheWay(condition, true, truthOf)) {
    const key = `${leafKey(one.leaf)} ${one.wanted}`;
    if (!found.has(key)) found.set(key, one);
  }
  return [...found.values()];
}

/** What keeps a part from the value wanted of it. */
function inTheWay(part: Condition, wanted: boolean, truthOf: TruthOf): Deciding[] {
  if (evaluate(part, truthOf) === wanted) return [];
  if ("not" in part) return inTheWay(part.not, !wanted, truthOf);
  const parts = partsOf(part);
  if (parts === null) return [{ leaf: part as Leaf, wanted }];
  return parts.flatMap((one) => inTheWay(one, wanted, truthOf));
}

/** Every leaf, in the order written, as often as it is written. */
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

/** The leaves of a condition, each once. */
export function atomsOf(condition: Condition | null): Leaf[] {
  return [...new Map(leavesOf(condition).map((leaf) => [leafKey(leaf), leaf])).values()];
}

export const leafKey = (leaf: Leaf): string =>
  "trigger" in leaf
    ? `trigger ${leaf.trigger}`
    : "approval" in leaf
      ? `approval ${leaf.approval}`
      : `pledge ${leaf.pledge} ${leaf.atLeast}`;

/** How deep groups lie in each other; a leaf alone is 0. */
export function depthOf(condition: Condition): number {
  if ("not" in condition) return 1 + depthOf(condition.not);
  const parts = partsOf(condition);
  return parts === null ? 0 : 1 + Math.max(0, ...parts.map(depthOf));
}

/** Written alike, part by part. */
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
