// A lock on a folder: only one start uses the data, and only one builds. The file names the holder; a dead process's file
// is ignored.
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beganAt, isAlive } from "../embedded/process.mjs";
import { PlainError } from "./plain-error.mjs";

/** @typedef {{ pid: number, began: string }} Holder */

const RUNNING = "running.json";

/**
 * Locks the folder.
 * @param {string} folder
 * @param {string} [name] of the file
 * @returns {{ release: () => void } | { holder: Holder }} or its holder
 */
export function hold(folder, name = RUNNING) {
  const file = path.join(folder, name);
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ pid: process.pid, began: beganAt(process.pid) }));
  try {
    for (;;) {
      if (link(draft, file)) return { release: () => rmSync(file, { force: true }) };
      const holder = holderOf(folder, name);
      if (holder) return { holder };
      putAside(file);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * The live process that has locked the folder.
 * @param {string} folder
 * @param {string} [name]
 * @returns {Holder | null}
 */
export function holderOf(folder, name = RUNNING) {
  const holder = read(path.join(folder, name));
  return holder && isAlive(holder.pid) && beganAt(holder.pid) === holder.began ? holder : null;
}

/** Fails if another start has locked the folder. @param {string} dataDir */
export function checkHolder(dataDir) {
  const holder = holderOf(dataDir);
  if (holder) throw alreadyRunning(holder, dataDir);
}

/** @param {Holder} holder @param {string} dataDir */
export const alreadyRunning = ({ pid }, dataDir) =>
  new PlainError(`This register is already running (process ${pid}, ${dataDir}).`);

/** Linking, unlike writing, fails when the file exists: of two starts one wins.
 * @param {string} draft @param {string} file */
function link(draft, file) {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  }
}

/** Removes a dead holder's file, unless another start was faster and the file is already its own.
 * @param {string} file */
function putAside(file) {
  const aside = `${file}.${process.pid}.dead`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const taken = read(aside);
  if (taken && isAlive(taken.pid) && beganAt(taken.pid) === taken.began) link(aside, file);
  rmSync(aside, { force: true });
}

/** @param {string} file @returns {Holder | null} */
function read(file) {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
