import { PlainError } from "../base/plain-error.mjs";

/**
 * The facts about the register in a backup, and its last checkpoint.
 * @param {import("pg").Client} client
 */
export async function backupFacts(client) {
  const { rows: tables } = await client.query(
    "SELECT to_regclass('audit.head') AS log, to_regclass('audit.checkpoint') AS checkpoint",
  );
  const { log, checkpoint } = tables[0];
  if (log === null) throw new PlainError("There is no register in this database.");
  const note = checkpoint === null ? "NULL" : "(SELECT note FROM audit.checkpoint ORDER BY id DESC LIMIT 1)";
  const { rows } = await client.query(
    `SELECT current_setting('server_version_num')::int / 10000 AS postgres, seq::float8 AS entries, ${note} AS note,
            (SELECT max(migration_name) FROM _prisma_migrations WHERE rolled_back_at IS NULL) AS schema
       FROM audit.head`,
  );
  /** @type {{ postgres: number, entries: number, note: string | null, schema: string | null }} */
  const facts = rows[0];
  return facts;
}
