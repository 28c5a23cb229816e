// What a bundle or image is made from, and the commit's time, so that the same commit makes the same bytes.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../base/paths.mjs";

/**
 * @returns {{ version: string, revision: string, madeAt: string, platform: string, arch: string }}
 *   `revision`: REVISION if there is no Git; `madeAt`: SOURCE_DATE_EPOCH if it is set
 */
export function provenance() {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));
  const commit = git("rev-parse", "HEAD");
  const isChanged = commit !== "" && git("status", "--porcelain", "--untracked-files=no") !== "";
  const epoch = Number(process.env.SOURCE_DATE_EPOCH || git("log", "-1", "--format=%ct") || 0);
  return {
    version,
    revision:
      commit === "" ? process.env.REVISION || "unknown" : `${commit}${isChanged ? " with changes" : ""}`,
    madeAt: new Date(epoch * 1000).toISOString(),
    platform: process.platform,
    arch: process.arch,
  };
}

/** @param {string[]} args */
const git = (...args) => spawnSync("git", args, { cwd: ROOT, encoding: "utf8" }).stdout?.trim() ?? "";
