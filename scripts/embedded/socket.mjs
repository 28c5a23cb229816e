import { createHash } from "node:crypto";
import { chmodSync, chownSync, lstatSync, mkdirSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { PlainError } from "../base/plain-error.mjs";

const LONGEST = 100;

/**
 * The private folder of the server's socket. Socket paths have a length limit, so it is in the temporary folder, named
 * after its data.
 * @param {string} dataDir
 * @param {{ uid: number, gid: number } | null} owner
 */
export function prepareSocketFolder(dataDir, owner) {
  const name = `register-${createHash("sha256").update(dataDir).digest("hex").slice(0, 16)}`;
  const folder =
    [os.tmpdir(), "/tmp"].map((base) => path.join(base, name)).find(isShort) ?? path.join("/tmp", name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  const known = [process.getuid?.(), owner?.uid];
  if (!found.isDirectory() || !known.includes(found.uid))
    throw new PlainError(`${folder} belongs to someone else. Set TMPDIR.`);
  chmodSync(folder, 0o700);
  if (owner) chownSync(folder, owner.uid, owner.gid);
  return folder;
}

const isShort = (/** @type {string} */ folder) =>
  Buffer.byteLength(path.join(folder, ".s.PGSQL.5432")) <= LONGEST;

/**
 * Makes connection addresses for the server whose socket is in that folder.
 * @param {string} socket
 */
export const addressIn =
  (socket) => (/** @type {string} */ user, /** @type {string} */ password, /** @type {string} */ database) =>
    `postgresql://${user}:${encodeURIComponent(password)}@localhost/${database}?host=${encodeURIComponent(socket)}`;
