// The release before this one, as the CHANGELOG names it: taken out of Git, built once, and kept.
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { ROOT } from "@/scripts/base/paths.mjs";

const run = promisify(execFile);

/** Its folder, or why there is none. */
export async function releaseBefore(): Promise<{ folder: string } | string> {
  const changelog = readFileSync(path.join(ROOT, "CHANGELOG.md"), "utf8");
  const commit = /^## \S+\n\nCommit `([0-9a-f]{40})`/m.exec(changelog)?.[1] ?? "";
  const cache = process.env["XDG_CACHE_HOME"] || path.join(os.homedir(), ".cache");
  const folder = path.join(cache, "pledge-register", `release-${commit.slice(0, 12)}`);
  if (existsSync(path.join(folder, ".next/made-from"))) return { folder };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const archive = path.join(folder, "release.tar");
  try {
    await run("git", ["archive", "--output", archive, commit], { cwd: ROOT });
  } catch {
    return "its commit isn't in this clone";
  }
  console.log("Building the release before this one. This takes a minute, once.");
  await run("tar", ["-xf", archive, "-C", folder]);
  if (!existsSync(path.join(folder, "node_modules"))) await linkPackages(folder);
  await run("npm", ["run", "build"], { cwd: folder, maxBuffer: 100_000_000 });
  return { folder };
}

/** The release's own start replaces packages whose versions differ from those it was made with. */
async function linkPackages(folder: string): Promise<void> {
  const [from, draft] = [path.join(ROOT, "node_modules"), path.join(folder, "node_modules.new")];
  await run("cp", ["-al", from, draft]).catch(() => run("cp", ["-R", from, draft]));
  renameSync(draft, path.join(folder, "node_modules"));
}
