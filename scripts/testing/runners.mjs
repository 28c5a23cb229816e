import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { command } from "../base/command.mjs";

/**
 * Runs Vitest and counts its results.
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, signal?: AbortSignal }} [options]
 */
export function runVitest(args, options = {}) {
  return counted("vitest.json", async (file) => {
    const report = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const code = await command(
      "node",
      ["node_modules/vitest/vitest.mjs", "run", ...report, ...args],
      options,
    );
    const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = read(file);
    return { passed, failed, code };
  });
}

/**
 * Runs Playwright and counts its results.
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} [signal]
 */
export function runPlaywright(env, signal) {
  return counted("playwright.json", async (file) => {
    const report = { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
    const code = await command(
      "node",
      ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"],
      {
        env: report,
        signal,
      },
    );
    const { expected: passed = 0, unexpected = 0, flaky = 0 } = read(file).stats ?? {};
    return { passed, failed: unexpected + flaky, code };
  });
}

/** @template T @param {string} name @param {(file: string) => Promise<T>} work @returns {Promise<T>} */
async function counted(name, work) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "register-report-"));
  try {
    return await work(path.join(folder, name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} file */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}
