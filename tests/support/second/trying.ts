// Which leaves of a condition decide, by trying every set of leaves and every value for each.
import type { Condition, Leaf, Truth } from "@/lib/domain/pledge/condition";
import { asNumber, byNumbers } from "../any/random-conditions";

/** In the order written, with repetitions. */
export function leavesIn(condition: Condition): Leaf[] {
  if ("not" in condition) return leavesIn(condition.not);
  if ("all" in condition) return condition.all.flatMap(leavesIn);
  if ("any" in condition) return condition.any.flatMap(leavesIn);
  return "kOf" in condition ? condition.of.flatMap(leavesIn) : [condition];
}

/** 0 is false, 1 unknown, 2 true. */
export const valueOf = (condition: Condition, truthOf: (leaf: Leaf, place: number) => Truth): number =>
  byNumbers(condition)(leavesIn(condition).map((leaf, place) => asNumber(truthOf(leaf, place))));

/**
 * What is changed in a least set of changes that makes the whole true, and to what. Null: not among them, or it is true
 * already.
 */
export function decidingByTrying(whole: Condition, now: readonly Truth[]): (boolean | null)[] {
  const value = byNumbers(whole);
  const size = now.length;
  const values = new Uint8Array(now.map(asNumber));
  const none = now.map(() => null);
  if (value(values) === 2) return none;
  const enough = new Uint8Array(1 << size);
  /** Of a set that is exactly changed: which of its leaves became true. */
  const made = new Map<number, number>();
  const tryFrom = (place: number, changed: number, raised: number): void => {
    if (place === size) {
      if (value(values) !== 2) return;
      enough[changed] = 1;
      made.set(changed, raised);
      return;
    }
    const kept = values[place] ?? 1;
    const bit = 1 << place;
    tryFrom(place + 1, changed, raised);
    for (const other of [0, 2]) {
      if (other === kept) continue;
      values[place] = other;
      tryFrom(place + 1, changed | bit, other === 2 ? raised | bit : raised);
    }
    values[place] = kept;
  };
  tryFrom(0, 0, 0);
  // A larger set need not be tried: a set is enough when one within it is.
  for (let place = 0; place < size; place += 1)
    for (let set = 0; set < enough.length; set += 1)
      if (set & (1 << place) && enough[set ^ (1 << place)]) enough[set] = 1;
  const wanted: (boolean | null)[] = none;
  for (const [set, raised] of made) {
    const members = now.map((_, place) => place).filter((place) => set & (1 << place));
    if (members.some((place) => enough[set ^ (1 << place)])) continue;
    for (const place of members) wanted[place] = (raised & (1 << place)) !== 0;
  }
  return wanted;
}

/** Whether it is true in one of all ways in which the leaves that aren't given may turn out, each by itself. */
export function couldBeTrue(
  whole: Condition,
  given: (leaf: Leaf, place: number) => Truth | undefined,
): boolean {
  const value = byNumbers(whole);
  const known = leavesIn(whole).map(given);
  const free = known.flatMap((truth, place) => (truth === undefined ? [place] : []));
  const values = known.map((truth) => (truth === undefined ? 0 : asNumber(truth)));
  for (let way = 0; way < 1 << free.length; way += 1) {
    free.forEach((place, bit) => (values[place] = way & (1 << bit) ? 2 : 0));
    if (value(values) === 2) return true;
  }
  return false;
}
