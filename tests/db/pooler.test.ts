// The register behind PgBouncer in transaction mode: no session keeps anything that the next client would miss or meet.
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askPool, disconnect, pool } from "@/lib/db/client";
import { streamed } from "@/lib/db/bulk/stream";
import { sql } from "@/lib/db/sql/sql";
import { verifyRegister } from "@/lib/db/verify/verify";
import { runExportJob } from "@/lib/exports/worker";
import { refusalOf } from "@/lib/http/failure";
import { sealLog } from "@/lib/trust/checkpoints/sealing";
import { askDatabase, awaitDatabase, throughFailover } from "@/scripts/database/client.mjs";
import { migrate } from "@/scripts/database/migrate.mjs";
import type { TestDatabase } from "@/scripts/testing/databases.mjs";
import { openTestApi, type TestApi } from "../support/api";
import { pledgeBody } from "../support/bodies";
import { atOnce, served } from "../support/patient";
import { NO_POOLER, openPooler, SESSIONS, type Pooler } from "../support/processes/pooler";
import { createEmptyDatabase } from "../support/registers/database";

const LIMITS = { statement_timeout: "15s", lock_timeout: "3s", idle_in_transaction_session_timeout: "30s" };

describe.skipIf(NO_POOLER)(`a new database${NO_POOLER === null ? "" : `: ${NO_POOLER}`}`, () => {
  let database: TestDatabase;
  let pooler: Pooler;
  beforeAll(async () => {
    database = await createEmptyDatabase();
    pooler = await openPooler(database);
  });
  afterAll(async () => {
    await pooler.close();
    await database.drop();
  });

  test("is migrated through the pooler, by three at once, and nothing is kept locked", async () => {
    // Opens sessions of PgBouncer before there are limits.
    await atOnce(SESSIONS, () => askDatabase(pooler.appUrl, "SELECT pg_sleep(0.2)"));
    const done = await atOnce(3, () => migrate(pooler));
    expect(done.filter(({ applied }) => applied.length > 0).length).toBeGreaterThan(0);
    const locks = `SELECT count(*)::int AS n FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
      WHERE datname = current_database() AND locktype = 'advisory' AND objid = 72707369`;
    expect(await askDatabase(database.ownerUrl, locks)).toEqual([{ n: 0 }]);
    expect(await migrate(pooler)).toMatchObject({ applied: [] });
  });

  test("has its limits in each of the application's sessions, and none for the owner", async () => {
    const ask = `SELECT pg_backend_pid() AS pid, pg_sleep(0.2)::text,
      ${Object.keys(LIMITS)
        .map((name) => `current_setting('${name}') AS ${name}`)
        .join(", ")}`;
    const seen = await atOnce(3 * SESSIONS, async () => {
      const [row] = (await askDatabase(pooler.appUrl, ask)) as { pid: number }[];
      return row;
    });
    expect(new Set(seen.map((row) => row?.pid)).size).toBe(SESSIONS);
    for (const one of seen) expect(one).toMatchObject(LIMITS);
    expect(await askDatabase(pooler.ownerUrl, "SHOW statement_timeout")).toEqual([
      { statement_timeout: "0" },
    ]);
  });

  test("is waited for while it is away or read-only, and work that broke off is done again", async () => {
    const said: string[] = [];
    const say = (line: string) => void said.push(line);
    await pooler.cable.pull();
    const waiting = awaitDatabase(pooler.ownerUrl, { say });
    await expect
      .poll(() => said)
      .toEqual([expect.stringMatching(/^Waiting for the database at 127\.0\.0\.1:/)]);
    await pooler.cable.plug();
    await waiting;

    let turns = 0;
    const work = async (): Promise<number> => {
      turns += 1;
      if (turns === 1) {
        const asking = askDatabase(pooler.ownerUrl, "SELECT pg_sleep(30)");
        setTimeout(() => pooler.cable.cut(), 200);
        await asking;
      }
      return turns;
    };
    expect(await throughFailover(pooler.ownerUrl, work, { say })).toBe(2);
    expect(said.at(-1)).toMatch(/^The connection to the database was lost\. Trying again: /);

    const name = new URL(database.ownerUrl).pathname.slice(1);
    await askDatabase(database.ownerUrl, `ALTER DATABASE ${name} SET default_transaction_read_only = on`);
    await expect(awaitDatabase(database.ownerUrl, { say, patienceMs: 0 })).rejects.toThrow(
      "accepts no changes",
    );
  });
});

describe.skipIf(NO_POOLER)(`a register in use${NO_POOLER === null ? "" : `: ${NO_POOLER}`}`, () => {
  const home = mkdtempSync(path.join(os.tmpdir(), "register-pooled-"));
  let api: TestApi;
  let pooler: Pooler;
  let direct = "";
  beforeAll(async () => {
    api = await openTestApi();
    direct = process.env.DATABASE_URL ?? "";
    pooler = await openPooler({
      ownerUrl: direct,
      appUrl: direct,
      superUrl: undefined,
      drop: async () => {},
    });
    await disconnect();
    process.env.DATABASE_URL = pooler.appUrl;
  });
  afterAll(async () => {
    await disconnect();
    process.env.DATABASE_URL = direct;
    await pooler.close();
    await api.close();
    rmSync(home, { recursive: true, force: true });
  });

  const log = (n: number) =>
    served(() =>
      api.call("officer", "POST", "/pledges", {
        body: { ...pledgeBody, title: `Pooled ${String(n)}` },
        key: `pooled-${String(n)}`,
      }),
    );

  test("a statement that sleeps is ended", async () => {
    const began = performance.now();
    const ended = await askPool("SELECT pg_sleep(60)").then(() => null, refusalOf);
    expect(ended).toBe("busy");
    expect(performance.now() - began).toBeLessThan(25_000);
  });

  test("many write and read at once: each change is there once, and the log is intact", async () => {
    const written = atOnce(24, log);
    const read = atOnce(24, async (n) => {
      const path = n % 3 === 0 ? "/pledges?limit=5" : n % 3 === 1 ? "/unresolved" : "/pledges/FR-2-0001";
      return (await served(() => api.call("auditor", "GET", path))).status;
    });
    const references = (await written).map(({ status, body }) => {
      expect([status, body]).toEqual([201, expect.anything()]);
      return String(body["reference"]);
    });
    expect(new Set(references).size).toBe(24);
    for (const status of await read) expect([200, 404]).toContain(status);
    expect((await log(3)).body["reference"]).toBe(references[3]);
    expect(await verifyRegister()).toMatchObject({ intact: true });
  });

  test("a table comes as a stream, and a reader who leaves ends the query", async () => {
    const { status, body } = await api.call("auditor", "GET", "/pledges.csv");
    expect(status).toBe(200);
    expect(String(body["text"])).toContain("Pooled 23");
    const rows = await streamed<{ n: number }, number>(
      sql`SELECT n, pg_sleep(CASE WHEN n = 2000 THEN 600 ELSE 0 END)::text AS slept FROM generate_series(1, ${5_000}::int) n`,
      ({ n }) => n,
    );
    const reading = rows[Symbol.asyncIterator]();
    await reading.next();
    await reading.return?.();
    const left = async () => {
      const asked =
        "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND wait_event = 'PgSleep'";
      return (await pool().query<{ n: number }>(asked)).rows[0]?.n;
    };
    await expect.poll(left).toBe(0);
  });

  test("background work is done", async () => {
    const asked = await api.call("auditor", "POST", "/exports", {
      body: { what: "COVERAGE", purpose: "Through a pooler" },
    });
    expect([asked.status, asked.body]).toEqual([202, expect.anything()]);
    const seal = async () => void (await sealLog({ dataDir: home, sinks: [] }));
    const worker = "00000000-0000-4000-8000-000000000001";
    expect(await runExportJob({ dataDir: home, worker, seal })).toBe(true);
    const { body } = await api.call("auditor", "GET", `/exports/${String(asked.body["id"])}`);
    expect(body).toMatchObject({ state: "DONE" });
  });

  test("a silent database counts as away, though the pooler answers", async () => {
    const log = (key: string) => api.call("officer", "POST", "/pledges", { body: pledgeBody, key });
    pooler.cable.hush();
    const began = performance.now();
    const told = await Promise.all([log("silent"), log("quiet")]);
    expect(performance.now() - began).toBeLessThan(25_000);
    pooler.cable.speak();
    for (const one of told) expect(one).toMatchObject({ status: 503, body: { code: "database-away" } });
    await expect.poll(async () => (await log("silent")).status).toBe(201);
  });

  test("during a failover the answer is to try again, and work goes on afterwards", async () => {
    await pooler.cable.pull();
    const meanwhile = await api.call("officer", "POST", "/pledges", { body: pledgeBody, key: "failover" });
    expect(meanwhile).toMatchObject({ status: 503, body: { code: "database-away" } });
    expect(meanwhile.headers.get("retry-after")).not.toBeNull();
    await pooler.cable.plug();
    await expect
      .poll(
        async () =>
          (await api.call("officer", "POST", "/pledges", { body: pledgeBody, key: "failover" })).status,
      )
      .toBe(201);
  });
});
