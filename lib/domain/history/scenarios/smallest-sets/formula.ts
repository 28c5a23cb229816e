// A condition as a formula of what decisions can bring about: "k of these parts hold" over ranges of a
// variable. NOT only inverts a range, so the formula is true exactly where the condition is, unknown being
// neither.
import { isLeaf, neededOf, partsOf, type Condition, type Leaf } from "../../../pledge/condition";

/** A trigger, an approval, the stage of a pledge or a number: one value, which a decision may change. */
export interface Variable {
  /** For the order; unique. */
  key: string;
  now: number;
}

/** The variable's value is in this range, both ends included. */
export interface Literal {
  variable: number;
  from: number;
  to: number;
}

/** So many of the parts hold. */
export interface FormulaGroup {
  needed: number;
  parts: Formula[];
}

export type Formula = Literal | FormulaGroup;

export const HOLDS_ALWAYS: FormulaGroup = { needed: 0, parts: [] };
export const HOLDS_NEVER: FormulaGroup = { needed: 1, parts: [] };

export const isLiteral = (formula: Formula): formula is Literal => "variable" in formula;

export const allOf = (parts: Formula[]): FormulaGroup => ({ needed: parts.length, parts });

/** `literal`: that the leaf is true, or is false. */
export function formulaOf(
  condition: Condition,
  literal: (leaf: Leaf, wanted: boolean) => Formula,
  wanted = true,
): Formula {
  if ("not" in condition) return formulaOf(condition.not, literal, !wanted);
  if (isLeaf(condition)) return literal(condition, wanted);
  const parts = partsOf(condition);
  const needed = neededOf(condition);
  return {
    needed: wanted ? needed : parts.length - needed + 1,
    parts: parts.map((part) => formulaOf(part, literal, wanted)),
  };
}
