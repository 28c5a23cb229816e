// With a bucket, every machine has a package that one of them made; an older one stays in its machine's folder until it expires.
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { unzipSync } from "fflate";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { findJob } from "@/lib/db/jobs/exports";
import type { ExportJob } from "@/lib/domain/log/export";
import { askForExport, cancelExport } from "@/lib/exports/commands";
import { loadPackage } from "@/lib/exports/queries";
import { clearAway, runExportJob } from "@/lib/exports/worker";
import { parseView } from "@/lib/http/export-view";
import { env } from "@/lib/platform/env";
import { store } from "@/lib/platform/files/store";
import { sealLog } from "@/lib/trust/checkpoints/sealing";
import { openBucket, type TestBucket } from "../support/files/bucket";
import { LATER, staffedRegister, value, type StaffedRegister } from "../support/registers/staffed-register";

let register: StaffedRegister;
let bucket: TestBucket;
const home = mkdtempSync(path.join(os.tmpdir(), "register-maker-"));
const elsewhere = mkdtempSync(path.join(os.tmpdir(), "register-reader-"));
let folder: string;

beforeAll(async () => {
  [register, bucket] = await Promise.all([staffedRegister(), openBucket()]);
  folder = env().DATA_DIR;
});
afterAll(async () => {
  await bucket.close();
  await register.close();
  for (const place of [home, elsewhere]) rmSync(place, { recursive: true });
});
afterEach(() => {
  bucket.fails = null;
  inFolder(folder);
});

function inBucket(): void {
  const { address, keyId, secret, region } = bucket;
  Object.assign(env(), { FILES_BUCKET: address, FILES_KEY_ID: keyId, FILES_SECRET: secret });
  Object.assign(env(), { FILES_REGION: region, DATA_DIR: elsewhere });
}

function inFolder(place: string): void {
  delete env().FILES_BUCKET;
  env().DATA_DIR = place;
}

/** The workshop of the machine whose folder is `home`. */
const workshop = () => ({
  dataDir: home,
  store: store(),
  worker: "00000000-0000-4000-8000-000000000001",
  seal: async () => void (await sealLog({ dataDir: home, sinks: [] })),
});

async function asked(): Promise<ExportJob> {
  const view = value(parseView("LOG", ""));
  return value(await askForExport(register.auditor, { view, asOf: null, purpose: "A question" }, LATER));
}

async function made(): Promise<ExportJob> {
  const { id } = await asked();
  expect(await runExportJob(workshop())).toBe(true);
  const job = await findJob(id);
  if (job?.state !== "DONE") throw new Error(job?.fault ?? "not done");
  return job;
}

const now = async (): Promise<string> =>
  (await pool().query<{ at: string }>("SELECT audit.instant(register_now()) AS at")).rows[0]?.at ?? "";

async function taken({ id }: ExportJob): Promise<Buffer> {
  const { open } = value(await loadPackage(register.auditor, id, await now()));
  return Buffer.from(await new Response(open()).arrayBuffer());
}

const inStore = ({ reference }: ExportJob): string[] =>
  [...bucket.objects.keys()].filter((name) => name.includes(`/exports/${reference}.`));
const longAgo = () => pool().query("UPDATE stored_package SET stored_at = stored_at - interval '1 day'");

test("a package made on one machine is downloaded whole from another", async () => {
  inBucket();
  const job = await made();
  const bytes = await taken(job);
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(job.sha256);
  expect(Object.keys(unzipSync(bytes)).length).toBeGreaterThan(3);
  expect(readdirSync(path.join(home, "exports")), "nothing is left where it was made").toEqual([]);
});

test("while the bucket is away the answer says so, and another attempt makes the package", async () => {
  inBucket();
  const job = await made();
  bucket.fails = 503;
  expect(await loadPackage(register.auditor, job.id, await now())).toMatchObject({
    refusal: { code: "files-away" },
  });
  const { id } = await asked();
  await runExportJob(workshop());
  expect(await findJob(id)).toMatchObject({ state: "WAITING" });
  bucket.fails = null;
  await runExportJob(workshop());
  expect(await findJob(id)).toMatchObject({ state: "DONE" });
});

test("expired and unfinished packages go from the bucket, and a good one stays", async () => {
  inBucket();
  const [good, expired] = [await made(), await made()];
  const { id } = await asked();
  await runExportJob({ ...workshop(), store: { ...store(), put: refused } });
  await cancelExport(register.auditor, id);
  await pool().query("UPDATE export_job SET expires_at = register_now() WHERE id = $1", [expired.id]);
  await clearAway(workshop());
  expect(inStore(expired), "somebody may still be putting one there").toHaveLength(1);
  await longAgo();
  await clearAway(workshop());
  expect([inStore(good).length, inStore(expired).length]).toEqual([1, 0]);
  const { rows } = await pool().query<{ sha256: string }>(
    "SELECT sha256 FROM stored_package WHERE number >= $1",
    [Number(good.reference.slice(3))],
  );
  expect(rows).toEqual([{ sha256: good.sha256 }]);
  expect((await taken(good)).length).toBe(good.bytes);
});

const refused = (): Promise<void> => Promise.reject(new Error("the bucket answered 503"));

test("a package in the folder from before there was a bucket can be fetched until it expires", async () => {
  inFolder(home);
  const before = await made();
  inBucket();
  env().DATA_DIR = home;
  expect(inStore(before)).toEqual([]);
  expect((await taken(before)).length).toBe(before.bytes);
  await longAgo();
  await clearAway(workshop());
  expect((await taken(before)).length).toBe(before.bytes);
  await pool().query("UPDATE export_job SET expires_at = register_now() WHERE id = $1", [before.id]);
  await clearAway(workshop());
  expect(readdirSync(path.join(home, "exports"))).toEqual([]);
});
