// A process that works on a file and comes to a point at which it is killed. Started by killed.test.ts with the point; it
// waits for a line before it begins.
import { once } from "node:events";
import pg from "pg";

/** Behind, or ahead of, the statement of that turn. */
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

/** Before whoever uses it is loaded. */
function layTrap({ statement, turn }: (typeof TRAPS)[Point]): void {
  let turns = 0;
  // What a pool asks goes through here as well.
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
