import { spawnSync } from "node:child_process";
import {
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { secretOf } from "../base/data-dir.mjs";
import { PlainError } from "../base/plain-error.mjs";

/** @typedef {import("./launcher.mjs").Launcher} Launcher */

/**
 * PostgreSQL's data folder, created if there is none. It is renamed when complete, so that an interrupted start leaves
 * no half-made one.
 * @param {{ dataDir: string, binaries: { postgres: string, initdb: string }, launcher: Launcher, fast: boolean }} given
 */
export function prepareData({ dataDir, binaries, launcher, fast }) {
  const folder = path.join(dataDir, "postgres");
  if (!existsSync(folder)) create({ folder, dataDir, initdb: binaries.initdb, launcher, fast });
  checkVersion(folder, binaries.postgres);
  checkJournal(folder);
  checkOwner(folder, launcher);
  return folder;
}

/** @param {{ folder: string, dataDir: string, initdb: string, launcher: Launcher, fast: boolean }} given */
function create({ folder, dataDir, initdb, launcher, fast }) {
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  const password = path.join(dataDir, "password.draft");
  writeFileSync(password, `${secretOf(dataDir, "superuser")}\n`, { mode: 0o600 });
  if (launcher.owner)
    for (const one of [draft, password]) chownSync(one, launcher.owner.uid, launcher.owner.gid);
  const [file = "", ...args] = [
    ...launcher.command,
    initdb,
    "-D",
    draft,
    "--username=postgres",
    `--pwfile=${password}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
    ...(fast ? ["--no-sync"] : []),
  ];
  const made = spawnSync(file, args, { ...launcher.ids, cwd: "/", env: serverEnv(), encoding: "utf8" });
  rmSync(password, { force: true });
  if (made.status !== 0)
    throw new PlainError(`PostgreSQL could not prepare ${folder}: ${made.stderr || made.error?.message}`);
  renameSync(draft, folder);
}

/** @param {string} folder @param {string} postgres */
function checkVersion(folder, postgres) {
  const written = read(path.join(folder, "PG_VERSION"), folder).trim();
  const ours = majorOf(postgres);
  if (Number(written) !== ours) {
    throw new PlainError(
      `${folder} was written by PostgreSQL ${written}, but this checkout has PostgreSQL ${ours}. Use the checkout that wrote it, or another DATA_DIR.`,
    );
  }
}

/** @param {string} folder */
function checkJournal(folder) {
  if (existsSync(path.join(folder, "pg_wal"))) return;
  throw new PlainError(
    `${folder} lacks its journal (pg_wal), and PostgreSQL can't start without it. Recover that folder, or restore a backup (docs/operations.md).`,
  );
}

/** Its major version. @param {string} postgres */
export function majorOf(postgres) {
  const ours = /(\d+)\./.exec(spawnSync(postgres, ["--version"], { encoding: "utf8" }).stdout)?.[1];
  if (ours === undefined)
    throw new PlainError(
      `${postgres} does not run on this system. Set DATABASE_URL to a database of your own.`,
    );
  return Number(ours);
}

/** @param {string} file @param {string} folder */
function read(file, folder) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    throw new PlainError(`${folder} is not PostgreSQL data that this account can read (${code}).`);
  }
}

/** Data that root created for one account is given to the account that PostgreSQL runs as today.
 * @param {string} folder @param {Launcher} launcher */
function checkOwner(folder, { owner }) {
  const { uid } = statSync(folder);
  if (owner && uid !== owner.uid) handOver(folder, owner);
  if (!owner && uid !== process.getuid?.()) throw new PlainError(`${folder} belongs to another account.`);
}

/** @param {string} entry @param {{ uid: number, gid: number }} owner */
function handOver(entry, owner) {
  if (lstatSync(entry).isDirectory())
    for (const name of readdirSync(entry)) handOver(path.join(entry, name), owner);
  if (!lstatSync(entry).isSymbolicLink()) chownSync(entry, owner.uid, owner.gid);
}

/** PostgreSQL's environment, without variables that would point it to another server or language. */
export function serverEnv() {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return /** @type {NodeJS.ProcessEnv} */ (Object.fromEntries([...kept, ["LC_ALL", "C"]]));
}
