import { open, readdir } from "node:fs/promises";
import path from "node:path";
import { PlainError } from "../base/plain-error.mjs";

/** @type {Record<string, string>} */
const WHY = {
  ENOSPC: "there is no room left",
  EDQUOT: "this account has no room left there",
  EROFS: "it is read-only",
  EACCES: "this account has no permission",
  EPERM: "this account has no permission",
  ENOTDIR: "it isn't a folder",
  EEXIST: "something with that name already exists",
  ENOTEMPTY: "something with that name already exists",
  ENAMETOOLONG: "its name is too long",
  EIO: "the disk reported an error",
};

/**
 * Turns an error that the person at the terminal can fix into one line; returns others as they are.
 * @param {unknown} error
 * @param {string} folder that was written to
 */
export function plainly(error, folder) {
  const { code = "", path: from, dest } = /** @type {NodeJS.ErrnoException & { dest?: string }} */ (error);
  const why = WHY[code];
  if (error instanceof PlainError || why === undefined) return error;
  const place = dest ?? from ?? folder;
  const what = place.startsWith(folder) ? `${folder} can't be written to` : `${place} can't be read`;
  return new PlainError(`${what}: ${why} (${code}). Nothing was kept.`, { cause: error });
}

/** Files synced concurrently. */
const SIDE_BY_SIDE = 4;

/**
 * Syncs everything below a folder to disk; fails if the disk didn't store it.
 * @param {string} folder
 */
export async function syncAll(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const waiting = [folder, ...entries.map((entry) => path.join(entry.parentPath, entry.name))];
  const next = async () => {
    for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) await syncName(place);
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, next));
}

/** Syncs a file, or the names in a folder. @param {string} place */
export async function syncName(place) {
  const handle = await open(place, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
