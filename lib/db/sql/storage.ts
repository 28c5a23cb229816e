// What was acknowledged must survive a crash: the three settings of PostgreSQL that would trade that for speed.
import "server-only";
import { pool } from "../client";

/** The settings that are off, by name. */
export async function unsafeStorage(): Promise<string[]> {
  const { rows } = await pool().query<{ name: string }>(
    "SELECT name FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off' ORDER BY name",
  );
  return rows.map((row) => row.name);
}
