import { spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { askDatabase } from "@/scripts/database/client.mjs";
import { clearDeadServer, serverOn } from "@/scripts/embedded/pid-file.mjs";
import { until } from "@/scripts/embedded/process.mjs";
import { startEmbedded, type Embedded } from "@/scripts/embedded/server.mjs";

let dataDir: string;
let running: Embedded | undefined;

beforeEach(() => {
  dataDir = realpathSync(mkdtempSync(path.join(os.tmpdir(), "register-test-")));
  chmodSync(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
  rmSync(dataDir, { recursive: true });
});

const start = async (fast = true) => (running = await startEmbedded(dataDir, { fast }));
const folder = () => path.join(dataDir, "postgres");
const pidFile = () => path.join(folder(), "postmaster.pid");
const pidOf = () => Number(readFileSync(pidFile(), "utf8").split("\n")[0]);

test("the server listens only on a socket, and two logins own and use the register", async () => {
  const { ownerUrl, appUrl } = await start();
  expect(await askDatabase(ownerUrl, "SHOW listen_addresses")).toEqual([{ listen_addresses: "" }]);
  expect(await askDatabase(ownerUrl, "SELECT current_user AS login")).toEqual([{ login: "register_owner" }]);
  expect(await askDatabase(appUrl, "SELECT current_user AS login")).toEqual([{ login: "register_app" }]);
  await expect(askDatabase(appUrl, "CREATE TABLE mine ()")).rejects.toThrow("permission denied");
});

test("committed data survives a kill of the server, and the next start says so", async () => {
  const { ownerUrl, gone } = await start(false);
  await askDatabase(ownerUrl, "CREATE TABLE kept AS SELECT 1 AS one");
  process.kill(pidOf(), "SIGKILL");
  await gone;
  expect(existsSync(pidFile())).toBe(true);
  const again = await start();
  expect(again.recovered).toContain("killed");
  expect(await askDatabase(again.ownerUrl, "SELECT one FROM kept")).toEqual([{ one: 1 }]);
});

test("a server that a killed start left running is taken over, and stopped in the end", async () => {
  const orphan = await start();
  const { superUrl, recovered } = await start();
  expect(recovered).toContain("taken it over");
  await orphan.gone;
  const pid = pidOf();
  expect(await askDatabase(superUrl, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await running?.stop();
  expect(await until(() => !existsSync(`/proc/${pid}`), 5_000)).toBe(true);
  expect(existsSync(pidFile())).toBe(false);
});

test("the pid file of a running server is not removed; one with another program's number is", async () => {
  await start();
  clearDeadServer(folder());
  expect(existsSync(pidFile())).toBe(true);
  await running?.stop();

  const stranger = spawn("sleep", ["60"], { cwd: "/" });
  writeFileSync(pidFile(), `${stranger.pid}\n${folder()}\n0\n5432\n/nowhere\n`);
  expect(serverOn(folder()).state).toBe("dead");
  expect((await start()).recovered).toContain("killed");
  stranger.kill();
});

test("data of another version stays untouched, with a line that says why", async () => {
  await start();
  await running?.stop();
  running = undefined;
  writeFileSync(path.join(folder(), "PG_VERSION"), "17\n");
  await expect(startEmbedded(dataDir)).rejects.toThrow(
    /written by PostgreSQL 17, but this checkout has PostgreSQL 18/,
  );
});

test("data without its journal stays untouched, with a line that says why", async () => {
  await start();
  await running?.stop();
  running = undefined;
  renameSync(path.join(folder(), "pg_wal"), path.join(dataDir, "elsewhere"));
  await expect(startEmbedded(dataDir)).rejects.toThrow(/lacks its journal \(pg_wal\)/);
});

test("an incomplete file of secrets is reported, and not replaced", async () => {
  const file = path.join(dataDir, "secrets.json");
  const half = '{"superuser": "abc';
  writeFileSync(file, half);
  await expect(startEmbedded(dataDir)).rejects.toThrow("secrets.json is incomplete or was changed");
  expect(readFileSync(file, "utf8")).toBe(half);
});
