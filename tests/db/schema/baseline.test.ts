// A new database gets the baseline; an older one has the earlier migrations. Afterwards they are the same.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "@/scripts/database/migrate.mjs";
import type { TestDatabase } from "@/scripts/testing/databases.mjs";
import { createEmptyDatabase, createTestDatabase } from "@/tests/support/registers/database";
import { catalogOf, type Catalog } from "./catalog";

const PRISMA = new URL("../../../prisma/", import.meta.url);
const namesIn = (folder: string) =>
  readdirSync(new URL(folder, PRISMA)).filter((name) => name !== "migration_lock.toml");
const EARLIER = namesIn("migrations-before-1.0/").sort();
const [BASELINE = "", ...LATER] = namesIn("migrations/").sort();

let made: TestDatabase;
let upgraded: TestDatabase;
let applied: string[];
let ofMade: Catalog;
let ofUpgraded: Catalog;
beforeAll(async () => {
  made = await createTestDatabase();
  upgraded = await createEmptyDatabase();
  await connected(upgraded, async (client) => {
    await client.query(TABLE);
    for (const name of EARLIER.slice(0, 3)) await applyEarlier(client, name);
  });
  ({ applied } = await migrate({
    ownerUrl: upgraded.ownerUrl,
    appUrl: upgraded.appUrl,
  }));
  ofMade = await connected(made, catalogOf);
  ofUpgraded = await connected(upgraded, catalogOf);
}, 120_000);
afterAll(async () => {
  await made.drop();
  await upgraded.drop();
});

test("an older database gets the earlier migrations that it lacks, then those after the baseline", () => {
  expect(BASELINE).toMatch(/_baseline$/);
  expect([...EARLIER, BASELINE]).toEqual([...EARLIER, BASELINE].sort());
  expect(applied).toEqual([...EARLIER.slice(3), ...LATER]);
});

test("in an older database the baseline is recorded with its checksum, and isn't run", async () => {
  const sql = readFileSync(new URL(`migrations/${BASELINE}/migration.sql`, PRISMA));
  const checksum = createHash("sha256").update(sql).digest("hex");
  expect(await recordsOf(upgraded)).toContainEqual({ name: BASELINE, checksum, steps: 0 });
  expect(await recordsOf(made)).toContainEqual({ name: BASELINE, checksum, steps: 1 });
});

test("a new database has no record of the earlier ones", async () => {
  const names = (await recordsOf(made)).map(({ name }) => name);
  expect(names).toEqual([BASELINE, ...LATER]);
});

test("both ways give the same catalog, to the letter, and the same rows", () => {
  expect(ofUpgraded).toEqual(ofMade);
  expect(ofMade["columns"]?.length).toBeGreaterThan(500);
  expect(ofMade["triggers"]?.length).toBeGreaterThan(60);
  expect(ofMade["functions"]?.length).toBeGreaterThan(25);
  expect(ofMade["rows of audit.head"]).toHaveLength(1);
});

test("neither changes when it is migrated again", async () => {
  for (const { ownerUrl, appUrl } of [made, upgraded])
    expect(await migrate({ ownerUrl, appUrl })).toMatchObject({ applied: [] });
});

const TABLE = `CREATE TABLE _prisma_migrations (
  id varchar(36) PRIMARY KEY NOT NULL, checksum varchar(64) NOT NULL, finished_at timestamptz,
  migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;

/** Applies a migration as builds before the baseline did. */
async function applyEarlier(client: pg.Client, name: string): Promise<void> {
  const sql = readFileSync(new URL(`migrations-before-1.0/${name}/migration.sql`, PRISMA), "utf8");
  const checksum = createHash("sha256").update(sql).digest("hex");
  await client.query(sql);
  await client.query(
    "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES (gen_random_uuid(), $1, $2, now(), 1)",
    [checksum, name],
  );
}

const recordsOf = (database: TestDatabase) =>
  connected(
    database,
    async (client) =>
      (
        await client.query<{ name: string; checksum: string; steps: number }>(
          "SELECT migration_name AS name, checksum, applied_steps_count AS steps FROM _prisma_migrations ORDER BY 1",
        )
      ).rows,
  );

async function connected<T>({ ownerUrl }: TestDatabase, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
