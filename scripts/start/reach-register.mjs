import { existsSync } from "node:fs";
import { prepareDataDir, secretOf } from "../base/data-dir.mjs";
import { DATABASE, OWNER, APPLICATION } from "../embedded/register.mjs";
import { serverOn } from "../embedded/pid-file.mjs";
import { addressIn } from "../embedded/socket.mjs";
import { holderOf } from "../base/hold.mjs";
import { PlainError } from "../base/plain-error.mjs";
import { openDatabase } from "./database.mjs";
import { openEmbeddedRegister } from "./embedded-register.mjs";

/**
 * The register's database, running or started for the caller, who must stop it.
 * @param {import("./settings.mjs").Settings} settings
 * @returns {Promise<{ appUrl: string, ownerUrl: string, stop: () => Promise<void> }>}
 */
export async function reachRegister(settings) {
  const { databaseUrl, ownerUrl, dataDir } = settings;
  if (databaseUrl && ownerUrl) return { appUrl: databaseUrl, ownerUrl, stop: async () => {} };
  prepareDataDir(dataDir);
  return holderOf(dataDir) ? { ...running(dataDir), stop: async () => {} } : openDatabase(settings, () => {});
}

/**
 * The server of an embedded register, running or started for the caller. Runs no migrations.
 * @param {string} dataDir
 * @param {(line: string) => void} say
 * @returns {Promise<{ superUrl: string, stop: () => Promise<void> }>}
 */
export async function reachServer(dataDir, say) {
  if (!existsSync(`${dataDir}/postgres`)) throw new PlainError(`There is no register in ${dataDir}.`);
  if (!holderOf(dataDir)) return openEmbeddedRegister(dataDir, say);
  return { superUrl: running(dataDir).superUrl, stop: async () => {} };
}

/** @param {string} dataDir */
function running(dataDir) {
  const server = serverOn(`${dataDir}/postgres`);
  if (server.state !== "alive") throw new PlainError("The register is starting. Try again in a moment.");
  const address = addressIn(server.socket);
  return {
    superUrl: address("postgres", secretOf(dataDir, "superuser"), DATABASE),
    appUrl: address(APPLICATION, secretOf(dataDir, "application"), DATABASE),
    ownerUrl: address(OWNER, secretOf(dataDir, "owner"), DATABASE),
  };
}
