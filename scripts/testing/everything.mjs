import { buildIfStale } from "../build.mjs";
import { generate } from "../generate.mjs";
import { openTestServer } from "../test-databases.mjs";
import { findBrowser } from "./browser.mjs";
import { runChecks } from "./checks.mjs";
import { runPlaywright, runVitest } from "./runners.mjs";
import { Tally } from "./tally.mjs";

/** Runs every step, also after one that failed, and ends with the line that counts them. */
export async function testEverything() {
  const quit = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => quit.abort());
  const tally = new Tally();
  /** @param {string} name @param {() => Promise<void>} work */
  const step = async (name, work) => {
    if (quit.signal.aborted) return;
    console.log(`\n— ${name}`);
    await work().catch((error) => {
      console.error(error instanceof Error ? error.message : error);
      tally.add({ passed: 0, failed: 1 });
    });
  };

  await step("types, lint, format", async () => {
    generate();
    tally.add(await runChecks());
  });
  await step("database", async () => {
    const { close, ...server } = await openTestServer();
    const env = { ...process.env, REGISTER_TEST_SERVER: JSON.stringify(server) };
    try {
      // What the tests wait for, the build works.
      const built = step("build", () => buildIfStale(quit.signal, { aside: true }));
      await step("rules, floors, commands and queries", async () =>
        tally.addTests(await runVitest([], { env, signal: quit.signal })),
      );
      await built;
      await step("stories in a browser", async () => {
        const browser = await findBrowser();
        console.log(`Browser: ${browser.path} (${browser.from})`);
        tally.addTests(await runPlaywright({ ...env, CHROMIUM_PATH: browser.path }, quit.signal));
      });
    } finally {
      await close();
    }
  });
  if (quit.signal.aborted) tally.add({ passed: 0, failed: 1 });
  console.log(`\n${tally.line}`);
  if (tally.failed > 0) process.exitCode = 1;
}
