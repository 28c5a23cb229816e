import { randomBytes } from "node:crypto";
import { secretOf } from "../base/data-dir.mjs";

/**
 * The application's environment, which never has the owner's login.
 * @param {import("./settings.mjs").Settings} settings
 * @param {string} appUrl
 * @returns {NodeJS.ProcessEnv}
 */
export function environment({ databaseUrl, secret, demo, host, port, dataDir, requestLog }, appUrl) {
  const { DATABASE_OWNER_URL: _owner, ...env } = process.env;
  return {
    ...env,
    DATABASE_URL: appUrl,
    NEXTAUTH_SECRET: secret ?? (databaseUrl ? forOneRun() : secretOf(dataDir, "sessions")),
    HOST: host,
    PORT: String(port),
    DATA_DIR: dataDir,
    DEMO: demo ? "1" : "0",
    REQUEST_LOG: requestLog ? "1" : "0",
  };
}

/** For a command that signs nobody in. It isn't stored, or it could be mistaken for the register's own. */
const forOneRun = () => randomBytes(36).toString("base64url");
