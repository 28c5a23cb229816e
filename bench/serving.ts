// Registers of every size side by side, each with its own database and application.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { copyDatabase, type TestServer } from "@/scripts/testing/databases.mjs";
import { amountsToJson } from "@/lib/domain/base/amount";
import { memoryOf } from "./data/memory";
import { benchRegister, now } from "./data/register";
import { serveRegister } from "./server";
import type { Served } from "./subjects";
import { turnsIn } from "./turns";

/** As many as the application has. */
const CONNECTIONS = 10;

export async function fillAndServe(
  server: TestServer,
  size: number,
  folder: string,
): Promise<Served & { ownerUrl: string; end: () => Promise<void> }> {
  const database = await copyDatabase(server);
  const { within, end } = turnsIn(database.appUrl);
  const raw = new pg.Pool({ connectionString: database.appUrl, max: CONNECTIONS });
  const own = path.join(folder, String(size));
  const env = {
    ...process.env,
    DATABASE_URL: database.appUrl,
    DATA_DIR: own,
    BENCH_MEMORY: `${own}/memory.json`,
  };
  mkdirSync(own);
  const register = await within(() => benchRegister(size, database.ownerUrl));
  writeFileSync(
    env.BENCH_MEMORY,
    JSON.stringify(await within(async () => memoryOf(register, await now())), amountsToJson),
  );
  const application = await serveRegister(env);
  return {
    size,
    register,
    within,
    url: application.url,
    raw,
    ownerUrl: database.ownerUrl,
    end: async () => {
      await application.stop();
      await Promise.all([raw.end(), end()]);
    },
  };
}
