// The production build, made only when the sources have changed.
import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { makeLean } from "./lean-scripts.mjs";
import { bundleProgram, bundleWorker } from "../worker/bundle.mjs";
import { command } from "../base/command.mjs";
import { generate } from "../generate.mjs";
import { hold } from "../base/hold.mjs";
import { IS_BUNDLE, ROOT, runsItself } from "../base/paths.mjs";
import { PlainError, run } from "../base/plain-error.mjs";

const FOUND_REGISTER = "scripts/register/found-register.ts";

const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "instrumentation.ts",
  "scripts/worker",
  FOUND_REGISTER,
  "scripts/build/lean-scripts.mjs",
  "proxy.ts",
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
  "prisma/schema.prisma",
  // A build states the last of its migrations, and its version.
  "prisma/migrations",
  "package.json",
];
const OUTPUT = path.join(ROOT, ".next");
const MADE_FROM = path.join(OUTPUT, "made-from");

/** The file that `node` runs to serve the register. */
export const SERVER = IS_BUNDLE ? path.join(ROOT, "server.js") : path.join(OUTPUT, "standalone/server.js");

/** The file that does the register's background work. */
export const WORKER = path.join(OUTPUT, "worker.mjs");

/** Run first by each start. Bundled by the build: run from its sources, it would take a third of a start. */
export const FOUNDING = IS_BUNDLE ? FOUND_REGISTER : path.join(OUTPUT, "found-register.mjs");

/**
 * Builds unless the existing build was made from the same sources.
 * @param {AbortSignal} [signal]
 * @param {{ aside?: boolean }} [options] `aside`: with low priority, while something else runs
 */
export async function buildIfStale(signal, { aside = false } = {}) {
  if (IS_BUNDLE) return;
  generate();
  const sources = fingerprint(ROOT);
  if (isMadeFrom(sources)) return;
  const lock = await holdBuild((line) => console.log(line), signal);
  try {
    if (!isMadeFrom(sources)) await build(sources, { aside, signal });
  } finally {
    lock.release();
  }
}

/** @param {string} sources */
const isMadeFrom = (sources) =>
  [SERVER, WORKER, FOUNDING, MADE_FROM].every((file) => existsSync(file)) &&
  readFileSync(MADE_FROM, "utf8") === sources;

/**
 * Waits while another start builds in the same folder: two builds at once would spoil each other.
 * @param {(line: string) => void} say
 * @param {AbortSignal} [signal]
 * @param {string} [folder]
 * @returns {Promise<{ release: () => void }>}
 */
export async function holdBuild(say, signal, folder = ROOT) {
  for (let turn = 1; ; turn += 1) {
    const lock = hold(folder, ".building.json");
    if ("release" in lock) return lock;
    if (turn === 1)
      say(`Another start is building the register (process ${lock.holder.pid}). Waiting for it.`);
    await sleep(LOOK_MS, undefined, signal ? { signal } : {}).catch(() => {});
    if (signal?.aborted) throw new PlainError("Stopped while another start was building.");
  }
}

const LOOK_MS = 250;

/** @param {string} sources @param {{ aside: boolean, signal: AbortSignal | undefined }} options */
async function build(sources, { aside, signal }) {
  console.log("Building the register. This takes about half a minute.");
  rmSync(MADE_FROM, { force: true });
  const next = path.join(ROOT, "node_modules/next/dist/bin/next");
  const code = await command("node", [next, "build"], {
    env: buildEnv(),
    signal,
    aside,
    until: /^Route \(app\)/m,
  });
  if (code !== 0) throw new PlainError("The build failed; see its output above.");
  // Next leaves these out, for deployments that serve them from elsewhere.
  copy(path.join(OUTPUT, "static"), path.join(OUTPUT, "standalone/.next/static"));
  copy(path.join(ROOT, "public"), path.join(OUTPUT, "standalone/public"));
  makeLean(path.join(OUTPUT, "standalone/.next/server"));
  await bundleWorker(WORKER);
  await bundleProgram(FOUND_REGISTER, FOUNDING);
  writeFileSync(MADE_FROM, sources);
}

/** @param {string} from @param {string} to */
function copy(from, to) {
  if (existsSync(from)) cpSync(from, to, { recursive: true });
}

/**
 * Doesn't depend on where the folder is: a build from one place isn't repeated in another.
 * @param {string} root
 */
export function fingerprint(root) {
  const hash = createHash("sha256").update(process.version);
  for (const source of SOURCES)
    for (const file of filesOf(path.join(root, source)))
      hash.update(`\0${path.relative(root, file)}\0`).update(readFileSync(file));
  return hash.digest("hex");
}

/** @param {string} entry @returns {string[]} */
function filesOf(entry) {
  const found = statSync(entry, { throwIfNoEntry: false });
  if (!found || entry.endsWith("lib/db/generated")) return [];
  if (!found.isDirectory()) return [entry];
  return readdirSync(entry)
    .sort()
    .flatMap((name) => filesOf(path.join(entry, name)));
}

const buildEnv = () => ({
  ...process.env,
  NODE_ENV: /** @type {const} */ ("production"),
  NEXT_TELEMETRY_DISABLED: "1",
});

if (runsItself(import.meta.url)) await run(() => buildIfStale());
