// A register with the demonstration in it. Loading takes seconds, copying none: the first caller loads it for all.
import { inject } from "vitest";
import { disconnect } from "@/lib/db/client";
import { loadDemonstration } from "@/prisma/seed/load";
import { withClient } from "@/scripts/database/client.mjs";
import { copyDatabase, type TestDatabase, type TestServer } from "@/scripts/testing/databases.mjs";
import { createTestDatabase } from "./database";

export const DEMO_PASSWORD = "correct horse battery staple";

/** For one test file; sets `DATABASE_URL`. */
export async function openDemonstration(): Promise<TestDatabase> {
  const server = inject("server");
  await withClient(server.adminUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock(hashtext($1))", [server.prefix]);
    const { rows } = await client.query("SELECT FROM pg_database WHERE datname = $1", [
      nameIn(server, LOADED),
    ]);
    if (rows.length > 0) return;
    const { appUrl } = await copyDatabase(server, { name: "loading" });
    process.env.DATABASE_URL = appUrl;
    await loadDemonstration({ password: DEMO_PASSWORD, say: () => undefined });
    await disconnect();
    await client.query(`ALTER DATABASE ${nameIn(server, "loading")} RENAME TO ${nameIn(server, LOADED)}`);
  });
  const database = await createTestDatabase({ template: LOADED });
  process.env.DATABASE_URL = database.appUrl;
  return database;
}

const LOADED = "demonstration";
const nameIn = (server: TestServer, name: string): string => `${server.prefix}_${name}`;
