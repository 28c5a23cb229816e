import { readdirSync } from "node:fs";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { askDatabase } from "@/scripts/database/client.mjs";
import { migrate } from "@/scripts/database/migrate.mjs";
import { BUILD } from "@/scripts/database/oldest-build.mjs";
import type { TestDatabase } from "@/scripts/testing/databases.mjs";
import { createTestDatabase } from "@/tests/support/registers/database";

const LOCK = 72707369;
let database: TestDatabase;
beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database.drop());

const again = (appUrl = database.appUrl) => migrate({ ownerUrl: database.ownerUrl, appUrl });

test("a database that is up to date stays as it is", async () => {
  expect(await again()).toEqual({ applied: [], newer: [], guardedByTriggersAlone: false });
});

test("one login for owner and application is recognised", async () => {
  expect(await again(database.ownerUrl)).toEqual({
    applied: [],
    newer: [],
    guardedByTriggersAlone: true,
  });
});

test("a superuser as the application's login is recognised", async ({ skip }) => {
  if (database.superUrl === undefined) return skip("the tests' login is no superuser");
  expect(await again(database.superUrl)).toMatchObject({ guardedByTriggersAlone: true });
});

test("three migrations at once all succeed", async () => {
  await expect(Promise.all([again(), again(), again()])).resolves.toHaveLength(3);
});

describe("while another migration has the lock", () => {
  let other: pg.Client;
  beforeAll(async () => {
    other = new pg.Client({ connectionString: database.ownerUrl });
    await other.connect();
  });
  afterAll(() => other.end());
  beforeEach(() => other.query("SELECT pg_advisory_lock($1)", [LOCK]));
  afterEach(() => other.query("SELECT pg_advisory_unlock_all()"));
  const waiting = (options: { patienceMs?: number; signal?: AbortSignal } = {}) => {
    const said: string[] = [];
    const say = (line: string) => void said.push(line);
    return { said, done: migrate({ ...database, say, ...options }) };
  };

  test("a migration says once that it waits, and continues", async () => {
    const { said, done } = waiting();
    await expect.poll(() => said).toEqual([expect.stringContaining("Waiting for another migration")]);
    await other.query("SELECT pg_advisory_unlock($1)", [LOCK]);
    expect(await done).toMatchObject({ applied: [] });
    expect(said).toHaveLength(1);
  });

  test("a migration gives up in the end", async () => {
    await expect(waiting({ patienceMs: 0 }).done).rejects.toThrow("did not finish in time");
  });

  test("a migration ends when it is told to", async () => {
    const quit = new AbortController();
    const { said, done } = waiting({ signal: quit.signal });
    await expect.poll(() => said).toHaveLength(1);
    quit.abort();
    await expect(done).rejects.toThrow("Stopped before the database was ready");
  });
});

test("no session keeps the lock, since a pooler passes connections on", async () => {
  // Of this database: other tests migrate theirs on the same server meanwhile.
  const kept = `SELECT count(*)::int AS n FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
    WHERE datname = current_database() AND locktype = 'advisory' AND objid = ${LOCK}`;
  const queries = vi.spyOn(pg.Client.prototype, "query");
  await again();
  const asked = queries.mock.calls.map(([text]) => String(text));
  queries.mockRestore();
  expect(asked.some((text) => /pg_advisory_xact_lock/.test(text))).toBe(true);
  expect(asked.filter((text) => /pg_(try_)?advisory_lock/.test(text))).toEqual([]);
  // Nothing that holds beyond its transaction is set, either.
  expect(asked.filter((text) => /^SET (?!LOCAL)/.test(text))).toEqual([]);
  // The session of a migration that was ended by a signal may still be closing.
  await expect.poll(() => askDatabase(database.ownerUrl, kept)).toEqual([{ n: 0 }]);
});

test.each([
  ["UPDATE _prisma_migrations SET finished_at = NULL", "failed earlier"],
  ["UPDATE _prisma_migrations SET checksum = 'other'", "was changed after it was applied"],
  ["UPDATE _prisma_migrations SET migration_name = migration_name || '_x'", "newer than this checkout"],
])("%s is refused", async (change, why) => {
  const before = await askDatabase(
    database.ownerUrl,
    "SELECT * FROM _prisma_migrations ORDER BY migration_name LIMIT 1",
  );
  const [first] = before as { id: string }[];
  await askDatabase(database.ownerUrl, `${change} WHERE id = '${first?.id}'`);
  await expect(again()).rejects.toThrow(why);
  await askDatabase(
    database.ownerUrl,
    `UPDATE _prisma_migrations AS m SET finished_at = m.started_at, checksum = was.checksum, migration_name = was.migration_name
     FROM json_populate_record(NULL::_prisma_migrations, '${JSON.stringify(first)}') AS was WHERE m.id = was.id`,
  );
});

test("each migration after the baseline names the oldest build that runs on it, none later than this one", async () => {
  const folder = new URL("../../prisma/migrations/", import.meta.url);
  const names = readdirSync(folder)
    .filter((name) => /^\d{14}_/.test(name))
    .sort();
  const rows = (await askDatabase(database.ownerUrl, "TABLE audit.oldest_build")) as Named[];
  expect(rows.map(({ migration }) => migration).sort()).toEqual(names.slice(1));
  for (const { migration, build } of rows)
    expect(build.localeCompare(BUILD, "en", { numeric: true }), migration).toBeLessThanOrEqual(0);
});

describe("a database with a migration that this build doesn't know", () => {
  let newer: TestDatabase;
  const onNewer = () => migrate(newer);
  const names = (build: string) =>
    askDatabase(
      newer.ownerUrl,
      `UPDATE audit.oldest_build SET build = '${build}' WHERE migration = '${NEWER}'`,
    );
  beforeAll(async () => {
    newer = await createTestDatabase();
    await askDatabase(
      newer.ownerUrl,
      `CREATE TABLE annex (id uuid PRIMARY KEY);
       INSERT INTO audit.oldest_build VALUES ('${NEWER}', '${BUILD}');
       INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES (gen_random_uuid(), '', '${NEWER}', now())`,
    );
  });
  afterAll(() => newer.drop());

  test.each([BUILD, "0.1.9", "0.0.10"])("starts when the migration names build %s", async (build) => {
    await names(build);
    expect(await onNewer()).toMatchObject({ applied: [], newer: [NEWER] });
  });

  test("gives the application its rights, but none to change which build runs on it", async () => {
    await names(BUILD);
    await onNewer();
    expect(await askDatabase(newer.appUrl, "TABLE annex")).toEqual([]);
    await expect(askDatabase(newer.appUrl, "UPDATE audit.oldest_build SET build = '0.0.0'")).rejects.toThrow(
      "permission denied",
    );
  });

  test("is refused when a later build is needed, and says which", async () => {
    await names("0.10.0");
    await expect(onNewer()).rejects.toThrow(`${NEWER} needs build 0.10.0 or later, and this is ${BUILD}`);
  });

  test("is refused when it lacks a migration of ours", async () => {
    await names(BUILD);
    await askDatabase(
      newer.ownerUrl,
      "DELETE FROM _prisma_migrations WHERE migration_name LIKE '%_oldest_build'",
    );
    await expect(onNewer()).rejects.toThrow("lacks its migration 20261203000100_oldest_build");
  });

  test("is refused when its migration has failed", async () => {
    await askDatabase(
      newer.ownerUrl,
      `UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '${NEWER}'`,
    );
    await expect(onNewer()).rejects.toThrow("failed earlier");
  });
});

const NEWER = "20990101000000_annex";

interface Named {
  migration: string;
  build: string;
}
