// Takes turns, so that the machine's fluctuations affect all ways alike.

/** One way of doing a thing. `ready` prepares unmeasured, and returns the calls to measure, all made at once. */
export interface RoundWay {
  name: string;
  ready: (count: number) => Promise<readonly (() => Promise<unknown>)[]>;
}

/** Milliseconds of each call, alone and among sixteen, by the way's name. */
export interface RoundTimes {
  alone: Map<string, number[]>;
  crowd: Map<string, number[]>;
  failed: { name: string; why: unknown }[];
}

export const CROWD = 16;
/** Rounds before the first that counts, and rounds from one crowd to the next. */
const WARMING = 3;
const CROWD_EVERY = 4;

export async function takeTurns(
  ways: readonly RoundWay[],
  rounds: number,
  say: (round: number) => void,
): Promise<RoundTimes> {
  const results: RoundTimes = { alone: new Map(), crowd: new Map(), failed: [] };
  const turn = async (way: RoundWay, count: number, counts: boolean): Promise<void> => {
    const all = count === 1 ? results.alone : results.crowd;
    try {
      const times = await timed(way, count);
      if (counts) all.set(way.name, [...(all.get(way.name) ?? []), ...times]);
    } catch (why) {
      if (counts) results.failed.push({ name: way.name, why });
    }
  };
  for (let round = -WARMING; round < rounds; round += 1) {
    say(round);
    for (const way of ways) await turn(way, 1, round >= 0);
    if (round % CROWD_EVERY !== 0 && round !== -1) continue;
    for (const way of ways) await turn(way, CROWD, round >= 0);
  }
  return results;
}

async function timed({ ready }: RoundWay, count: number): Promise<number[]> {
  const calls = await ready(count);
  const times = await Promise.allSettled(
    calls.map(async (call) => {
      const start = performance.now();
      await call();
      return performance.now() - start;
    }),
  );
  return times.map((time) => {
    if (time.status === "rejected") throw time.reason;
    return time.value;
  });
}
