// A process that works on a file and is killed at a given point. killed.test.ts starts it with the point; it
// waits for a line before it begins.
import { once } from "node:events";
import pg from "pg";

/** The statement after which the process is killed, and on which of its turns. */
const TRAPS = {
  "half of the rows is tried": { statement: /SET understood = s\.understood/, turn: 3 },
  "a handful is written, and not committed": { statement: /SET reference = d\.reference/, turn: 2 },
  "a handful is committed": { statement: /SELECT seq::int, leaf_hash AS hash FROM audit\.head$/, turn: 2 },
  "all rows are on record, and the file isn't": {
    statement: /"finished_at" = \$\d+, "(imported|undone)_at"/,
    turn: 1,
  },
  "some are taken back, and not committed": { statement: /SET taken_back = d/, turn: 2 },
  "some are taken back": { statement: /"reference" IS NOT NULL AND "t0"\."taken_back" IS NULL/, turn: 2 },
  "all are taken back, and nothing says so": {
    statement: /"finished_at" = \$\d+, "(imported|undone)_at"/,
    turn: 1,
  },
} as const;
export type Point = keyof typeof TRAPS;

/** Must run before the code that uses `pg` is loaded. */
function layTrap({ statement, turn }: (typeof TRAPS)[Point]): void {
  let turns = 0;
  // A pool's queries pass through here as well.
  const { query } = pg.Client.prototype as unknown as { query: (...asked: unknown[]) => unknown };
  (pg.Client.prototype as unknown as { query: typeof query }).query = function (this: pg.Client, ...asked) {
    const [first] = asked;
    const text = typeof first === "string" ? first : String((first as { text?: string } | null)?.text);
    if (!statement.test(text) || (turns += 1) < turn) return query.apply(this, asked);
    void (
      query.apply(
        this,
        asked.filter((one) => typeof one !== "function"),
      ) as Promise<unknown>
    ).finally(() => process.kill(process.pid, "SIGKILL"));
    return new Promise(() => undefined);
  };
}

async function main(): Promise<void> {
  layTrap(TRAPS[process.argv[2] as Point]);
  const { runImportJob: workOn } = await import("@/lib/imports/worker");
  const { randomUUID } = await import("node:crypto");
  console.log("ready");
  await once(process.stdin, "data");
  await workOn(randomUUID());
}

if (process.argv[1]?.endsWith("doomed.ts")) await main();
