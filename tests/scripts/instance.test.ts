// An instance: web server and worker, each restarted when it ends. The worker is the real one, on a real register; the web
// server is a small one, since the real one takes a build.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { disconnect, pool } from "@/lib/db/client";
import { isWorkerAlive } from "@/lib/db/state";
import { findSealing } from "@/lib/db/log/seal/proofs";
import type { Actor } from "@/lib/domain/people/actor";
import { askForExport } from "@/lib/exports/commands";
import { parseView } from "@/lib/http/export-view";
import { writeComment } from "@/lib/pledges/comments/commands";
import { bundleWorker } from "@/scripts/worker/bundle.mjs";
import { withClient } from "@/scripts/database/client.mjs";
import { isAlive } from "@/scripts/embedded/process.mjs";
import { startInstance, type Instance } from "@/scripts/start/instance.mjs";
import type { TestDatabase } from "@/scripts/testing/databases.mjs";
import { freePort } from "../support/processes/free-port";
import { openDemonstration } from "../support/registers/demonstration";
import { packagesIn } from "../support/files/whole-packages";

const home = mkdtempSync(path.join(os.tmpdir(), "register-instance-"));
const WEB = `
  const answer = (_, response) => response.end("{}");
  const server = require("node:http").createServer(answer).listen(+process.env.PORT, process.env.HOSTNAME);
  process.on("SIGTERM", () => server.close(() => process.exit(0)));`;

let database: TestDatabase;
let worker: string;
let instance: Instance | null = null;
let said: string[] = [];

beforeAll(async () => {
  database = await openDemonstration();
  worker = await bundleWorker(path.join(process.cwd(), ".next", `worker-${process.pid}.mjs`));
});
afterEach(async () => {
  await instance?.stop();
  instance = null;
  said = [];
});
afterAll(async () => {
  await disconnect();
  await database.drop();
  rmSync(worker);
  rmSync(home, { recursive: true, force: true });
});

async function started(settings: { web?: string; secret?: string; heapMb?: string } = {}): Promise<Instance> {
  const { web = WEB, secret = process.env["NEXTAUTH_SECRET"] ?? "", heapMb = "" } = settings;
  const env = { ...process.env, DATABASE_URL: database.appUrl, DATA_DIR: home, SMTP_URL: "" };
  instance = await startInstance({
    command: ["--eval", web],
    worker,
    host: "127.0.0.1",
    port: await freePort(),
    env: { ...env, NEXTAUTH_SECRET: secret, WORKER_HEAP_MB: heapMb },
    quiet: true,
    say: (line) => void said.push(line),
  });
  return instance;
}

const actor = async (role: string): Promise<Actor & { at: string }> => {
  const { rows } = await pool().query<Actor & { at: string }>(
    "SELECT id, email, name, role, desk, sealed, audit.instant(register_now()) AS at FROM person WHERE role = $1",
    [role],
  );
  const [found] = rows;
  if (!found) throw new Error(`nobody is ${role}`);
  return { ...found, session: null, request: null };
};

const again = (what: string) => `${what} has ended unexpectedly (SIGKILL). Restarting it.`;

test("a worker that is killed is restarted, and its job continues and ends once", async () => {
  const { workerPid } = await started();
  const auditor = await actor("AUDITOR");
  const view = parseView("PARTICIPANT", "FR");
  if (!view.ok) throw new Error("no view");
  const jobs = () =>
    pool().query<{ state: string; attempts: number }>("SELECT state, attempts FROM export_job");
  const first = workerPid();
  // The job's entry can't be written meanwhile.
  await withClient(database.superUrl ?? database.ownerUrl, async (client) => {
    await client.query("BEGIN");
    await client.query("SELECT FROM audit.head FOR UPDATE");
    const asked = { view: view.value, asOf: null, purpose: "A question" };
    expect(await askForExport(auditor, asked, auditor.at)).toMatchObject({ ok: true });
    await expect.poll(async () => (await jobs()).rows).toEqual([{ state: "RUNNING", attempts: 1 }]);
    process.kill(first, "SIGKILL");
    await expect.poll(workerPid).not.toBe(first);
    await client.query("ROLLBACK");
  });
  expect(said).toEqual([again("Background work")]);
  await pool().query("UPDATE export_job SET beat_at = beat_at - interval '1 minute'");
  await expect.poll(async () => (await jobs()).rows).toEqual([{ state: "DONE", attempts: 2 }]);
  const { keys } = await findSealing();
  expect((await packagesIn(home, keys)).map(({ fault }) => fault)).toEqual([null]);
  const { rows } = await pool().query("SELECT FROM audit.event WHERE entity_type = 'export'");
  expect(rows).toHaveLength(1);
});

test("a web server that is killed is restarted at the same address", async () => {
  const { url, webPid, workerPid } = await started();
  const [web, work] = [webPid(), workerPid()];
  process.kill(web, "SIGKILL");
  await expect.poll(webPid).not.toBe(web);
  expect(await fetch(url).then(({ ok }) => ok)).toBe(true);
  expect(workerPid()).toBe(work);
  expect(said).toEqual([again("The web server")]);
});

test("stopping ends both, and what was written last is sealed", async () => {
  const { webPid, workerPid, stop } = await started();
  const pids = [webPid(), workerPid()];
  // As a terminal does, to all at once: the worker waits until it is its turn.
  process.kill(workerPid(), "SIGINT");
  const manager = await actor("MANAGER");
  const { rows } = await pool().query<{ reference: string }>("SELECT reference FROM pledge LIMIT 1");
  const comment = { reference: rows[0]?.reference ?? "", text: "The last word" };
  expect(await writeComment(manager, comment)).toMatchObject({ ok: true });
  await stop();
  expect(pids.map(isAlive)).toEqual([false, false]);
  expect(await findSealing()).toMatchObject({ unsealed: 0 });
  expect(said).toEqual([]);
});

test("the database knows whether the worker is alive", async () => {
  await started();
  await expect.poll(isWorkerAlive).toBe(true);
  await instance?.stop();
  await pool().query("UPDATE worker SET beat_at = beat_at - interval '31 seconds'");
  expect(await isWorkerAlive()).toBe(false);
});

test("the worker has the heap that is set", async () => {
  const { workerPid } = await started({ heapMb: "300" });
  if (process.platform === "linux")
    expect(readFileSync(`/proc/${workerPid()}/cmdline`, "utf8")).toContain("--max-old-space-size=300\0");
});

test.each([
  ["the web server", { web: "process.exit(3)" }, "The application did not start."],
  ["the worker", { secret: "short" }, "Background work did not start; see its output above."],
])("an instance does not start without %s", async (_, settings, line) => {
  await expect(started(settings)).rejects.toThrow(line);
  expect(said).toEqual([]);
});
