import { prepareDataDir, secretOf } from "../data-dir.mjs";
import { DATABASE, OWNER, APPLICATION } from "../embedded/register.mjs";
import { serverOn } from "../embedded/pid-file.mjs";
import { addressIn } from "../embedded/socket.mjs";
import { holderOf } from "../hold.mjs";
import { PlainError } from "../plain-error.mjs";
import { openDatabase } from "./database.mjs";

/**
 * The register's database, running or started for the caller, who stops it in the end.
 * @param {import("./settings.mjs").Settings} settings
 * @returns {Promise<{ appUrl: string, ownerUrl: string, stop: () => Promise<void> }>}
 */
export async function reachRegister(settings) {
  const { databaseUrl, ownerUrl, dataDir } = settings;
  if (databaseUrl && ownerUrl) return { appUrl: databaseUrl, ownerUrl, stop: async () => {} };
  prepareDataDir(dataDir);
  return holderOf(dataDir) ? { ...running(dataDir), stop: async () => {} } : openDatabase(settings, () => {});
}

/** @param {string} dataDir */
function running(dataDir) {
  const server = serverOn(`${dataDir}/postgres`);
  if (server.state !== "alive") throw new PlainError("The register is starting. Try again in a moment.");
  const address = addressIn(server.socket);
  return {
    appUrl: address(APPLICATION, secretOf(dataDir, "application"), DATABASE),
    ownerUrl: address(OWNER, secretOf(dataDir, "owner"), DATABASE),
  };
}
