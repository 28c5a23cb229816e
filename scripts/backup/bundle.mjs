// A backup while it is written: until everything is on disk, its name can't be mistaken for that of a
// complete one.
import { createHash } from "node:crypto";
import { open, mkdir, readdir, rename, rm, statfs, writeFile } from "node:fs/promises";
import path from "node:path";
import { makeFolder } from "../base/data-dir.mjs";
import { PlainError } from "../base/plain-error.mjs";
import { backupManifest, MANIFEST } from "./manifest.mjs";
import { plainly, syncAll, syncName } from "./disk.mjs";

const UNFINISHED = ".unfinished";
const CHUNK = 1 << 20;
const SAY_EVERY_MS = 2_000;

/** @typedef {Awaited<ReturnType<typeof startBundle>>} Bundle */

/**
 * @param {string} home the folder in which to create the backup's folder
 * @param {{ now: Date, say: (line: string) => void, stop?: AbortSignal | undefined }} given
 */
export async function startBundle(home, { now, say, stop }) {
  const folder = path.join(home, `register-${now.toISOString().replace(/[-:]|\.\d+/g, "")}`);
  const draft = `${folder}${UNFINISHED}`;
  try {
    makeFolder(home);
    for (const name of await readdir(home))
      if (name.endsWith(UNFINISHED))
        say(`An earlier backup was interrupted, or is still being made: ${path.join(home, name)}`);
    await mkdir(draft, { mode: 0o700 });
  } catch (error) {
    throw plainly(error, home);
  }
  /** @type {Map<string, string>} */
  const hashes = new Map();
  let [bytes, expected, saidAt] = [0, 0, Date.now()];

  /** @param {string} name */
  const placeOf = async (name) => {
    const place = path.join(draft, name);
    await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
    return place;
  };
  const progress = () => {
    if (Date.now() - saidAt < SAY_EVERY_MS) return;
    saidAt = Date.now();
    say(`  ${inMegabytes(bytes)} of about ${inMegabytes(Math.max(expected, bytes))} MB`);
  };

  return {
    folder,
    draft,

    /** @param {number} size approximate total in bytes */
    async expect(size) {
      expected = size;
      const { bavail, bsize } = await statfs(draft);
      if (bavail * bsize < size)
        throw new PlainError(
          `There is not enough room for the backup in ${home}: it needs about ${inMegabytes(size)} MB, and ${inMegabytes(bavail * bsize)} MB are free.`,
        );
    },

    /** Copies the file's content at the time of reading.
     * @param {string} source @param {string} name @returns {Promise<boolean>} false where it is gone */
    async copy(source, name) {
      const from = await openOrGone(source);
      if (!from) return false;
      const hash = createHash("sha256");
      const to = await open(await placeOf(name), "wx", 0o600);
      try {
        const buffer = Buffer.allocUnsafe(CHUNK);
        for (;;) {
          stop?.throwIfAborted();
          const { bytesRead } = await from.read(buffer, 0, CHUNK, null);
          if (bytesRead === 0) break;
          const part = buffer.subarray(0, bytesRead);
          hash.update(part);
          await to.writeFile(part);
          bytes += bytesRead;
          progress();
        }
      } finally {
        await from.close();
        await to.close();
      }
      hashes.set(name, hash.digest("hex"));
      return true;
    },

    /** @param {string} name @param {string} text */
    async write(name, text) {
      await writeFile(await placeOf(name), text, { mode: 0o600, flag: "wx" });
      hashes.set(name, createHash("sha256").update(text).digest("hex"));
    },

    /** Adds a file that another program has written below `draft`. @param {string} name */
    async adopt(name) {
      const file = await open(path.join(draft, name), "r+");
      try {
        await file.chmod(0o600);
        const hash = createHash("sha256");
        for await (const part of file.createReadStream({ autoClose: false })) hash.update(part);
        hashes.set(name, hash.digest("hex"));
      } finally {
        await file.close();
      }
    },

    /** Whether the backup has a file of that name, or below it. @param {string} name */
    holds: (name) => [...hashes.keys()].some((one) => one.startsWith(name)),

    /** Renames the draft last, after everything is synced. */
    async finish() {
      stop?.throwIfAborted();
      await writeFile(path.join(draft, MANIFEST), backupManifest(hashes), { mode: 0o600, flag: "wx" });
      await syncAll(draft);
      await rename(draft, folder);
      await syncName(home);
    },

    /** Removes the draft if the work fails. @param {() => Promise<void>} work */
    async orNothing(work) {
      try {
        await work();
      } catch (error) {
        await rm(draft, { recursive: true, force: true }).catch(() => {});
        throw plainly(error, home);
      }
    },
  };
}

const inMegabytes = (/** @type {number} */ size) => Math.ceil(size / 1e6).toLocaleString("en");

/** @param {string} file */
async function openOrGone(file) {
  try {
    return await open(file, "r");
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === "ENOENT") return null;
    throw new PlainError(`${file} can't be read by this account (${code}).`);
  }
}
