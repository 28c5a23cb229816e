import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import type { FileStore } from "@/lib/platform/files/folder-store";
import { storeOf } from "@/lib/platform/files/store";
import { openBucket, type TestBucket } from "../../support/files/bucket";

let bucket: TestBucket;
let folder: string;
beforeAll(async () => {
  bucket = await openBucket();
  folder = mkdtempSync(path.join(os.tmpdir(), "register-bucket-"));
});
afterAll(async () => {
  await bucket.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  bucket.fails = null;
  bucket.asked.length = 0;
});

const open = (change: { secret?: string; region?: string } = {}): FileStore =>
  storeOf({
    DATA_DIR: folder,
    FILES_BUCKET: bucket.address,
    FILES_KEY_ID: bucket.keyId,
    FILES_SECRET: change.secret ?? bucket.secret,
    FILES_REGION: change.region ?? bucket.region,
  });

function spooled(content: string): { sha256: string; place: string } {
  const place = path.join(folder, `${crypto.randomUUID()}.part`);
  writeFileSync(place, content);
  return { sha256: createHash("sha256").update(content).digest("hex"), place };
}

test("a file is put there once, and can be read", async () => {
  const content = "We stand ready. ".repeat(200_000);
  const [first, second] = [spooled(content), spooled(content)];
  await open().put(first.sha256, first.place);
  await open().put(second.sha256, second.place);
  expect(bucket.asked).toEqual(["HEAD 404", "PUT 200", "HEAD 200"]);
  expect(await textOf(await open().get(first.sha256))).toBe(content);
  expect(readdirSync(folder)).toEqual([]);
});

test("a file that isn't there is null, and removing it is no error", async () => {
  const { sha256, place } = spooled("Gone");
  expect(await open().get(sha256)).toBeNull();
  await open().put(sha256, place);
  await open().remove(sha256);
  await open().remove(sha256);
  expect(await open().get(sha256)).toBeNull();
  expect(bucket.objects.has(sha256)).toBe(false);
});

test.each([
  ["another secret", { secret: "another secret" }],
  ["another region", { region: "us-east-1" }],
])("access with %s is refused", async (_what, change) => {
  const { sha256, place } = spooled("Mine");
  await expect(open(change).put(sha256, place)).rejects.toThrow("403");
  await expect(open(change).get(sha256)).rejects.toThrow("403");
  await expect(open(change).remove(sha256)).rejects.toThrow("403");
  expect(readdirSync(folder)).toHaveLength(1);
  rmSync(place);
});

test("a failure of the bucket is passed on", async () => {
  const { sha256, place } = spooled("Mine");
  bucket.fails = 503;
  await expect(open().put(sha256, place)).rejects.toThrow("503");
  await expect(open().get(sha256)).rejects.toThrow("503");
  rmSync(place);
});

async function textOf(content: Readable | null): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of content ?? []) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString("utf8");
}
