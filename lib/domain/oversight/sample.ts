// Records drawn by a seed: those with the lowest SHA-256 of seed and name. Only the choice of the seed can steer the
// draw. Anyone with seed and names draws the same.
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

const drawnText = (seed: string, key: string): string => `${seed}${key}`;

/** `keys` in any order, without duplicates; `sha256` hashes a text in UTF-8. */
export function drawSample(
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
