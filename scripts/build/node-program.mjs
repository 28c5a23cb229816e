// Node for an image, from the registry that all packages come from: Debian 13 has Node 20, whose support has ended.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { PlainError } from "../base/plain-error.mjs";
import { sha512 } from "./sbom.mjs";

const VERSION = "24.22.3";
/** @type {Record<string, string>} */
const INTEGRITY = {
  x64: "sha512-KHsob+Fv9YerATvYujMbiyJqnRCvLtrcr/eTNqRqiOSGp97EOiRP1yP47+knGgQ/xnc3XY8xzkW587dlZzNqRA==",
  arm64: "sha512-IZx0J52/1NDwAsY2iyWR9nlPIYuYviTWetjj8+ElvYQh2+XRhLfCfkbFEF/2O5vGI2hcUbyPNHV+nz342FbJXw==",
};

/** @param {string} root @returns {import("./sbom.mjs").Component} */
export function placeNode(root) {
  const name = `node-linux-${process.arch}`;
  const integrity = INTEGRITY[process.arch];
  if (!integrity) throw new PlainError(`There is no Node for images of the architecture ${process.arch}.`);
  const folder = mkdtempSync(path.join(os.tmpdir(), "register-node-"));
  try {
    const packed = spawnSync("npm", ["pack", `${name}@${VERSION}`, "--silent"], {
      cwd: folder,
      encoding: "utf8",
    });
    if (packed.status !== 0)
      throw new PlainError(`npm could not fetch ${name} ${VERSION}:\n${packed.stderr}`);
    const file = path.join(folder, packed.stdout.trim());
    const found = `sha512-${createHash("sha512").update(readFileSync(file)).digest("base64")}`;
    if (found !== integrity) throw new PlainError(`${name} ${VERSION} has an unexpected hash: ${found}.`);
    const { status } = spawnSync("tar", ["--extract", "--file", file, "--directory", folder]);
    if (status !== 0) throw new PlainError(`${file} can't be unpacked.`);
    mkdirSync(path.join(root, "usr/local/bin"), { recursive: true });
    cpSync(path.join(folder, "package/bin/node"), path.join(root, "usr/local/bin/node"));
    cpSync(path.join(folder, "package/LICENSE"), path.join(root, "usr/share/doc/node/copyright"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return {
    type: "application",
    name: "node",
    version: VERSION,
    purl: `pkg:npm/${name}@${VERSION}`,
    hashes: [sha512(integrity)],
    licenses: [{ expression: "MIT" }],
  };
}
