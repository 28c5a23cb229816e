// What must hold before a pledge can start: ALL, ANY, K OF N, NOT over leaves, in three values (Kleene). An unknown leaf
// makes the whole unknown where it matters, and unknown isn't enough to start.
import { isSameJson, type Json } from "../base/canonical";
import type { LadderStage } from "./stages";

export type Condition = ConditionGroup | { not: Condition } | Leaf;
/** `kOf`: at least this many parts hold. */
export type ConditionGroup = { all: Condition[] } | { any: Condition[] } | { kOf: number; of: Condition[] };
export type Leaf = (TriggerLeaf | ApprovalLeaf | PledgeLeaf) & Grounds;
export interface TriggerLeaf {
  trigger: string;
}
/** The approval of this id is given, or isn't needed after all. */
export interface ApprovalLeaf {
  approval: string;
}
/** The pledge of this reference, or the one that replaced it, is at the stage or beyond. */
export interface PledgeLeaf {
  pledge: string;
  atLeast: LadderStage;
}

/** The participant said so, others say so, or it is our reading. */
export const LEAF_BASES = ["STATED", "REPORTED", "INFERRED"] as const;
export type LeafBasis = (typeof LEAF_BASES)[number];
/** Why we say that the pledge waits for it. Conditions from before bases were recorded say nothing. */
export interface Grounds {
  basis?: LeafBasis;
  /** Ids of the pledge's evidence it rests on. */
  evidence?: string[];
}

/** null is unknown. */
export type Truth = boolean | null;
export type TruthOf = (leaf: Leaf) => Truth;

export const MOST_LEAVES = 100;
export const DEEPEST = 6;

export const isActionable = (condition: Condition | null, truthOf: TruthOf): boolean =>
  condition === null || evaluate(condition, truthOf) === true;

export function evaluate(condition: Condition, truthOf: TruthOf): Truth {
  if ("not" in condition) return not(evaluate(condition.not, truthOf));
  if (isLeaf(condition)) return truthOf(condition);
  const parts = partsOf(condition).map((part) => evaluate(part, truthOf));
  const needed = neededOf(condition);
  if (parts.filter((truth) => truth === true).length >= needed) return true;
  return parts.filter((truth) => truth !== false).length < needed ? false : null;
}

/** Whether a part can reach `wanted`, with the given leaves fixed and all others free. */
export function couldBe(part: Condition, wanted: boolean, given: (leaf: Leaf) => Truth | undefined): boolean {
  if ("not" in part) return couldBe(part.not, !wanted, given);
  if (isLeaf(part)) {
    const value = given(part);
    return value === undefined || value === wanted;
  }
  return partsOf(part).filter((one) => couldBe(one, wanted, given)).length >= neededFor(part, wanted);
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
  if (isLeaf(part)) return [{ leaf: part, wanted }];
  return partsOf(part).flatMap((one) => inTheWay(one, wanted, truthOf));
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
  if (isLeaf(part)) found.push(part);
  else for (const one of partsOf(part)) collect(one, found);
}

/**
 * The condition with each leaf as `changed` returns it. A leaf for which it returns null is left out as
 * holding already (under NOT: as not holding). Null if the whole then holds.
 */
export function withLeaves(
  condition: Condition,
  changed: (leaf: Leaf) => Condition | null,
): Condition | null {
  return rebuilt(condition, true, changed);
}

function rebuilt(
  part: Condition,
  wanted: boolean,
  changed: (leaf: Leaf) => Condition | null,
): Condition | null {
  if (isLeaf(part)) return changed(part);
  if ("not" in part) {
    const inner = rebuilt(part.not, !wanted, changed);
    return inner === null ? null : { not: inner };
  }
  const parts = partsOf(part).flatMap((one) => rebuilt(one, wanted, changed) ?? []);
  const left = neededFor(part, wanted) - (partsOf(part).length - parts.length);
  if (left <= 0) return null;
  if ("all" in part) return { all: parts };
  if ("any" in part) return { any: parts };
  return { kOf: wanted ? left : part.kOf, of: parts };
}

/** Without leaves that are only our reading: such a leaf counts as holding, under NOT as not holding. */
export const withoutInferred = (condition: Condition): Condition | null =>
  withLeaves(condition, (leaf) => (leaf.basis === "INFERRED" ? null : leaf));

/** If not, its pledge is in no cycle of conditions. */
export const namesPledges = (condition: Condition | null): boolean =>
  leavesOf(condition).some((leaf) => "pledge" in leaf);

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
  return isLeaf(condition) ? 0 : 1 + Math.max(0, ...partsOf(condition).map(depthOf));
}

/** Same structure, part by part; logically equal conditions written differently are not the same. */
export const isSameCondition = (a: Condition | null, b: Condition | null): boolean =>
  isSameJson(a as Json, b as Json);

/** The same, whatever the basis of each leaf. */
export const asksTheSame = (a: Condition | null, b: Condition | null): boolean =>
  isSameCondition(a && withLeaves(a, withoutGrounds), b && withLeaves(b, withoutGrounds));

export const withoutGrounds = ({ basis: _basis, evidence: _evidence, ...leaf }: Leaf): Leaf => leaf;

export const isLeaf = (condition: Condition): condition is Leaf =>
  "trigger" in condition || "approval" in condition || "pledge" in condition;

export const partsOf = (group: ConditionGroup): Condition[] =>
  "all" in group ? group.all : "any" in group ? group.any : group.of;

/** How many parts must hold. */
export const neededOf = (group: ConditionGroup): number =>
  "all" in group ? group.all.length : "any" in group ? 1 : group.kOf;

/** How many parts must have the wanted value for the whole to have it. */
export const neededFor = (group: ConditionGroup, wanted: boolean): number =>
  wanted ? neededOf(group) : partsOf(group).length - neededOf(group) + 1;

export const not = (value: Truth): Truth => (value === null ? null : !value);
