// What is searched: which variables may be decided, what is to be reached, and what may not be exceeded.
import type { Formula, Literal, Variable } from "./formula";

/** Gives one variable one value. */
export interface OpenChoice {
  variable: number;
  value: number;
  /** What must hold as well, so that this may be decided. */
  needs: Literal[];
}

/** Adds its gain to what is reached, while the formula holds. */
export interface Item {
  formula: Formula;
  gain: bigint;
}

/** What is set aside of several pledges may not exceed this, unless it does so already by as much. */
export interface SharedLimit {
  /** The approval that sets it has been given. */
  given: Literal;
  most: bigint;
  /** Of parts of one unit the largest counts. */
  parts: { unit: string; allocated: Literal; low: bigint; raised: Literal | null; high: bigint }[];
}

export interface SearchProblem {
  variables: Variable[];
  choices: OpenChoice[];
  items: Item[];
  limits: SharedLimit[];
  need: bigint;
}
