// Conditions with our reading, or without it: then each inferred leaf counts as holding, under NOT as not holding, and a
// leaf counts only where its value can still matter.
import type { Condition, Leaf, Truth } from "@/lib/domain/pledge/condition";
import type { Reading } from "@/lib/domain/conditions/without-inferred";
import { asNumber, byNumbers } from "../any/random-conditions";
import { leavesIn } from "./trying";

/** For each leaf, in the order written, the value that helps the whole to be true. */
export function helpful(part: Condition, wanted = true): boolean[] {
  if ("not" in part) return helpful(part.not, !wanted);
  const parts = "all" in part ? part.all : "any" in part ? part.any : "kOf" in part ? part.of : null;
  return parts === null ? [wanted] : parts.flatMap((one) => helpful(one, wanted));
}

export interface Read {
  leaves: Leaf[];
  /** Which of them count. */
  counting: Leaf[];
  /** 0, 1 or 2: with the leaves as said; what is fixed stays as it is fixed. */
  value: (truthOf: (leaf: Leaf) => Truth) => number;
  /** True in one of all ways in which leaves may turn out for which nothing is said. */
  couldBeTrue: (given: (leaf: Leaf) => Truth | undefined) => boolean;
}

export function read(condition: Condition, reading: Reading): Read {
  const leaves = leavesIn(condition);
  const helping = helpful(condition);
  const isFixed = leaves.map(({ basis }) => reading === "without" && basis === "INFERRED");
  const valueOf = byNumbers(condition);
  const values = (truths: readonly (Truth | undefined)[]): number[] =>
    leaves.map((_, place) => asNumber(isFixed[place] ? (helping[place] ?? null) : (truths[place] ?? null)));

  /** Every way in which these places may turn out, over what the others are. */
  const ways = function* (free: readonly number[], truths: readonly (Truth | undefined)[]) {
    const all = values(truths);
    for (let way = 0; way < 1 << free.length; way += 1) {
      free.forEach((place, bit) => (all[place] = way & (1 << bit) ? 2 : 0));
      yield all;
    }
  };
  const open = leaves.flatMap((_, place) => (isFixed[place] ? [] : [place]));
  const matters = (place: number): boolean => {
    for (const way of ways(
      open.filter((one) => one !== place),
      [],
    )) {
      const [low, high] = [0, 2].map((value) => valueOf(way.with(place, value)));
      if (low !== high) return true;
    }
    return false;
  };
  return {
    leaves,
    counting: reading === "with" ? leaves : open.filter(matters).flatMap((place) => leaves[place] ?? []),
    value: (truthOf) => valueOf(values(leaves.map(truthOf))),
    couldBeTrue: (given) => {
      const truths = leaves.map(given);
      const free = open.filter((place) => truths[place] === undefined);
      for (const way of ways(free, truths)) if (valueOf(way) === 2) return true;
      return false;
    },
  };
}
