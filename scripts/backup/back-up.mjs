// A backup: the database at one moment, and the files in DATA_DIR. The last checkpoint is copied before the database,
// so that it never covers more than the database; other files after it, since a file exists before its record.
import path from "node:path";
import { reachServer } from "../start/reach-register.mjs";
import { startBundle } from "./bundle.mjs";
import { dump } from "./dump.mjs";
import { copyDataFiles, copyLastCheckpoint } from "./data-files.mjs";
import { FORMAT } from "./manifest.mjs";
import { copyRunning } from "./running-copy.mjs";

/**
 * @typedef {import("./bundle.mjs").Bundle} Bundle
 * @typedef {import("./manifest.mjs").Account} Account
 *
 * @typedef {object} BackupOptions
 * @property {string} [to] the folder in which to create the backup's folder
 * @property {(line: string) => void} say
 * @property {AbortSignal} [stop]
 *
 * @typedef {BackupOptions & { dataDir: string, secret?: string | null }} BackupSource
 */

/**
 * @param {Pick<import("../start/settings.mjs").Settings, "databaseUrl" | "ownerUrl" | "dataDir" | "secret">} settings
 * @param {BackupOptions} options
 * @returns {Promise<string>} its folder
 */
export async function backUp({ databaseUrl, ownerUrl, dataDir, secret }, options) {
  const source = { ...options, dataDir, secret };
  if (databaseUrl && ownerUrl)
    return write((bundle) => dump(bundle, { appUrl: databaseUrl, ownerUrl, say: options.say }), source);
  const server = await reachServer(dataDir, options.say);
  try {
    return await backUpRunning(server.superUrl, source);
  } finally {
    await server.stop();
  }
}

/** For an embedded register whose server runs. @param {string} superUrl @param {BackupSource} source */
export function backUpRunning(superUrl, source) {
  const data = path.join(source.dataDir, "postgres");
  return write((bundle) => copyRunning(bundle, { superUrl, data, say: source.say }), source);
}

/** @param {(bundle: Bundle) => Promise<Omit<Account, "format" | "madeAt">>} takeDatabase @param {BackupSource} source */
async function write(takeDatabase, { dataDir, to, say, secret, stop }) {
  const now = new Date();
  const home = to ?? path.join(dataDir, "backups");
  const bundle = await startBundle(home, { now, say, stop });
  await bundle.orNothing(async () => {
    await copyLastCheckpoint(dataDir, bundle);
    const account = await takeDatabase(bundle);
    await copyDataFiles(dataDir, bundle);
    await bundle.write(
      "backup.json",
      `${JSON.stringify({ format: FORMAT, madeAt: now.toISOString(), ...account }, null, 2)}\n`,
    );
    await bundle.finish();
    say(`It contains the log up to entry ${account.entries.toLocaleString("en")} or later.`);
  });
  say(`The backup is complete: ${bundle.folder}`);
  for (const line of remarks({ bundle, dataDir, home, secret })) say(line);
  return bundle.folder;
}

/** @param {{ bundle: Bundle, dataDir: string, home: string, secret: string | null | undefined }} given */
function remarks({ bundle, dataDir, home, secret }) {
  const lines = [
    "It contains the register's keys and secrets: anyone who has it can sign checkpoints in the register's name. Protect it like the register.",
  ];
  if (secret)
    lines.push(
      "It doesn't contain NEXTAUTH_SECRET. Keep that separately: nobody can read second factors without it.",
    );
  if (bundle.holds("checkpoint.note") && !bundle.holds("house/keys/"))
    lines.push(`There are no signing keys in ${dataDir}: back up the machine that seals the log as well.`);
  lines.push("It doesn't contain packages of exports, which can be made again from the log.");
  if (`${home}${path.sep}`.startsWith(`${dataDir}${path.sep}`))
    lines.push("It is in the register's own folder. Copy it to another machine, or use --to FOLDER.");
  return lines;
}
