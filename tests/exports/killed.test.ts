// The process that makes a package, or its database, is killed at each step: every file that then has a package's name is
// a package, and the worker that continues comes to the same.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sealLog } from "@/lib/trust/checkpoints/sealing";
import { disconnect, pool } from "@/lib/db/client";
import { findJob } from "@/lib/db/jobs/exports";
import { findPositionAt } from "@/lib/db/past/position";
import { findSnapshot } from "@/lib/db/past/snapshot";
import { findSealing } from "@/lib/db/log/seal/proofs";
import { verifyRegister } from "@/lib/db/verify/verify";
import type { Actor } from "@/lib/domain/people/actor";
import type { ExportJob } from "@/lib/domain/log/export";
import { askForExport } from "@/lib/exports/commands";
import { clearAway, runExportJob } from "@/lib/exports/worker";
import { parseView } from "@/lib/http/export-view";
import { ROOT, RUN_TS } from "@/scripts/base/paths.mjs";
import type { TestDatabase } from "@/scripts/testing/databases.mjs";
import { openDemonstration } from "../support/registers/demonstration";
import { packagesIn, type Lying } from "../support/files/whole-packages";
import { POINTS, type Point } from "./doomed";

const home = mkdtempSync(path.join(os.tmpdir(), "register-killed-"));
const MOMENT = "2026-01-07T18:00:00.000Z";
const survivor = {
  dataDir: home,
  worker: "00000000-0000-4000-8000-000000000001",
  seal: async () => void (await sealLog({ dataDir: home, sinks: [] })),
};
const NAMED = "the package has its name, and the job doesn't know";
const CASES: [whom: "process" | "database", point: Point][] = [
  ...POINTS.map((point): ["process", Point] => ["process", point]),
  ["database", "half of the entries is written"],
  ["database", NAMED],
];

let database: TestDatabase;
let auditor: Actor;
let now = "";
let keys: string[] = [];
/** The data of an undisturbed package. */
let undisturbed: Map<string, Buffer> | undefined;
/** Processes by the number of their case: each loads while the one before works, and waits for its turn. */
const waiting = new Map<number, ChildProcess>();

beforeAll(async () => {
  database = await openDemonstration();
  take(0);
  const { rows } = await pool().query<Actor & { at: string }>(
    "SELECT id, email, name, role, desk, sealed, audit.instant(register_now()) AS at FROM person WHERE role = 'AUDITOR'",
  );
  const [found] = rows;
  if (!found) throw new Error("nobody is AUDITOR");
  auditor = { ...found, session: null, request: null };
  now = found.at;
  const { id, position } = await asked();
  // The survivor comes to the position by way of others, those that are killed come to it at once.
  for (const part of [0.5, 0.8]) await findSnapshot(await findPositionAt(Math.floor(position * part)));
  await runExportJob(survivor);
  keys = (await findSealing()).keys;
  [undisturbed] = (await lyingOf(await jobOf(id))).map(dataOf);
});
afterAll(async () => {
  for (const child of waiting.values()) child.kill("SIGKILL");
  await disconnect();
  await database.drop();
  rmSync(home, { recursive: true });
});

/** The process of a case; the next one begins to load. */
function take(index: number): ChildProcess {
  for (const n of [index, index + 1]) {
    const given = CASES[n];
    if (given && !waiting.has(n)) waiting.set(n, doomed(...given));
  }
  const child = waiting.get(index);
  if (!child) throw new Error("no such case");
  return child;
}

function doomed(whom: "process" | "database", point: Point): ChildProcess {
  const args = [...RUN_TS, "tests/exports/doomed.ts", point, whom, database.superUrl ?? database.ownerUrl];
  const env = { ...process.env, DATABASE_URL: database.appUrl, DATA_DIR: home };
  return spawn(process.execPath, args, { cwd: ROOT, env, stdio: ["pipe", "pipe", "inherit"] });
}

async function asked(): Promise<ExportJob> {
  const view = parseView("PARTICIPANT", "FR");
  if (!view.ok) throw new Error("no view");
  const done = await askForExport(auditor, { view: view.value, asOf: MOMENT, purpose: "A question" }, now);
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
}

async function jobOf(id: string): Promise<ExportJob> {
  const job = await findJob(id);
  if (!job) throw new Error("the job is gone");
  return job;
}

/** The packages of an export: every file with the name of one must be one. */
async function lyingOf({ reference }: ExportJob): Promise<Lying[]> {
  const lying = await packagesIn(home, keys, { only: reference });
  expect(lying.flatMap(({ fault }) => fault ?? [])).toEqual([]);
  return lying;
}

const dataOf = ({ files }: Lying): Map<string, Buffer> =>
  new Map([...files].filter(([name]) => name.startsWith("data/")));

test.each(CASES)("the %s is killed when %s", async (whom, point) => {
  const { id } = await asked();
  const child = take(CASES.findIndex(([one, other]) => one === whom && other === point));
  if (!child.stdout || !child.stdin) throw new Error("no process");
  const ended = once(child, "exit");
  if (child.stdout.readableLength === 0) await once(child.stdout, "readable");
  child.stdin.write("go\n");
  const [, signal] = (await ended) as [number | null, NodeJS.Signals | null];
  expect(signal).toBe(whom === "process" ? "SIGKILL" : null);

  const left = await jobOf(id);
  const named = await lyingOf(left);
  // A process that is without a database for a moment may come to the end all the same.
  if (whom === "process") expect(named).toHaveLength(POINTS.indexOf(point) >= POINTS.indexOf(NAMED) ? 1 : 0);
  if (left.state !== "DONE") {
    expect(left).toMatchObject({ sha256: null });
    await pool().query("UPDATE export_job SET beat_at = beat_at - interval '1 minute' WHERE id = $1", [id]);
    expect(await runExportJob(survivor)).toBe(true);
  }
  expect(await jobOf(id)).toMatchObject({ state: "DONE", fault: null });
  for (const lying of await lyingOf(left)) expect(dataOf(lying)).toEqual(undisturbed);
  const { rows } = await pool().query<{ n: number }>(
    "SELECT count(*)::int AS n FROM audit.event WHERE entity_type = 'export' AND entity_id = $1",
    [id],
  );
  expect(rows).toEqual([{ n: 1 }]);
});

test("afterwards only the packages of jobs that are done lie there, and the log is intact", async () => {
  await clearAway(survivor);
  const { rows } = await pool().query<{ name: string }>(
    "SELECT 'EX-' || lpad(number::text, 4, '0') || '.' || left(sha256, 16) || '.zip' AS name FROM export_job WHERE state = 'DONE' ORDER BY number",
  );
  expect(rows).toHaveLength(CASES.length + 1);
  expect(readdirSync(path.join(home, "exports")).toSorted()).toEqual(rows.map(({ name }) => name));
  expect(await verifyRegister()).toMatchObject({ intact: true });
});
