import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { findBrowser } from "@/scripts/testing/browser.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "register-browser-"));
  vi.stubEnv("PATH", folder);
  vi.stubEnv("CHROMIUM_PATH", "");
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const installed = (name: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, "#!/bin/sh\n");
  chmodSync(file, 0o755);
  return file;
};

test("the browser that is named comes before one that is installed", async () => {
  installed("chromium");
  const named = installed("another");
  vi.stubEnv("CHROMIUM_PATH", named);
  expect(await findBrowser()).toEqual({ path: named, from: "CHROMIUM_PATH" });
});

test("a name of no file is reported", async () => {
  vi.stubEnv("CHROMIUM_PATH", path.join(folder, "nothing"));
  await expect(findBrowser()).rejects.toThrow("CHROMIUM_PATH names no file");
});

test("of browsers that are installed, the headless one comes first", async () => {
  installed("google-chrome");
  installed("chromium");
  expect(await findBrowser()).toEqual({ path: path.join(folder, "chromium"), from: "installed" });
  const first = installed("chromium-headless-shell");
  expect(await findBrowser()).toEqual({ path: first, from: "installed" });
});
