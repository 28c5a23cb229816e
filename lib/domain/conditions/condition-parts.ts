// A condition part by part, as a page shows it: what holds, and which leaves keep the whole from holding.
import {
  evaluate,
  isLeaf,
  not,
  type Condition,
  type Leaf,
  type Truth,
  type TruthOf,
} from "../pledge/condition";

export interface ConditionPart {
  /** Where it stands in the whole, as errors name it: `all.0.not`. Of the whole: "". */
  path: string;
  /** Said the other way round: `truth` is that of "not this". */
  negated: boolean;
  /** How the parts below belong together; null for a leaf. */
  of: "all" | "any" | null;
  leaf: Leaf | null;
  truth: Truth;
  /** Of a leaf: part of a least change that would make the whole true. */
  decides: boolean;
  parts: ConditionPart[];
}

/** A negation is no part of its own: it turns what it is of. */
export const conditionParts = (condition: Condition, truthOf: TruthOf): ConditionPart =>
  partAt(condition, { path: "", negated: false, wanted: true }, truthOf);

interface Place {
  path: string;
  negated: boolean;
  /** What the whole wants of this part; null where an answer above is enough already. */
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
    return { path, negated, of: null, leaf: condition, truth, decides: open !== null, parts: [] };
  const of = "all" in condition ? "all" : "any";
  const members = "all" in condition ? condition.all : condition.any;
  const parts = members.map((one, index) =>
    partAt(one, { path: below(path, `${of}.${index}`), negated: false, wanted: open }, truthOf),
  );
  return { path, negated, of, leaf: null, truth, decides: false, parts };
}

const below = (path: string, step: string): string => (path === "" ? step : `${path}.${step}`);
