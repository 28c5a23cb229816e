// An external database, backed up and restored by PostgreSQL's programs: for real if they are installed; if they aren't, or
// something is in the way, a line says what to do.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { spawnSync } from "node:child_process";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { sealLog } from "@/lib/trust/checkpoints/sealing";
import { disconnect } from "@/lib/db/client";
import { verifyRegister } from "@/lib/db/verify/verify";
import { backUp } from "@/scripts/backup/back-up.mjs";
import { restoresTo } from "@/scripts/backup/dump.mjs";
import { readWhole } from "@/scripts/backup/manifest.mjs";
import { restore } from "@/scripts/backup/restore.mjs";
import { askDatabase } from "@/scripts/database/client.mjs";
import type { TestDatabase } from "@/scripts/testing/databases.mjs";
import { createTestDatabase } from "../support/registers/database";
import { openDemonstration } from "../support/registers/demonstration";

const home = mkdtempSync(path.join(os.tmpdir(), "register-dump-"));
const at = (...names: string[]): string => path.join(home, ...names);
const { PATH } = process.env;
const quiet = (): void => undefined;

let living: TestDatabase;
let server = 0;
beforeAll(async () => {
  living = await openDemonstration();
  await sealLog({ dataDir: at("living"), sinks: [] });
  await disconnect();
  const [{ major }] = (await askDatabase(
    living.ownerUrl,
    "SELECT current_setting('server_version_num')::int / 10000 AS major",
  )) as [{ major: number }];
  server = major;
  program(
    "one",
    "pg_dump",
    `echo pg_dump ${major}.1`,
    'while [ $# -gt 0 ]; do case $1 in --file=*) echo dump > "${1#--file=}";; esac; shift; done',
  );
  program("one", "pg_restore", `echo pg_restore ${major}.1`, "exit 0");
});
afterEach(() => {
  process.env.PATH = PATH;
});
afterAll(async () => {
  await disconnect();
  await living.drop();
  rmSync(home, { recursive: true });
});

/** A stand-in for PostgreSQL's program, in a separate folder. */
function program(folder: string, name: string, version: string, otherwise: string): void {
  mkdirSync(at(folder), { recursive: true });
  const text = `#!/bin/sh\nif [ "$1" = --version ]; then ${version}; exit; fi\n${otherwise}\n`;
  writeFileSync(at(folder, name), text);
  chmodSync(at(folder, name), 0o755);
}

const onlyPrograms = (folder: string): void => {
  process.env.PATH = at(folder);
};
const settingsOf = ({ appUrl, ownerUrl }: TestDatabase) => ({ databaseUrl: appUrl, ownerUrl });
const taken = (to: string): Promise<string> =>
  backUp({ ...settingsOf(living), dataDir: at("living"), secret: "a secret" }, { to: at(to), say: quiet });

/** What is printed, or the line of the refusal. */
async function restored(from: string, database: TestDatabase): Promise<string> {
  const said: string[] = [];
  try {
    await restore(settingsOf(database), { from, into: at("house"), say: (line) => void said.push(line) });
  } catch (error) {
    return `refused: ${error instanceof Error ? error.message : String(error)}`;
  }
  return said.join("\n");
}

/** With the same two logins, and empty. */
async function emptyDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  await askDatabase(database.ownerUrl, "DROP SCHEMA audit CASCADE");
  await askDatabase(database.ownerUrl, "DROP OWNED BY CURRENT_USER");
  return database;
}

describe("without the programs that fit", () => {
  test("a backup is refused, and leaves nothing", async () => {
    mkdirSync(at("none"));
    onlyPrograms("none");
    await expect(taken("backups")).rejects.toThrow(
      `pg_dump is needed, but not installed. Install PostgreSQL's client programs, version ${server} or later`,
    );
    program("old", "pg_dump", "echo 'pg_dump (PostgreSQL) 9.6'", "exit 1");
    onlyPrograms("old");
    await expect(taken("backups")).rejects.toThrow(
      `pg_dump is version 9, but the server is PostgreSQL ${server}.`,
    );
    program("failing", "pg_dump", `echo pg_dump ${server}.1`, "echo no room >&2; exit 1");
    onlyPrograms("failing");
    await expect(taken("backups")).rejects.toThrow("pg_dump failed:\nno room");
    expect(spawnSync("/bin/ls", [at("backups")], { encoding: "utf8" }).stdout).toBe("");
  });

  test("nothing is restored, and never into a database that isn't empty or by another login", async () => {
    onlyPrograms("one");
    const backup = await taken("stand-in");
    expect(await readWhole(backup)).toMatchObject({ kind: "dump", postgres: server, writtenBy: server });
    expect(readFileSync(path.join(backup, "register.dump"), "utf8")).toBe("dump\n");
    expect(await restored(backup, living)).toMatch(
      /^refused: The database \S+ isn't empty, so it was not changed/,
    );
    const other = living.appUrl.replace(/\/\/[^:]+:/, "//somebody:");
    expect(await restored(backup, { ...living, appUrl: other })).toMatch(
      /whose application signs in as \S+_app/,
    );
    onlyPrograms("none");
    expect(await restored(backup, living)).toContain("pg_restore is needed, but not installed");
    await expect(
      restore({ databaseUrl: null, ownerUrl: null }, { from: backup, into: at("house"), say: quiet }),
    ).rejects.toThrow("Set DATABASE_URL and DATABASE_OWNER_URL");
  });
});

test.each([
  [15, 15, true],
  [16, 15, true],
  [17, 15, false],
  [18, 16, false],
  [17, 17, true],
  [17, 18, true],
])("programs of PostgreSQL %i restore to a server of %i: %s", (programs, to, can) => {
  expect(restoresTo(programs, to)).toBe(can);
});

test("a restored log that its checkpoint wasn't signed for is refused", async () => {
  onlyPrograms("one");
  const database = await emptyDatabase();
  // The stand-in restores nothing at all.
  expect(await restored(await taken("of-nothing"), database)).toMatch(
    /^refused: The backup is not intact: entry 1: it is missing/,
  );
  await database.drop();
});

const version = Number(
  /\d+/.exec(spawnSync("pg_dump", ["--version"], { encoding: "utf8" }).stdout ?? "")?.[0] ?? 0,
);

test("with the programs, the database is restored with its rights and triggers", async ({ skip }) => {
  skip(version < server, `pg_dump ${version}, and the server is ${server}`);
  const database = await emptyDatabase();
  expect(await restored(await taken("real"), database)).toContain("Restored and intact");
  const grants = (url: string) =>
    askDatabase(
      url,
      "SELECT c.oid::regclass::text AS name, relacl::text AS acl FROM pg_class c WHERE relnamespace IN ('public'::regnamespace, 'audit'::regnamespace) ORDER BY 1",
    );
  const routines = (url: string) =>
    askDatabase(
      url,
      "SELECT oid::regprocedure::text AS name, proacl::text AS acl FROM pg_proc WHERE pronamespace = 'audit'::regnamespace ORDER BY 1",
    );
  const guards = (url: string) =>
    askDatabase(
      url,
      "SELECT tgrelid::regclass::text AS on, tgname AS name, tgenabled AS state FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2",
    );
  for (const of of [grants, routines, guards])
    expect(await of(database.ownerUrl)).toEqual(await of(living.ownerUrl));
  process.env.DATABASE_URL = database.appUrl;
  expect(await verifyRegister()).toMatchObject({ intact: true });
  await disconnect();
  await database.drop();
});
