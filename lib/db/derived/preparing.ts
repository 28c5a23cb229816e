// Preparation of a trigger's change that many pledges wait for: in small transactions, resumed by any process, and
// tidied up afterwards. The change itself is recorded by `write`.
import "server-only";
import { THE_REGISTER } from "@/lib/domain/people/actor";
import type { PreparedChange } from "@/lib/domain/unresolved/trigger-change";
import { askPool } from "../client";
import type { Queryable } from "../connection";
import { inPrismaTransaction } from "../prisma";
import { begin } from "../sql/begin";
import { prepareNext } from "./prepare";
import { tidyNext } from "./tidy";

/** The change that isn't finished or tidied up, and the person who requested it. */
export async function unfinishedChange(): Promise<Pick<PreparedChange, "state" | "actor"> | null> {
  const [change] = await askPool<Pick<PreparedChange, "state" | "actor">>(
    "SELECT state, actor FROM trigger_change WHERE NOT tidied",
  );
  return change ?? null;
}

/** Whether more than so many pledges wait for it. */
export async function isAwaitedByMore(code: string, than: number): Promise<boolean> {
  const [row] = await askPool<{ n: number }>(
    `SELECT count(*)::int AS n
       FROM (SELECT FROM condition_leaf WHERE kind = 'trigger' AND key = $1 LIMIT $2 + 1) waiting`,
    [code, than],
  );
  return (row?.n ?? 0) > than;
}

/** False: nothing to do, or another process is doing it. */
export const prepareSome = (few: number): Promise<boolean> =>
  inSteps(async (client) => {
    const { settings, generation } = await begin(client, THE_REGISTER, null, false);
    return prepareNext(client, settings, generation, few);
  });

/** False: nothing is left, or another process is doing it. */
export const tidySome = (): Promise<boolean> =>
  inSteps(async (client) => {
    await begin(client, THE_REGISTER, null, false);
    return tidyNext(client);
  });

/**
 * Work lost in a crash is done again, so these commits don't wait for the disk. Any later acknowledged commit waits
 * for all of them.
 */
const inSteps = (work: (client: Queryable) => Promise<boolean>): Promise<boolean> =>
  inPrismaTransaction(
    async ({ client }) => {
      const more = await work(client);
      await client.query("SET LOCAL synchronous_commit = off");
      return more;
    },
    () => "COMMIT",
  );
