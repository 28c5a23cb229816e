// Rows as a stream: a slow reader holds up the database's sending, one who leaves ends the query, and an error on
// the way is reported.
import { afterAll, beforeAll, expect, test } from "vitest";
import { disconnect, pool, streamPool } from "@/lib/db/client";
import { sql } from "@/lib/db/sql/sql";
import { streamed } from "@/lib/db/bulk/stream";
import { createTestDatabase } from "../support/registers/database";

let drop: () => Promise<void>;
beforeAll(async () => {
  const database = await createTestDatabase();
  process.env.DATABASE_URL = database.appUrl;
  drop = database.drop;
});
afterAll(async () => {
  await disconnect();
  await drop();
});

const MANY = 300_000;
const numbers = (last: number) =>
  streamed<{ n: number }, number>(
    sql`SELECT n, repeat('x', 200) AS filler FROM generate_series(1, ${last}::int) n`,
    ({ n }) => n,
  );

/** What the connections for streams are doing. */
async function states(): Promise<(string | null)[]> {
  const { rows } = await pool().query<{ state: string; waits: string | null }>(
    "SELECT state, wait_event AS waits FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%generate_series(1, $1%' AND pid <> pg_backend_pid()",
  );
  return rows.filter(({ state }) => state === "active").map(({ waits }) => waits);
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds()));
}

test("all rows come, in their order, and the connection is free again", async () => {
  let [count, sum] = [0, 0];
  for await (const batch of await numbers(MANY))
    for (const n of batch) {
      count += 1;
      sum += n === count ? 1 : 0;
    }
  expect([count, sum]).toEqual([MANY, MANY]);
  expect(streamPool().idleCount).toBe(streamPool().totalCount);
});

test("while nobody reads them, the database waits to send", async () => {
  const rows = (await numbers(MANY))[Symbol.asyncIterator]();
  await rows.next();
  await until(async () => (await states()).includes("ClientWrite"));
  await rows.return?.();
});

test("a reader who leaves ends the query, also while waiting for rows", async () => {
  const rows = (await numbers(MANY))[Symbol.asyncIterator]();
  await rows.next();
  await rows.return?.();
  await until(async () => (await states()).length === 0);
  const slow = streamed<{ n: number }, number>(
    sql`SELECT n, pg_sleep(CASE WHEN n = 2000 THEN 600 ELSE 0 END)::text AS slept FROM generate_series(1, ${5_000}::int) n`,
    ({ n }) => n,
  );
  const waiting = (await slow)[Symbol.asyncIterator]();
  let failed: unknown = null;
  const reading = (async () => {
    for (;;) if ((await waiting.next()).done === true) return;
  })().catch((error: unknown) => (failed = error));
  await until(async () => (await states()).includes("PgSleep"));
  await waiting.return?.();
  await reading;
  expect(String(failed)).toContain("nobody reads on");
  await until(async () => (await states()).length === 0);
});

test("an error in the query is reported at once, a later one in its place", async () => {
  await expect(streamed(sql`SELECT no_such_thing`, (row) => row)).rejects.toThrow(/no_such_thing/);
  const rows = await streamed<{ n: number }, number>(
    sql`SELECT 1 / (n - 1500) AS n FROM generate_series(1, ${MANY}::int) n`,
    ({ n }) => n,
  );
  let seen = 0;
  await expect(
    (async () => {
      for await (const batch of rows) seen += batch.length;
    })(),
  ).rejects.toThrow(/division by zero/);
  // Only the whole batches before the error, however many rows came with it.
  expect(seen).toBe(1400);
});
