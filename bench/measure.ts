/** Milliseconds of each kind of work, measured in turn so that the machine's moods fall on all alike. */
export async function measure<K extends string>(
  works: Record<K, () => Promise<unknown>>,
  { rounds, before }: { rounds: number; before?: () => Promise<unknown> },
): Promise<Record<K, Times>> {
  const names = Object.keys(works) as K[];
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  const warming = Math.ceil(rounds / 5);
  for (let round = -warming; round < rounds; round += 1) {
    for (const name of names) {
      await before?.();
      const start = performance.now();
      await works[name]();
      if (round >= 0) taken[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(names.map((name) => [name, timesOf(taken[name])])) as Record<K, Times>;
}

export interface Times {
  median: number;
  p95: number;
}

function timesOf(taken: readonly number[]): Times {
  const sorted = [...taken].sort((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return { median: at(0.5), p95: at(0.95) };
}
