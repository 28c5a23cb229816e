// A demonstration in an existing database, started with a new folder.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { disconnect } from "@/lib/db/client";
import { keptSecret } from "@/scripts/base/data-dir.mjs";
import { openWithContent } from "@/scripts/start/demonstration.mjs";
import { passwordLine } from "@/scripts/start/welcome.mjs";
import { readSettings, type Settings } from "@/scripts/start/settings.mjs";
import type { TestDatabase } from "@/scripts/testing/databases.mjs";
import { openDemonstration } from "../support/registers/demonstration";

const OWN = "a password of one's own";

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await openDemonstration();
  folder = mkdtempSync(path.join(os.tmpdir(), "register-folder-"));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await disconnect();
  await database.drop();
  rmSync(folder, { recursive: true });
});

function settingsFor(name: string, demoPassword: string | null): Settings {
  vi.stubEnv("DATABASE_URL", database.appUrl);
  const dataDir = path.join(folder, name);
  return { ...readSettings(), demo: true, demoPassword, ownerUrl: database.ownerUrl, dataDir };
}
const opened = (settings: Settings): Promise<void> =>
  openWithContent(settings, {
    ownerUrl: database.ownerUrl,
    env: {
      ...process.env,
      DATABASE_URL: database.appUrl,
      DATA_DIR: settings.dataDir,
      DEMO: "1",
      // The tests' server gives up durability.
      REGISTER_UNSAFE_STORAGE: "1",
    },
  });

test("a password of one's own is kept in a folder that is made for it, and not printed", async () => {
  const settings = settingsFor("own", OWN);
  await opened(settings);
  expect(keptSecret(settings.dataDir, "demonstration")).toBe(OWN);
  expect(passwordLine(settings)).toBe(", password as set by DEMO_PASSWORD");
});

test("without a password of one's own it starts, and says how to set one", async () => {
  const settings = settingsFor("none", null);
  await opened(settings);
  expect(existsSync(settings.dataDir)).toBe(false);
  expect(passwordLine(settings)).toBe(
    ". Their password is not stored here; set a new one with DEMO_PASSWORD=…",
  );
});
