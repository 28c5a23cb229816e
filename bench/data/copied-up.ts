// A register too large to fill in time: its pledges are copied with everything on them, as the database's
// owner and without any of its guards. For reading only.
import type pg from "pg";
import { withClient } from "@/scripts/database/client.mjs";

/** The reference in copy k; no cell of the original has that many pledges. */
const REFERENCE = "o.participant || '-' || o.priority || '-' || (o.number + k * 10000)";
const COPY_OF = (id: string): string => `md5(${id}::text || k)::uuid`;

/** The columns that differ from row t of the original, whose pledge is o. */
const COPIED: Record<string, Record<string, string>> = {
  pledge: { id: COPY_OF("t.id"), number: "o.number + k * 10000", reference: REFERENCE },
  contribution: { id: COPY_OF("t.id"), pledge_id: COPY_OF("t.pledge_id") },
  evidence: { id: COPY_OF("t.id"), pledge_id: COPY_OF("t.pledge_id") },
  approval_pledge: { pledge_id: COPY_OF("t.pledge_id") },
  condition_leaf: { pledge_id: COPY_OF("t.pledge_id") },
  unresolved_item: { pledge_id: COPY_OF("t.pledge_id"), reference: REFERENCE },
};

export const copiedUp = (ownerUrl: string, pledges: number): Promise<void> =>
  withClient(ownerUrl, async (client) => {
    await client.query("SET statement_timeout = 0");
    await client.query("SET maintenance_work_mem = '256MB'");
    const indexes = await withoutGuards(client);
    await client.query(`
      CREATE TEMP TABLE original AS
      SELECT id, participant, priority, number, row_number() OVER (ORDER BY id) AS place FROM pledge`);
    const { rows } = await client.query<{ n: number }>("SELECT count(*)::int AS n FROM original");
    for (const table of Object.keys(COPIED)) await copy(client, table, rows[0]?.n ?? 0, pledges);
    for (const index of indexes) await client.query(index);
    await client.query("VACUUM (FREEZE, ANALYZE)");
  });

/** Makes as many copies as needed; the last one only in part. */
async function copy(client: pg.Client, table: string, there: number, pledges: number): Promise<void> {
  const columns = await columnsOf(client, table);
  const values = columns.map((column) => COPIED[table]?.[column] ?? `t.${column}`);
  await client.query(`CREATE TEMP TABLE copied_${table} AS TABLE ${table}`);
  await client.query(
    `INSERT INTO ${table} (${columns.join(", ")}) SELECT ${values.join(", ")}
       FROM copied_${table} t JOIN original o ON o.id = t.${table === "pledge" ? "id" : "pledge_id"}
      CROSS JOIN generate_series(1, ${String(Math.ceil(pledges / there) - 1)}) AS k
      WHERE k * ${String(there)} + o.place <= ${String(pledges)}`,
  );
}

/** Removes triggers, foreign keys and indexes; returns how to recreate the indexes. */
async function withoutGuards(client: pg.Client): Promise<string[]> {
  const tables = Object.keys(COPIED);
  for (const table of tables) {
    await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    const { rows } = await client.query<{ name: string }>(
      "SELECT conname AS name FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'f'",
      [table],
    );
    for (const { name } of rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  }
  const { rows } = await client.query<{ name: string; made: string }>(
    `SELECT indexname AS name, indexdef AS made FROM pg_indexes
      WHERE tablename = ANY ($1) AND NOT EXISTS (SELECT FROM pg_constraint WHERE conname = indexname)`,
    [tables],
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  // The text search index takes longer than all others, and nothing is searched here.
  return rows.filter(({ made }) => !made.includes("gin_trgm_ops")).map(({ made }) => made);
}

async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute
      WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND attidentity = ''`,
    [table],
  );
  return rows.map(({ name }) => name);
}
