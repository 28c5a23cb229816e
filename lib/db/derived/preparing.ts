// The work beside the record that a change of a trigger takes when many pledges wait for it: prepared in small
// transactions, taken up again by whoever comes next, and tidied up afterwards. What it comes to is recorded by `write`.
import "server-only";
import type { PreparedChange } from "@/lib/domain/unresolved/trigger-change";
import { askPool } from "../client";
import type { Queryable } from "../connection";
import { inPrismaTransaction } from "../prisma";
import { begin } from "../sql/begin";
import { prepareNext } from "./prepare";
import { tidyNext } from "./tidy";

/** The one that isn't over, or leaves something to clear away; and who wanted it. */
export async function unfinishedChange(): Promise<Pick<PreparedChange, "state" | "actor"> | null> {
  const [change] = await askPool<Pick<PreparedChange, "state" | "actor">>(
    "SELECT state, actor FROM trigger_change WHERE NOT tidied",
  );
  return change ?? null;
}

/** Whether more pledges than so many wait for it. */
export async function isAwaitedByMore(code: string, than: number): Promise<boolean> {
  const [row] = await askPool<{ n: number }>(
    `SELECT count(*)::int AS n
       FROM (SELECT FROM condition_leaf WHERE kind = 'trigger' AND key = $1 LIMIT $2 + 1) waiting`,
    [code, than],
  );
  return (row?.n ?? 0) > than;
}

/** Prepares so many pledges. False where there is nothing to do, or somebody else is at it. */
export const prepareSome = (few: number): Promise<boolean> =>
  inSteps(async (client) => {
    const { settings, world } = await begin(client, null, false);
    return prepareNext(client, settings, world, few);
  });

/** Clears some of it away. False where that was all, or somebody else is at it. */
export const tidySome = (): Promise<boolean> =>
  inSteps(async (client) => {
    await begin(client, null, false);
    return tidyNext(client);
  });

/** What a crash undoes is done again: so nobody waits for the disk here. Whatever is acknowledged later waits for all of it. */
const inSteps = (work: (client: Queryable) => Promise<boolean>): Promise<boolean> =>
  inPrismaTransaction(
    async ({ client }) => {
      const more = await work(client);
      await client.query("SET LOCAL synchronous_commit = off");
      return more;
    },
    () => "COMMIT",
  );
