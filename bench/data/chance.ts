/** Repeatable random numbers: the same seed gives the same sequence (mulberry32). */
export interface Chance {
  odds: (probability: number) => boolean;
  /** A whole number from 0 to `most`, both included. */
  upTo: (most: number) => number;
  of: <T>(choices: readonly T[]) => T;
  id: () => string;
}

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const upTo = (most: number): number => Math.floor(next() * (most + 1));
  const hex = (length: number): string => Array.from({ length }, () => upTo(15).toString(16)).join("");
  return {
    odds: (probability) => next() < probability,
    upTo,
    of: <T>(choices: readonly T[]): T => {
      const chosen = choices[upTo(choices.length - 1)];
      if (chosen === undefined) throw new RangeError("nothing to choose from");
      return chosen;
    },
    id: () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`,
  };
}
