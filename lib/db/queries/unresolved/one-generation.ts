import { CURRENT_GENERATION } from "../../sql/generation";
import { ask } from "../../sql/ask";
import { raw, sql } from "../../sql/sql";

/**
 * Runs several queries in one generation. They run again if a trigger that many wait for changed in between; the last
 * of MOST_TURNS runs counts regardless.
 */
export async function inOneGeneration<T>(work: () => Promise<T>): Promise<T> {
  for (let turn = 1; ; turn += 1) {
    const before = await findWorld();
    const answer = await work();
    if (before === (await findWorld()) || turn === MOST_TURNS) return answer;
  }
}

/** A generation ends when a person changes a trigger, so three runs are enough. */
const MOST_TURNS = 3;

async function findWorld(): Promise<number> {
  const [row] = await ask<{ generation: number }>(sql`SELECT ${raw(CURRENT_GENERATION)} AS generation`);
  return row?.generation ?? 0;
}
