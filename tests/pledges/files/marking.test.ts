// The store and the database know each other: an instance with another store, or another database, is not ready.
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { findStoreMark } from "@/lib/db/jobs/store-mark";
import { markStoreOnce, readMark } from "@/lib/pledges/files/marking";
import { storeOf } from "@/lib/platform/files/store";
import { tryStorage } from "@/lib/pledges/files/try-storage";
import { openRegister, type TestRegister } from "../../db/register";
import { openBucket, type TestBucket } from "../../support/files/bucket";

let register: TestRegister;
let bucket: TestBucket;
let home: string;
beforeAll(async () => {
  register = await openRegister();
  bucket = await openBucket();
  home = mkdtempSync(path.join(os.tmpdir(), "register-marks-"));
});
afterAll(async () => {
  await bucket.close();
  await register.close();
  rmSync(home, { recursive: true });
});
beforeEach(() => register.app.query("DELETE FROM store_mark"));

const folder = (name: string) => storeOf({ DATA_DIR: path.join(home, name) });
const inBucket = () =>
  storeOf({
    DATA_DIR: home,
    FILES_BUCKET: bucket.address,
    FILES_KEY_ID: bucket.keyId,
    FILES_SECRET: bucket.secret,
    FILES_REGION: bucket.region,
  });

let from = performance.now() + 1e12;
/** As readiness sees it, past what it remembers. */
const state = (store: ReturnType<typeof folder>) => tryStorage(store, (from += 60_000));

test("the first store is the register's, and any other is another", async () => {
  expect([await state(folder("a")), await state(inBucket())]).toEqual(["ok", "ok"]);
  await markStoreOnce(folder("a"));
  await markStoreOnce(inBucket());
  expect(await readMark(folder("a"))).toBe(await findStoreMark());
  expect([await state(folder("a")), await state(folder("b")), await state(inBucket())]).toEqual([
    "ok",
    "another",
    "another",
  ]);
});

test("a store that is moved into a bucket with its mark is still the register's", async () => {
  await markStoreOnce(folder("moved"));
  await inBucket().writeText("store-mark", (await readMark(folder("moved"))) ?? "");
  expect(await state(inBucket())).toBe("ok");
});

test("another register may have the same store", async () => {
  await markStoreOnce(folder("shared"));
  const mark = await findStoreMark();
  await register.app.query("DELETE FROM store_mark");
  await markStoreOnce(folder("shared"));
  expect(await findStoreMark()).toBe(mark);
});

test("many instances that begin at once leave the same mark in both", async () => {
  await Promise.all(Array.from({ length: 6 }, () => markStoreOnce(folder("crowded"))));
  expect(await state(folder("crowded"))).toBe("ok");
});

test("if the store can't be marked, the database isn't either", async () => {
  const failing = { ...folder("failing"), writeText: () => Promise.reject(new Error("no room")) };
  await expect(markStoreOnce(failing)).rejects.toThrow("no room");
  expect(await findStoreMark()).toBeNull();
  bucket.fails = 503;
  await expect(markStoreOnce(inBucket())).rejects.toThrow("503");
  bucket.fails = null;
  await markStoreOnce(folder("failing"));
  expect(await state(folder("failing"))).toBe("ok");
});
