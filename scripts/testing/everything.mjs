import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fillStories } from "../../e2e/support/register.mjs";
import { buildIfStale } from "../build/build.mjs";
import { generate } from "../generate.mjs";
import { openTestServer } from "./databases.mjs";
import { findBrowser } from "./browser.mjs";
import { runChecks } from "./checks.mjs";
import { unanswered } from "./row-types.mjs";
import { runPlaywright, runVitest } from "./runners.mjs";
import { TestTally } from "./tally.mjs";

/** Runs every step, even after a failure, and ends with a line of totals. */
export async function testEverything() {
  const quit = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => quit.abort());
  const tally = new TestTally();
  /** @param {string} name @param {() => Promise<void>} work */
  const step = async (name, work) => {
    if (quit.signal.aborted) return;
    console.log(`\n— ${name}`);
    await work().catch((error) => {
      console.error(error);
      tally.add({ passed: 0, failures: [`${name}: ${error instanceof Error ? error.message : error}`] });
    });
  };

  generate();
  // The checks, then the build, run in the background while the tests mostly wait.
  const checked = step("types, lint, format", async () => tally.add(await runChecks()));
  await step("database", async () => {
    const { close, ...server } = await openTestServer();
    const rowTypes = mkdtempSync(path.join(os.tmpdir(), "register-row-types-"));
    const env = { ...process.env, REGISTER_TEST_SERVER: JSON.stringify(server), ROW_TYPES: rowTypes };
    /** @type {{ register?: import("../../e2e/support/register.mjs").StoryRegister }} */
    const stories = {};
    try {
      const built = step("build, and a register for the stories", async () => {
        await checked;
        await buildIfStale(quit.signal, { aside: true });
        stories.register = await fillStories(server, { signal: quit.signal, aside: true });
      });
      await step("rules, floors, commands and queries", async () =>
        tally.addTests("Vitest", await runVitest([], { env, signal: quit.signal })),
      );
      await step("every question in SQL was answered", async () => {
        const found = unanswered(rowTypes);
        const failures = found.map((place) => `No test has seen a row of the query at ${place}`);
        tally.add({ passed: failures.length === 0 ? 1 : 0, failures });
      });
      await built;
      await step("stories in a browser", async () => {
        const browser = await findBrowser();
        console.log(`Browser: ${browser.path} (${browser.from})`);
        const given = { CHROMIUM_PATH: browser.path, E2E_REGISTER: JSON.stringify(stories.register) };
        tally.addTests("Playwright", await runPlaywright({ ...env, ...given }, quit.signal));
      });
    } finally {
      rmSync(rowTypes, { recursive: true, force: true });
      if (stories.register) rmSync(stories.register.files, { recursive: true, force: true });
      await close();
    }
  });
  await checked;
  if (quit.signal.aborted) tally.add({ passed: 0, failures: ["stopped by a signal"] });
  console.log(`\n${tally.summary}`);
  if (tally.failures.length > 0) process.exitCode = 1;
}
