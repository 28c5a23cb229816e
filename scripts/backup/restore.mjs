// Restores a backup into an empty place. It compares every file's hash first, and checks the result against its own
// checkpoint. Later checkpoints in DATA_DIR stay, or a register that lost its last day would continue as if nothing
// were missing.
import { existsSync } from "node:fs";
import path from "node:path";
import { prepareDataDir } from "../base/data-dir.mjs";
import { PlainError } from "../base/plain-error.mjs";
import { endAllSessions } from "./sessions.mjs";
import { checkPlace, DUMP, readDump } from "./dump.mjs";
import { plainly } from "./disk.mjs";
import { checkKeys, KEPT_NOTE, restoreDataFiles } from "./data-files.mjs";
import { readWhole } from "./manifest.mjs";
import { checkFree, placeRegister } from "./placing.mjs";
import { lookAt } from "./look-at.mjs";

/** @typedef {(line: string) => void} Say */
/** @typedef {{ from: string, into: string, checkpoint?: string | null, say: Say, stop?: AbortSignal }} RestoreOptions */

/**
 * @param {Pick<import("../start/settings.mjs").Settings, "databaseUrl" | "ownerUrl">} settings
 * @param {RestoreOptions} options `into`: the folder for keys, files and an embedded database
 */
export async function restore({ databaseUrl, ownerUrl }, options) {
  const { from, into, say } = options;
  if (options.checkpoint && !existsSync(options.checkpoint))
    throw new PlainError(`There is no file ${options.checkpoint}.`);
  const own = databaseUrl && ownerUrl ? { appUrl: databaseUrl, ownerUrl } : null;
  if (!own) checkFree(into);
  say("Comparing the backup with its list of hashes.");
  const account = await readWhole(from, options.stop);
  if (account.kind === "embedded" && own)
    throw new PlainError("This backup is of an embedded database, but DATABASE_URL is set. Unset it.");
  if (account.kind === "dump" && !own)
    throw new PlainError(
      "This backup is of an external database. Set DATABASE_URL and DATABASE_OWNER_URL to an empty database.",
    );
  try {
    prepareDataDir(into);
    await checkKeys(from, into);
    const found = await (own ? fromDump(account, own, options) : placeRegister(account, options));
    report(found, options);
  } catch (error) {
    throw plainly(error, into);
  }
}

/** @typedef {import("./look-at.mjs").Look} Look */

/** @param {import("./manifest.mjs").Account} account @param {{ appUrl: string, ownerUrl: string }} own @param {RestoreOptions} options */
async function fromDump(account, own, options) {
  const { from, into, say } = options;
  const program = await checkPlace(account, own);
  say("Reading the dump.");
  await readDump(path.join(from, DUMP), program, own);
  say("Checking the log and every record.");
  const found = await lookAt(own.appUrl, options);
  if (!found.intact)
    throw new PlainError(
      `The backup is not intact: ${found.fault}. It was restored to the database nevertheless; drop that database.`,
    );
  await endAllSessions(own.ownerUrl);
  await restoreDataFiles(from, into, { note: found.note, secrets: false });
  return found;
}

/** @param {Look} found @param {RestoreOptions} options */
function report({ entries, last, behind }, { into, say }) {
  const counted = (/** @type {number} */ n) => `${n.toLocaleString("en")} ${n === 1 ? "entry" : "entries"}`;
  say(`Restored and intact: a log of ${counted(entries)}.`);
  say("Everyone has to sign in again, and links for setting a password no longer work.");
  if (last === null) say("No checkpoint of this log is stored here.");
  else if (behind)
    say(
      `The last checkpoint stored here (${path.join(into, KEPT_NOTE)}) is of ${counted(last.size)}: everything after the backup is lost. Nothing is sealed until that is on record: npm run acknowledge:restore -- "why"`,
    );
  else
    say(
      "No later checkpoint is stored here. If copies were sent elsewhere (CHECKPOINT_SINKS), compare the register with the last of them: npm run verify -- --checkpoint FILE",
    );
}
