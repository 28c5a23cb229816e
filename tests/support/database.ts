import { inject } from "vitest";
import { disconnect } from "@/lib/db/client";
import { withClient } from "@/scripts/database-client.mjs";
import { copyDatabase, emptyDatabase, type TestDatabase } from "@/scripts/test-databases.mjs";

/**
 * A register of its own for one test file: migrated and empty, or a copy of another. Drop it in `afterAll`, after closing its pools:
 * nobody stays connected, and its files go with the server's. Taken away one by one they would make each copy that comes after
 * five times as slow: ext4 looks for room among what was deleted lately, file by file.
 */
export async function createTestDatabase(options?: { template: string }): Promise<TestDatabase> {
  // A file before this one that went wrong may have left its pool.
  await disconnect();
  return staying(await copyDatabase(inject("server"), options));
}

/** The same without any migration. */
export const createEmptyDatabase = async (): Promise<TestDatabase> =>
  staying(await emptyDatabase(inject("server")));

function staying(database: TestDatabase): TestDatabase {
  const name = new URL(database.ownerUrl).pathname.slice(1);
  const drop = () =>
    withClient(inject("server").adminUrl, async (client) => {
      await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [name]);
    });
  return { ...database, drop };
}
