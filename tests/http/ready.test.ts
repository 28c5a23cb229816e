// Readiness: 503 only where nobody can work, each part by name, and no secret.
import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtempSync, readdirSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { noteWorker } from "@/lib/db/statements/worker";
import { findSchema } from "@/lib/db/state";
import { noteSealing } from "@/lib/db/log/seal/copies";
import { PART_STATES, PARTS, type StateOf } from "@/lib/domain/log/health";
import { LANGUAGES } from "@/lib/domain/base/language";
import { ready } from "@/lib/http/health/ready";
import { withLanguage } from "@/lib/i18n/reader";
import { translator } from "@/lib/i18n/translator";
import { env } from "@/lib/platform/env";
import { watchForwarding } from "@/lib/platform/forwarding";
import { logger } from "@/lib/platform/log";
import { tryStorage } from "@/lib/pledges/files/try-storage";
import { storeOf } from "@/lib/platform/files/store";
import { loadLogHealth } from "@/lib/trust/checkpoints/queries";
import { waitedMs } from "@/lib/trust/checkpoints/unsealed-time";
import { openRegister, type TestRegister } from "../db/register";
import { openBucket } from "../support/files/bucket";
import { inOwnFolder } from "../support/files/own-folder";

let register: TestRegister;
beforeAll(async () => {
  // Another file of this process may have left a log that waited for its checkpoint.
  waitedMs({ entries: 0, size: 0 });
  register = await openRegister({ demonstration: false });
  await noteWorker();
});
afterAll(() => register.close());
inOwnFolder();

let storage: () => Promise<StateOf<"storage">>;
beforeEach(() => {
  storage = () => Promise.resolve("ok");
});

async function asked(): Promise<{ status: number; after: string | null; body: Record<string, unknown> }> {
  const response = await ready({ loadLogHealth, tryStorage: () => storage() });
  return {
    status: response.status,
    after: response.headers.get("retry-after"),
    body: (await response.json()) as Record<string, unknown>,
  };
}

test("an instance that can work names all its parts, and nothing that would help a stranger", async () => {
  const { status, body } = await asked();
  expect([status, body["status"]]).toEqual([200, "ready"]);
  expect(Object.keys(body["parts"] as object)).toEqual(PARTS);
  const secrets = [process.env["DATABASE_URL"] ?? "", process.env["NEXTAUTH_SECRET"] ?? "", env().DATA_DIR];
  for (const secret of secrets) expect(JSON.stringify(body)).not.toContain(secret);
});

test.each(["full", "away", "another"] as const)("with storage %s an instance isn't ready", async (state) => {
  storage = () => Promise.resolve(state);
  const { status, after, body } = await asked();
  expect([status, after, body["code"]]).toEqual([503, "5", `storage-${state}`]);
  expect(body["parts"]).toMatchObject({ database: { state: "ok" }, storage: { state } });
});

test("a storage that doesn't answer is away, and isn't waited for", async () => {
  storage = () => new Promise(() => undefined);
  expect(await asked()).toMatchObject({ status: 503, body: { code: "storage-away" } });
});

test("a sealing that failed is reported, and the instance stays ready", async () => {
  await noteSealing("failed", null);
  expect(await asked()).toMatchObject({
    status: 200,
    body: { status: "degraded", parts: { sealing: { state: "failed" } } },
  });
  await noteSealing(null, null);
});

test("background work that shows no sign of life for half a minute is reported", async () => {
  const silent = (seconds: number) =>
    register.owner.query("UPDATE worker SET beat_at = now() - $1 * interval '1 second'", [seconds]);
  const told = { status: 200, body: { status: "degraded", parts: { worker: { state: "away" } } } };
  await silent(25);
  expect(await asked()).toMatchObject({ body: { status: "ready", parts: { worker: { state: "ok" } } } });
  await silent(31);
  expect(await asked()).toMatchObject(told);
  await register.owner.query("DELETE FROM worker");
  expect(await asked()).toMatchObject(told);
  await noteWorker();
});

test("keys that cannot be read are reported, and the instance stays ready", async () => {
  const keys = path.join(env().DATA_DIR, "keys");
  mkdirSync(keys, { recursive: true });
  writeFileSync(path.join(keys, "sealing-1.pem"), "-----BEGIN PRIVATE KEY-----\ncut");
  expect(await asked()).toMatchObject({
    status: 200,
    body: { status: "degraded", parts: { keys: { state: "unreadable" } } },
  });
  rmSync(keys, { recursive: true });
});

test("a schema that lacks what this build needs, or needs a newer build, is reported as such", async () => {
  const { rows } = await register.owner.query<{ name: string }>(
    "SELECT max(migration_name) AS name FROM _prisma_migrations",
  );
  const migration = rows[0]?.name ?? "";
  expect(await findSchema()).toEqual({ isReadOnly: false, schema: "ok" });
  expect(await findSchema({ migration: "20990101000000_annex", version: "9.0.0" })).toMatchObject({
    schema: "behind",
  });
  expect(await findSchema({ migration, version: "0.0.1" })).toMatchObject({ schema: "newer" });
  await register.owner.query(
    "UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = $1",
    [migration],
  );
  expect(await asked()).toMatchObject({ status: 503, body: { code: "schema-behind" } });
  await register.owner.query("UPDATE _prisma_migrations SET rolled_back_at = NULL");
});

test("storage is tried by a write, at most every ten seconds, and leaves nothing", async () => {
  let tries = 0;
  const files = { ...storeOf(env()), tryOut: () => Promise.resolve(void (tries += 1)) };
  const from = performance.now() + 60_000;
  expect(await Promise.all([0, 5_000, 9_999].map((ms) => tryStorage(files, from + ms)))).toEqual([
    "ok",
    "ok",
    "ok",
  ]);
  expect(tries).toBe(1);
  await tryStorage(files, from + 10_000);
  expect(tries).toBe(2);

  expect(await tryStorage(storeOf(env()), from + 20_000)).toBe("ok");
  expect(readdirSync(env().DATA_DIR).filter((name) => name.startsWith(".try"))).toEqual([]);
});

test.each([
  ["full", "ENOSPC", -80_000],
  ["full", "EDQUOT", -60_000],
  ["away", "EROFS", -40_000],
])("a folder is %s after %s", async (state, code, at) => {
  const failing = () => Promise.reject(Object.assign(new Error("no"), { code }));
  expect(await tryStorage({ ...storeOf(env()), tryOut: failing }, at)).toBe(state);
});

test("a bucket is tried by a write, too", async () => {
  const bucket = await openBucket();
  const folder = mkdtempSync(path.join(os.tmpdir(), "register-ready-"));
  const files = storeOf({
    DATA_DIR: folder,
    FILES_BUCKET: bucket.address,
    FILES_KEY_ID: bucket.keyId,
    FILES_SECRET: bucket.secret,
    FILES_REGION: bucket.region,
  });
  const from = performance.now() + 1e11;
  expect(await tryStorage(files, from)).toBe("ok");
  expect(bucket.asked).toEqual(["PUT 200"]);
  bucket.fails = 507;
  expect(await tryStorage(files, from + 20_000)).toBe("full");
  bucket.fails = 403;
  expect(await tryStorage(files, from + 40_000)).toBe("away");
  await bucket.close();
  rmSync(folder, { recursive: true });
});

test("every state of a part has its words in each language, and says what to do unless all is well", () => {
  const say = translator("health");
  const calm = /-(ok|elsewhere|unknown)$/;
  for (const language of LANGUAGES)
    withLanguage(language, () => {
      for (const part of PARTS)
        for (const state of PART_STATES[part]) {
          const code = `${part}-${state}`;
          expect(say.has(`state.${code}`), code).toBe(true);
          expect(say.has(`todo.${code}`), code).toBe(!calm.test(code));
        }
    });
});

test("a proxy that the settings don't name is reported in one line, and changes nothing else", async () => {
  const warn = vi.spyOn(logger, "warn").mockImplementation(() => undefined);
  const server = http.createServer((_request, response) => response.end()).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const send = async (headers: Record<string, string>) =>
    (await fetch(`http://127.0.0.1:${port}`, { headers })).text();
  watchForwarding("10.0.0.0/8");
  await send({ "x-forwarded-for": "192.0.2.1" });
  watchForwarding("");
  await send({});
  expect((await asked()).body).toMatchObject({ parts: { proxies: { state: "ok" } } });
  await send({ "x-forwarded-for": "192.0.2.1" });
  await send({ forwarded: "for=192.0.2.1" });
  expect(warn.mock.calls.map(([line]) => line)).toEqual([expect.stringContaining("Set TRUSTED_PROXIES")]);
  expect(await asked()).toMatchObject({
    status: 200,
    body: { status: "ready", parts: { proxies: { state: "forgotten" } } },
  });
  server.close();
});
