import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { IS_BUNDLE, ROOT } from "./paths.mjs";
import { PlainError } from "./plain-error.mjs";

/** @typedef {Record<string, { version?: string, optional?: boolean, peer?: boolean, dev?: boolean }>} Packages */

/**
 * Installs the packages in package-lock.json, unless they are installed.
 * @param {{ tools: boolean }} needed whether test-only packages are needed too
 */
export function install({ tools }) {
  checkNode();
  if (IS_BUNDLE || isInstalled(tools)) return;
  console.log("Installing packages. This takes about a minute.");
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: ROOT,
    stdio: "inherit",
  });
  if (npm.status !== 0) throw new PlainError("npm ci failed; see its output above.");
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new PlainError(`This needs Node 20.19 or later, but this is ${process.versions.node}.`);
}

/** npm records what it has installed in a lock file: the versions must match ours. @param {boolean} tools */
function isInstalled(tools) {
  const installed = packagesIn("node_modules/.package-lock.json");
  return Object.entries(packagesIn("package-lock.json"))
    .filter(([name, { optional, dev }]) => name !== "" && !optional && (tools || !dev))
    .every(([name, { version }]) => installed[name]?.version === version);
}

/** @param {string} file @returns {Packages} */
function packagesIn(file) {
  const full = path.join(ROOT, file);
  return existsSync(full) ? JSON.parse(readFileSync(full, "utf8")).packages : {};
}
