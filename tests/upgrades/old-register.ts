// Registers as earlier builds left them, one file per commit, named after it. To make a file, in a checkout of that commit: fill
// a small register with its own commands, run its `verify`, then
// `pg_dump --no-owner --no-comments --inserts --rows-per-insert=100 NAME | grep -v '^\\' | gzip -9n`, with register_app as the application's login.
import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import pg from "pg";
import type { TestDatabase } from "@/scripts/testing/databases.mjs";
import { createEmptyDatabase } from "@/tests/support/registers/database";

const FOLDER = new URL("./", import.meta.url);

export const COMMITS = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".sql.gz"))
  .map((name) => name.replace(".sql.gz", ""));

/** As it was dumped, under the logins of this run. */
export async function openOldRegister(commit: string): Promise<TestDatabase> {
  const database = await createEmptyDatabase();
  const dump = gunzipSync(readFileSync(new URL(`${commit}.sql.gz`, FOLDER))).toString("utf8");
  const appLogin = new URL(database.appUrl).username;
  await asOwner(database, (owner) => owner.query(dump.replaceAll("register_app", appLogin)));
  return database;
}

export async function asOwner<T>(
  { ownerUrl }: TestDatabase,
  work: (owner: pg.Client) => Promise<T>,
): Promise<T> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/** The rows of a table, each as the text that PostgreSQL makes of it; none if there is no such table yet. */
export async function rowsOf(owner: pg.Client, table: string): Promise<string[]> {
  const { rows: tables } = await owner.query<{ found: string | null }>("SELECT to_regclass($1) AS found", [
    table,
  ]);
  if (tables[0]?.found === null) return [];
  const { rows } = await owner.query<{ line: string }>(`SELECT t::text AS line FROM ${table} t ORDER BY 1`);
  return rows.map(({ line }) => line);
}

/** Entries with wrong hashes, found by the database alone, without any code of this build. */
export async function brokenEntries(owner: pg.Client): Promise<number> {
  const { rows } = await owner.query<{ broken: number }>(
    `SELECT count(*)::int AS broken
       FROM (SELECT e.*, lag(leaf_hash, 1, repeat('0', 64)) OVER (ORDER BY seq) AS last FROM audit.event e) e
      WHERE prev_hash <> last OR leaf_hash <> encode(sha256('\\x00'::bytea || convert_to(leaf, 'UTF8')), 'hex')
         OR payload_sha256 <> encode(sha256(convert_to(payload, 'UTF8')), 'hex')`,
  );
  return rows[0]?.broken ?? NaN;
}
