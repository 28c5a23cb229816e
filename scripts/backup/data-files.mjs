// The files of a register in DATA_DIR outside its database: keys, secrets, last checkpoint, uploaded files. Copies
// everything that isn't known to be dispensable.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PlainError } from "../base/plain-error.mjs";
import { filesIn } from "./manifest.mjs";

const DATABASE = /^(postgres(\..*)?|running\.json.*|password\.draft|restoring|\.try-.*)$/;
const DISPENSABLE = /^(exports|backups|incoming|register-\d{8}T\d{6}Z.*)$/;
export const KEPT_NOTE = "checkpoints/latest.note";
const SECRETS = "secrets.json";

/** @typedef {import("./bundle.mjs").Bundle} Bundle */

/** @param {string} dataDir @param {Bundle} bundle */
export const copyLastCheckpoint = (dataDir, bundle) =>
  bundle.copy(path.join(dataDir, KEPT_NOTE), `house/${KEPT_NOTE}`);

/** @param {string} dataDir @param {Bundle} bundle */
export async function copyDataFiles(dataDir, bundle) {
  if (!existsSync(dataDir)) return;
  for (const entry of readdirSync(dataDir, { withFileTypes: true })) {
    if (DATABASE.test(entry.name) || DISPENSABLE.test(entry.name)) continue;
    const place = path.join(dataDir, entry.name);
    if (bundle.folder.startsWith(`${place}${path.sep}`)) continue;
    const names = entry.isDirectory()
      ? (await filesIn(place)).map((name) => `${entry.name}/${name}`)
      : entry.isFile()
        ? [entry.name]
        : [];
    for (const name of names)
      if (name !== KEPT_NOTE) await bundle.copy(path.join(dataDir, name), `house/${name}`);
  }
}

/**
 * Fails if the folder has another register's keys: one register's keys would sign the other's log.
 * @param {string} backup @param {string} dataDir
 */
export async function checkKeys(backup, dataDir) {
  for (const name of await housed(backup)) {
    if (!name.startsWith("keys/") || !existsSync(path.join(dataDir, name))) continue;
    if (!readFileSync(path.join(dataDir, name)).equals(readFileSync(path.join(backup, "house", name))))
      throw new PlainError(
        `${path.join(dataDir, name)} differs from the key of that name in the backup: it is another register's. Restore into an empty folder: --into FOLDER.`,
      );
  }
}

/**
 * Existing files stay, except for the secrets that open the restored database. The caller passes the last checkpoint as
 * `note`, so that a later one isn't lost.
 * @param {string} backup @param {string} dataDir
 * @param {{ note: string | null, secrets: boolean }} given
 */
export async function restoreDataFiles(backup, dataDir, { note, secrets }) {
  for (const name of await housed(backup)) {
    if (name === KEPT_NOTE || (name === SECRETS && secrets)) continue;
    const place = path.join(dataDir, name);
    if (existsSync(place)) continue;
    makeFolderOf(place);
    cpSync(path.join(backup, "house", name), place);
  }
  if (secrets) putSecrets(backup, dataDir);
  if (note !== null) {
    makeFolderOf(path.join(dataDir, KEPT_NOTE));
    writeFileSync(path.join(dataDir, KEPT_NOTE), note, { flush: true });
  }
}

/** @param {string} backup @param {string} dataDir */
function putSecrets(backup, dataDir) {
  const [from, to] = [path.join(backup, "house", SECRETS), path.join(dataDir, SECRETS)];
  const ours = existsSync(to) ? readFileSync(to) : null;
  const theirs = readFileSync(from);
  if (ours && !ours.equals(theirs)) writeFileSync(`${to}.before-restore`, ours, { mode: 0o600, flush: true });
  writeFileSync(to, theirs, { mode: 0o600, flush: true });
}

/** @param {string} place */
const makeFolderOf = (place) => mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 });

/** @param {string} backup */
const housed = async (backup) =>
  existsSync(path.join(backup, "house")) ? filesIn(path.join(backup, "house")) : [];
