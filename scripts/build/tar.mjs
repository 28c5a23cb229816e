// Archives whose bytes depend only on their contents: names sorted, one timestamp, no account names, the same
// rights.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { PlainError } from "../base/plain-error.mjs";

/**
 * @param {{ folder: string, entries: string[], to: string, madeAt: string, gzip?: boolean, owner?: number }} given
 *   `entries` of the folder; `owner`: everybody can read files of root; files of another account only that account
 * @returns {Promise<{ packed: Digest, plain: Digest }>} of the file, and of the archive in it before gzip
 * @typedef {{ sha256: string, size: number }} Digest
 */
export async function packTar({ folder, entries, to, madeAt, gzip = true, owner = 0 }) {
  const args = [
    "--sort=name",
    "--format=gnu",
    "--numeric-owner",
    `--mtime=@${Date.parse(madeAt) / 1000}`,
    `--owner=${owner}`,
    `--group=${owner}`,
    `--mode=u=rwX,go=${owner === 0 ? "rX" : ""}`,
  ];
  const tar = spawn("tar", [...args, "--create", "--directory", folder, "--", ...entries], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve, reject) => {
    tar.once("error", reject);
    tar.once("close", resolve);
  });
  const [plain, packed] = [measure(), measure()];
  await pipeline(
    tar.stdout,
    plain.through,
    gzip ? createGzip({ level: 6 }) : new PassThrough(),
    packed.through,
    createWriteStream(to),
  );
  if ((await ended) !== 0) throw new PlainError(`tar could not pack ${to}. GNU tar is needed.`);
  return { packed: packed.digest(), plain: plain.digest() };
}

/** Counts and hashes the bytes that pass through. */
function measure() {
  const hash = createHash("sha256");
  let size = 0;
  /** @param {AsyncIterable<Buffer>} source */
  async function* through(source) {
    for await (const part of source) {
      hash.update(part);
      size += part.length;
      yield part;
    }
  }
  return { through, digest: () => ({ sha256: hash.digest("hex"), size }) };
}
