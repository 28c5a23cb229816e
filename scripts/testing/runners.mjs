import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { command } from "../base/command.mjs";

/**
 * Runs Vitest: how many tests passed, and what failed, by name.
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, signal?: AbortSignal }} [options]
 */
export function runVitest(args, options = {}) {
  return reported(async (file) => {
    const env = { ...(options.env ?? process.env), VITEST_REPORT: file };
    const report = ["--reporter=default", "--reporter=./scripts/testing/vitest-report.mjs"];
    const code = await command("node", ["node_modules/vitest/vitest.mjs", "run", ...report, ...args], {
      ...options,
      env,
    });
    const { passed = 0, failures = [] } = read(file);
    return { passed, failures, code };
  });
}

/**
 * Runs Playwright: how many stories passed, and what failed, by name. One that passed at its second try failed.
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} [signal]
 */
export function runPlaywright(env, signal) {
  return reported(async (file) => {
    const args = ["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"];
    const report = { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
    const code = await command("node", args, { env: report, signal });
    /** @type {Partial<import("@playwright/test/reporter").JSONReport>} */
    const { stats, suites = [], errors = [] } = read(file);
    const outside = errors.map(({ message = "failed" }) => message);
    for (const page of suites.flatMap(pagesOfFailed).slice(0, 10)) console.log(`\n${page}`);
    return {
      passed: stats?.expected ?? 0,
      failures: [...outside, ...suites.flatMap(failedStories)],
      code,
    };
  });
}

/** @param {import("@playwright/test/reporter").JSONReportSuite} suite @returns {string[]} */
function failedStories({ suites = [], specs }) {
  const failed = specs.flatMap(({ file, line, title, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected" || status === "flaky")
      .map(({ results }) => results.find(({ error }) => error)?.error?.message ?? "failed")
      .map((message) => `${file}:${line} ${title}: ${message}`),
  );
  return [...failed, ...suites.flatMap(failedStories)];
}

/**
 * The page's content when a story failed: if a run's files are discarded, its output is all that is left.
 * @param {import("@playwright/test/reporter").JSONReportSuite} suite @returns {string[]}
 */
function pagesOfFailed({ suites = [], specs }) {
  const { DEMO_PASSWORD: password } = process.env;
  const kept = specs
    .flatMap(({ tests }) => tests.flatMap(({ results }) => results.flatMap(({ attachments }) => attachments)))
    .flatMap(({ name, path: file }) => (name === "error-context" && file && existsSync(file) ? [file] : []))
    .map((file) => readFileSync(file, "utf8").slice(0, 8_000))
    .map((text) => (password ? text.replaceAll(password, "***") : text));
  return [...kept, ...suites.flatMap(pagesOfFailed)];
}

/** @template T @param {(file: string) => Promise<T>} work @returns {Promise<T>} */
async function reported(work) {
  const folder = mkdtempSync(path.join(os.tmpdir(), "register-report-"));
  try {
    return await work(path.join(folder, "report.json"));
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
