import { CURRENT_GENERATION } from "../../sql/generation";
import { ask } from "../../sql/ask";
import { raw, sql } from "../../sql/sql";

/**
 * What is asked in several questions, all answered in the same world: once more where a trigger that many wait for
 * changed in between.
 */
export async function inOneWorld<T>(work: () => Promise<T>): Promise<T> {
  for (let turn = 1; ; turn += 1) {
    const before = await findWorld();
    const answer = await work();
    if (before === (await findWorld()) || turn === MOST_TURNS) return answer;
  }
}

/** A world ends when a person changes a trigger, so three are enough. */
const MOST_TURNS = 3;

async function findWorld(): Promise<number> {
  const [row] = await ask<{ world: number }>(sql`SELECT ${raw(CURRENT_GENERATION)} AS world`);
  return row?.world ?? 0;
}
