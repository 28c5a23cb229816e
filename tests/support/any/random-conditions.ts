// Conditions of up to twelve leaves from a small stock, so that leaves repeat; and a second evaluation, by numbers,
// which shares nothing with the first.
import fc from "fast-check";
import { LEAF_BASES, type Condition, type Leaf, type Truth } from "@/lib/domain/pledge/condition";
import { LADDER } from "@/lib/domain/pledge/stages";

export const MOST = 12;

/** With the requested number of leaves, split into groups at random. */
export function anyCondition(leaf: fc.Arbitrary<Leaf>, most = MOST): fc.Arbitrary<Condition> {
  return fc
    .array(fc.record({ leaf, depth: fc.nat({ max: 3 }), not: fc.nat({ max: 3 }) }), {
      minLength: 1,
      maxLength: most,
    })
    .chain((leaves) =>
      fc
        .array(
          fc.record({
            of: fc.constantFrom("all", "any", "kOf"),
            k: fc.nat(),
            not: fc.nat({ max: 3 }),
            take: fc.integer({ min: 1, max: 4 }),
          }),
          {
            minLength: 1,
            maxLength: 12,
          },
        )
        .map((groups) =>
          grown(
            leaves.map((one) => turned(one.leaf, one.not)),
            groups,
          ),
        ),
    );
}

interface Group {
  of: "all" | "any" | "kOf";
  k: number;
  not: number;
  take: number;
}

/** Each group takes some parts from the front and is appended at the back; the last one takes the rest. */
function grown(parts: Condition[], groups: readonly Group[]): Condition {
  let left = parts;
  for (const group of groups) {
    const [taken, rest] = [left.slice(0, group.take), left.slice(group.take)];
    if (rest.length === 0) break;
    left = [...rest, turned(joined(group, taken), group.not)];
  }
  const [only] = left;
  const last = groups.at(-1);
  if ((left.length === 1 && only) || last === undefined) return only ?? { all: [] };
  return turned(joined(last, left), last.not);
}

function joined({ of, k }: Group, parts: Condition[]): Condition {
  if (of === "kOf") return { kOf: 1 + (k % parts.length), of: parts };
  return of === "all" ? { all: parts } : { any: parts };
}

/** One in four is negated. */
const turned = (part: Condition, not: number): Condition => (not === 3 ? { not: part } : part);

const someBasis = { basis: fc.constantFrom(...LEAF_BASES) };
export const aTriggerLeaf: fc.Arbitrary<Leaf> = fc.record(
  { trigger: fc.constantFrom("A", "B", "C", "D", "E"), ...someBasis },
  { requiredKeys: ["trigger"] },
);
export const aPledgeLeaf = (references: readonly string[]): fc.Arbitrary<Leaf> =>
  fc.record(
    { pledge: fc.constantFrom(...references), atLeast: fc.constantFrom(...LADDER), ...someBasis },
    { requiredKeys: ["pledge", "atLeast"] },
  );

export const aTruth: fc.Arbitrary<Truth> = fc.constantFrom(true, false, null);

/** 0 is false, 1 unknown, 2 true: AND is the minimum, OR the maximum, K OF N the k-th largest, NOT the difference to 2. */
export function byNumbers(condition: Condition): (values: ArrayLike<number>) => number {
  let next = 0;
  const compile = (part: Condition): ((values: ArrayLike<number>) => number) => {
    if ("not" in part) {
      const inner = compile(part.not);
      return (values) => 2 - inner(values);
    }
    if ("kOf" in part) {
      const parts = part.of.map(compile);
      return (values) => parts.map((one) => one(values)).sort((a, b) => b - a)[part.kOf - 1] ?? 0;
    }
    if ("all" in part || "any" in part) {
      const parts = ("all" in part ? part.all : part.any).map(compile);
      const least = "all" in part;
      return (values) => {
        let found = least ? 2 : 0;
        for (const one of parts) found = least ? Math.min(found, one(values)) : Math.max(found, one(values));
        return found;
      };
    }
    const place = next;
    next += 1;
    return (values) => values[place] ?? 1;
  };
  return compile(condition);
}

export const asNumber = (truth: Truth): number => (truth === null ? 1 : truth ? 2 : 0);
