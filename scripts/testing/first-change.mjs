import { spawnSync } from "node:child_process";
import { constants, cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { ROOT } from "../base/paths.mjs";

const PATCHES = path.join(ROOT, "docs/first-change");
/** The tests that a new field or operation affects. */
const TESTS = [
  "tests/api",
  "tests/db/schema/round-trip.test.ts",
  "tests/db/schema/drift.test.ts",
  "tests/imports",
];

/**
 * Applies each patch of docs/first-change to a copy of the last commit, and checks, builds and tests that.
 * @returns {number} 0, or 1 if one fails
 */
export function tryFirstChanges() {
  const patches = readdirSync(PATCHES).filter((file) => file.endsWith(".patch"));
  const failed = patches.filter((patch) => !isGreen(path.join(PATCHES, patch)));
  console.log(
    `docs/first-change: ${patches.length - failed.length} of ${patches.length} patches work${failed.map((one) => `, not ${one}`).join("")}`,
  );
  return failed.length === 0 && patches.length > 0 ? 0 : 1;
}

/** @param {string} patch */
function isGreen(patch) {
  const copy = mkdtempSync(path.join(os.tmpdir(), "register-first-change-"));
  /** @param {string} program @param {string[]} args */
  const does = (program, ...args) => spawnSync(program, args, { cwd: copy, stdio: "inherit" }).status === 0;
  try {
    if (!does("git", "clone", "--quiet", ROOT, copy)) return false;
    cpSync(path.join(ROOT, "node_modules"), path.join(copy, "node_modules"), {
      recursive: true,
      verbatimSymlinks: true,
      mode: constants.COPYFILE_FICLONE,
    });
    return (
      does("git", "apply", patch) &&
      does("npm", "run", "check") &&
      does("npm", "run", "build") &&
      does("npx", "vitest", "run", "--project", "server", ...TESTS)
    );
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
