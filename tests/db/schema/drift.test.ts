import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import pg from "pg";
import { createTestDatabase } from "@/tests/support/registers/database";
import { tablesOf, type TableShape } from "./prisma-schema";

const said = tablesOf(readFileSync(new URL("../../../prisma/schema.prisma", import.meta.url), "utf8"));
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let owner: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

test("schema.prisma names the tables and views there are", async () => {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT relnamespace::regnamespace || '.' || relname AS name FROM pg_class
      WHERE relkind IN ('r', 'v') AND relnamespace IN ('public'::regnamespace, 'audit'::regnamespace)
        AND relname <> '_prisma_migrations' ORDER BY 1`,
  );
  expect([...said.keys()].sort()).toEqual(rows.map((row) => row.name));
  expect(said.size).toBeGreaterThan(15);
});

test.each([...said.keys()])("schema.prisma says of %s what the migrations made", async (table) => {
  expect(said.get(table)).toEqual(await made(table));
});

async function made(table: string): Promise<TableShape> {
  const list = async (text: string) =>
    (await owner.query<{ line: string }>(text, [table])).rows.map((row) => row.line).sort();
  return {
    columns: await list(
      // PostgreSQL can't tell whether a view's columns may be null: they are as in the table that it shows.
      `SELECT a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                || CASE WHEN a.attnotnull OR shown.attnotnull THEN ' not null' ELSE ' null' END AS line
         FROM pg_attribute a LEFT JOIN pg_rewrite r ON r.ev_class = a.attrelid AND r.rulename = '_RETURN'
         LEFT JOIN pg_attribute shown ON shown.attrelid = to_regclass(replace($1, '_now', '')) AND r.oid IS NOT NULL AND shown.attname = a.attname
        WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped`,
    ),
    // What Prisma can't express (partial, GIN, over an expression) is in the migrations alone.
    keys: await list(
      `SELECT CASE WHEN i.indisunique THEN 'unique ' ELSE 'index ' END || string_agg(a.attname || CASE WHEN k.option & 1 = 1 THEN ' desc' ELSE '' END, ',' ORDER BY k.place) AS line
         FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am am ON am.oid = c.relam
         CROSS JOIN unnest(i.indkey::int[], i.indoption::int[]) WITH ORDINALITY AS k (number, option, place)
         JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
        WHERE i.indrelid = $1::regclass AND i.indpred IS NULL AND i.indexprs IS NULL AND am.amname = 'btree'
        GROUP BY i.indexrelid, i.indisunique`,
    ),
    links: await list(
      `SELECT a.attname || ' -> ' || n.nspname || '.' || t.relname || '.' || b.attname AS line
         FROM pg_constraint k JOIN pg_class t ON t.oid = k.confrelid JOIN pg_namespace n ON n.oid = t.relnamespace
         JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
         JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[1]
        WHERE k.contype = 'f' AND k.conrelid = $1::regclass`,
    ),
  };
}
