import { inject } from "vitest";
import { disconnect } from "@/lib/db/client";
import { withClient } from "@/scripts/database/client.mjs";
import { copyDatabase, emptyDatabase, type TestDatabase } from "@/scripts/testing/databases.mjs";

/**
 * A database for one test file: migrated and empty, or a copy of another. Drop it in `afterAll`, after closing its
 * pools. Dropping only disconnects its users; the files are deleted with the server's. Deleting them one by one would
 * make later copies five times as slow: ext4 searches recently freed space, file by file.
 */
export async function createTestDatabase(options?: { template: string }): Promise<TestDatabase> {
  // A previous test file that failed may have left its pool open.
  await disconnect();
  return staying(await copyDatabase(inject("server"), options));
}

/** Without migrations. */
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
