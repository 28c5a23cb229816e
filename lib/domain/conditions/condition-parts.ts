// A condition part by part, for display: what holds, and which leaves keep the whole from holding.
import {
  evaluate,
  isLeaf,
  neededOf,
  not,
  partsOf,
  type Condition,
  type Leaf,
  type Truth,
  type TruthOf,
} from "../pledge/condition";

export interface ConditionPart {
  /** Its position in the whole, as in errors: `all.0.not`; "" for the whole. */
  path: string;
  /** `truth` is that of "not this". */
  negated: boolean;
  /** How the parts below are joined; null for a leaf. */
  of: "all" | "any" | "kOf" | null;
  /** How many of the parts below must hold. */
  needed: number;
  leaf: Leaf | null;
  truth: Truth;
  /** Of a leaf: part of a smallest change that would make the whole true. */
  decides: boolean;
  parts: ConditionPart[];
}

/** A negation isn't a part of its own: it marks the part below it. */
export const conditionParts = (condition: Condition, truthOf: TruthOf): ConditionPart =>
  partAt(condition, { path: "", negated: false, wanted: true }, truthOf);

interface Place {
  path: string;
  negated: boolean;
  /** The value the whole needs of this part; null where another part already settles it. */
  wanted: boolean | null;
}

function partAt(condition: Condition, { path, negated, wanted }: Place, truthOf: TruthOf): ConditionPart {
  if ("not" in condition) {
    const place = { path: below(path, "not"), negated: !negated, wanted: wanted === null ? null : !wanted };
    return partAt(condition.not, place, truthOf);
  }
  const value = evaluate(condition, truthOf);
  const open = wanted === null || value === wanted ? null : wanted;
  const truth = negated ? not(value) : value;
  if (isLeaf(condition))
    return { path, negated, of: null, needed: 0, leaf: condition, truth, decides: open !== null, parts: [] };
  const of = "all" in condition ? "all" : "any" in condition ? "any" : "kOf";
  const step = of === "kOf" ? "of" : of;
  const parts = partsOf(condition).map((one, index) =>
    partAt(one, { path: below(path, `${step}.${index}`), negated: false, wanted: open }, truthOf),
  );
  return { path, negated, of, needed: neededOf(condition), leaf: null, truth, decides: false, parts };
}

const below = (path: string, step: string): string => (path === "" ? step : `${path}.${step}`);
