// Acknowledged changes must survive a crash: these three PostgreSQL settings would trade that for speed.
import "server-only";
import { pool } from "../client";

/** Names of the settings that are off. */
export async function unsafeStorage(): Promise<string[]> {
  const { rows } = await pool().query<{ name: string }>(
    "SELECT name FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off' ORDER BY name",
  );
  return rows.map((row) => row.name);
}
