// The register of the stories: its own database with the demonstration, and a folder for its files.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fillRegister } from "../../scripts/start/content.mjs";
import { askDatabase } from "../../scripts/database/client.mjs";
import { copyDatabase } from "../../scripts/testing/databases.mjs";

/** The password of the demonstration's accounts, unless `DEMO_PASSWORD` is set. */
export const STORIES_PASSWORD = "stories-told-in-a-browser";

/**
 * @typedef {object} StoryRegister
 * @property {string} databaseUrl
 * @property {string} secret
 * @property {string} files
 */

/**
 * @param {import("../../scripts/testing/databases.mjs").TestServer} server
 * @param {{ signal: AbortSignal, aside?: boolean }} how `aside`: it gives way to whatever else runs
 * @returns {Promise<StoryRegister>}
 */
export async function fillStories(server, how) {
  const files = mkdtempSync(path.join(os.tmpdir(), "register-e2e-"));
  try {
    const { appUrl, ownerUrl } = await copyDatabase(server, { name: "e2e" });
    const register = { databaseUrl: appUrl, secret: randomBytes(36).toString("base64url"), files };
    await fillRegister({ ownerUrl, demo: true, resumable: false, env: settingsOf(register), ...how });
    // Autovacuum would do this in time.
    await askDatabase(ownerUrl, "VACUUM ANALYZE");
    return register;
  } catch (error) {
    rmSync(files, { recursive: true, force: true });
    throw error;
  }
}

/** The file with the database's address, for what no page can do: letting time pass. @param {number} port */
export const databaseNote = (port) => path.join(os.tmpdir(), `register-e2e-${port}.url`);

/** The application's environment. @param {StoryRegister} register @returns {NodeJS.ProcessEnv} */
export function settingsOf({ databaseUrl, secret, files }) {
  const {
    DATABASE_OWNER_URL: _owner,
    NEXTAUTH_URL: _url,
    MARKING: _marking,
    REGISTER_TIME_ZONE: _zone,
    ...rest
  } = process.env;
  return {
    ...rest,
    DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: secret,
    DATA_DIR: files,
    DEMO: "1",
    DEMO_PASSWORD: process.env.DEMO_PASSWORD || STORIES_PASSWORD,
  };
}
