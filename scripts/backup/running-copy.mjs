// Copies the files of a running PostgreSQL, as its own base backup does: between backup start and stop, with the WAL of
// that time. Without the WAL they are not a usable database.
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { withClient } from "../database/client.mjs";
import { PlainError } from "../base/plain-error.mjs";
import { backupFacts } from "./facts.mjs";

// Files that PostgreSQL recreates, or that describe the running server.
const LEFT_OUT =
  /^(postmaster\.(pid|opts)|(backup_label|tablespace_map)(\.old)?|backup_manifest|current_logfiles|pgsql_tmp.*|pg_internal\.init.*)$/;
const EMPTIED = new Set(
  "pg_wal pg_dynshmem pg_notify pg_replslot pg_serial pg_snapshots pg_stat_tmp pg_subtrans".split(" "),
);
// It says where recovery begins, so it is copied last.
const CONTROL = "global/pg_control";

/**
 * @param {import("./bundle.mjs").Bundle} bundle
 * @param {{ superUrl: string, data: string, say: (line: string) => void }} given
 * @returns {Promise<Omit<import("./manifest.mjs").Account, "format" | "madeAt">>}
 */
export function copyRunning(bundle, { superUrl, data, say }) {
  return withClient(superUrl, async (client) => {
    // The connection is idle during the copy; the next query notices that it is lost.
    client.on("error", () => {});
    try {
      const { note, ...facts } = await backupFacts(client);
      if (note !== null) await bundle.write("checkpoint.note", note);
      await checkTablespaces(client);
      // Keeps the WAL from here on until this session ends.
      const slot = `register_backup_${process.pid}`;
      await client.query("SELECT pg_create_physical_replication_slot($1, true, true)", [slot]);
      await client.query("SELECT pg_backup_start('register', true)");
      // Files created from here on are in the WAL.
      const { files, folders, bytes } = await listed(data);
      await bundle.expect(bytes);
      say(`Copying the database, about ${Math.ceil(bytes / 1e6)} MB.`);
      for (const name of files) await bundle.copy(path.join(data, name), `database/${name}`);
      await bundle.copy(path.join(data, CONTROL), `database/${CONTROL}`);
      await copyJournal(bundle, { data, ...(await stopBackup(client)) });
      return { kind: "embedded", ...facts, folders };
    } catch (error) {
      throw isLost(error)
        ? new PlainError(
            `The database stopped while it was being copied: ${error.message}. Nothing was kept.`,
          )
        : error;
    }
  });
}

/** Refuses tablespaces outside the data folder, which exist only if someone created them.
 * @param {import("pg").Client} client */
async function checkTablespaces(client) {
  const { rows } = await client.query("SELECT count(*)::int AS more FROM pg_tablespace WHERE oid > 16383");
  if (rows[0].more > 0)
    throw new PlainError("The database has additional tablespaces, which this backup can't copy.");
}

/** @param {import("pg").Client} client */
async function stopBackup(client) {
  const { rows } = await client.query(
    "SELECT labelfile AS label, spcmapfile AS map, pg_walfile_name(lsn) AS last FROM pg_backup_stop(false)",
  );
  const { label, map, last } = rows[0];
  const first = /\(file ([0-9A-F]{24})\)/.exec(label)?.[1];
  if (!first) throw new Error(`PostgreSQL's label of the backup names no journal: ${label}`);
  return { label, map, first, last };
}

/** @param {import("./bundle.mjs").Bundle} bundle @param {{ data: string, label: string, map: string | null, first: string, last: string }} given */
async function copyJournal(bundle, { data, label, map, first, last }) {
  for (const segment of segmentsBetween(first, last))
    if (!(await bundle.copy(path.join(data, "pg_wal", segment), `database/pg_wal/${segment}`)))
      throw new PlainError(`The database removed a part of its journal too soon (${segment}). Try again.`);
  for (const name of await readdir(path.join(data, "pg_wal")))
    if (name.endsWith(".history"))
      await bundle.copy(path.join(data, "pg_wal", name), `database/pg_wal/${name}`);
  await bundle.write("database/backup_label", label);
  if (map) await bundle.write("database/tablespace_map", map);
}

/**
 * Names of the 16 MB segments of PostgreSQL's WAL: timeline, and the number in two parts.
 * @param {string} first
 * @param {string} last
 */
export function segmentsBetween(first, last) {
  const timeline = first.slice(0, 8);
  if (last.slice(0, 8) !== timeline)
    throw new Error(`the journal's timeline changed between ${first} and ${last}`);
  const hex = (/** @type {number} */ n) => n.toString(16).toUpperCase().padStart(8, "0");
  const numberOf = (/** @type {string} */ name) =>
    Number.parseInt(name.slice(8, 16), 16) * 256 + Number.parseInt(name.slice(16), 16);
  const [from, to] = [numberOf(first), numberOf(last)];
  return Array.from(
    { length: Math.max(0, to - from + 1) },
    (_, n) => `${timeline}${hex(Math.floor((from + n) / 256))}${hex((from + n) % 256)}`,
  );
}

/** @param {string} data @param {string} [below] @returns {Promise<{ files: string[], folders: string[], bytes: number }>} */
async function listed(data, below = "") {
  const found = { files: /** @type {string[]} */ ([]), folders: /** @type {string[]} */ ([]), bytes: 0 };
  const entries = await readdir(path.join(data, below), { withFileTypes: true });
  for (const entry of entries) {
    const name = below === "" ? entry.name : `${below}/${entry.name}`;
    if (LEFT_OUT.test(entry.name) || name === CONTROL) continue;
    if (entry.isDirectory()) {
      const inside = EMPTIED.has(name) ? { files: [], folders: [], bytes: 0 } : await listed(data, name);
      if (inside.files.length + inside.folders.length === 0) found.folders.push(name);
      found.files.push(...inside.files);
      found.folders.push(...inside.folders);
      found.bytes += inside.bytes;
    } else if (entry.isFile()) {
      found.files.push(name);
      found.bytes += await stat(path.join(data, name)).then(
        ({ size }) => size,
        () => 0,
      );
    }
  }
  return found;
}

/** @param {unknown} error @returns {error is Error} */
const isLost = (error) =>
  error instanceof Error &&
  (/^(57P|08)/.test(String(/** @type {{ code?: string }} */ (error).code)) ||
    /Connection terminated|not queryable|ECONNRESET|EPIPE/.test(error.message));
