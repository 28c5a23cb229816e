import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { ROOT, programAt } from "../base/paths.mjs";
import { PlainError } from "../base/plain-error.mjs";
import { KEPT_NOTE } from "./data-files.mjs";

/**
 * @typedef {object} Look
 * @property {boolean} intact also compared with the backup's own checkpoint
 * @property {string} fault
 * @property {number} entries
 * @property {{ size: number, origin: string } | null} last known checkpoint of this log
 * @property {string | null} note its text
 * @property {boolean} behind whether the database ends before that one
 */

/**
 * Inspects a restored database before it is used.
 * @param {string} appUrl
 * @param {Pick<import("./restore.mjs").RestoreOptions, "from" | "into" | "checkpoint">} options
 * @returns {Promise<Look>}
 */
export async function lookAt(appUrl, { from, into, checkpoint }) {
  const own = path.join(from, "checkpoint.note");
  const notes = [
    path.join(into, KEPT_NOTE),
    path.join(from, "house", KEPT_NOTE),
    ...(checkpoint ? [checkpoint] : []),
  ];
  const args = [
    ...(existsSync(own) ? ["--own", own] : []),
    ...notes.filter((file) => existsSync(file)).flatMap((file) => ["--note", file]),
  ];
  const looked = promisify(execFile)(
    process.execPath,
    [...programAt("scripts/backup/look-at-restored.ts"), ...args],
    {
      cwd: ROOT,
      env: { ...process.env, DATABASE_URL: appUrl },
      maxBuffer: 1 << 24,
    },
  );
  const { stdout } = await looked.catch((error) => {
    throw new PlainError(
      `The restored register could not be checked: ${error.stderr?.trim() || error.message}`,
    );
  });
  return JSON.parse(stdout);
}
