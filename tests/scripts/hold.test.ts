import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { beganAt } from "@/scripts/embedded/process.mjs";
import { hold, holderOf } from "@/scripts/base/hold.mjs";

let dataDir: string;
beforeEach(() => void (dataDir = mkdtempSync(path.join(os.tmpdir(), "register-test-"))));
afterEach(() => rmSync(dataDir, { recursive: true }));

const say = (holder: object) => writeFileSync(path.join(dataDir, "running.json"), JSON.stringify(holder));

test("the second of two starts learns who has the folder", () => {
  const first = hold(dataDir);
  expect(hold(dataDir)).toEqual({ holder: { pid: process.pid, began: beganAt(process.pid) } });
  if ("release" in first) first.release();
  expect(holderOf(dataDir)).toBeNull();
  expect(readdirSync(dataDir)).toEqual([]);
});

test("the file of a killed start is ignored", () => {
  say({ pid: 2 ** 22 + 1, began: "1" });
  expect(hold(dataDir)).toHaveProperty("release");
});

test("a process number that another program has by now is ignored", () => {
  const stranger = spawn("sleep", ["60"]);
  say({ pid: stranger.pid, began: "1" });
  expect(holderOf(dataDir)).toBeNull();
  expect(hold(dataDir)).toHaveProperty("release");
  stranger.kill();
});

test("an incomplete file, from a crash, is ignored", () => {
  writeFileSync(path.join(dataDir, "running.json"), '{"pid":');
  expect(hold(dataDir)).toHaveProperty("release");
});
