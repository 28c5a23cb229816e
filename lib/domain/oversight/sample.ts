// Records drawn by a seed: those whose names, put behind the seed, have the least SHA-256. So nobody can steer what is
// drawn but by choosing the seed, and whoever has the seed and the names draws the same.
import type { RecordKind } from "./record-key";

export const SAMPLED = {
  pledges: "pledge",
  approvals: "approval",
  sources: "source",
  participants: "participant",
  triggers: "trigger",
  requirements: "requirement",
  offers: "offer",
  deliveries: "delivery",
} as const satisfies Record<string, RecordKind>;
export type Sampled = keyof typeof SAMPLED;
export const SAMPLED_NAMES = Object.keys(SAMPLED) as Sampled[];

export const LONGEST_SEED = 64;
export const MOST_DRAWN = 200;

export interface Draw {
  key: string;
  /** SHA-256 of seed and key, in hexadecimal digits. */
  digest: string;
}

/** What is hashed. */
const drawnText = (seed: string, key: string): string => `${seed}${key}`;

/** `keys` in any order, each once; `sha256` of a text in UTF-8. */
export function drawn(
  keys: readonly string[],
  { seed, n }: { seed: string; n: number },
  sha256: (text: string) => string,
): Draw[] {
  const least: Draw[] = [];
  for (const key of keys) {
    const draw = { key, digest: sha256(drawnText(seed, key)) };
    if (least.length === n && !isBefore(draw, least.at(-1))) continue;
    least.splice(placeOf(least, draw), 0, draw);
    if (least.length > n) least.pop();
  }
  return least;
}

function placeOf(least: readonly Draw[], draw: Draw): number {
  let [low, high] = [0, least.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(draw, least[middle])) high = middle;
    else low = middle + 1;
  }
  return low;
}

const isBefore = (a: Draw, b: Draw | undefined): boolean =>
  b !== undefined && (a.digest < b.digest || (a.digest === b.digest && a.key < b.key));
