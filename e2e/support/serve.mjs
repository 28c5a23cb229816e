// Serves the register of the stories: the real build, on the register that `npm test` filled or on its own.
import { rmSync, writeFileSync } from "node:fs";
import { SERVER, WORKER, buildIfStale } from "../../scripts/build/build.mjs";
import { PlainError, run } from "../../scripts/base/plain-error.mjs";
import { production } from "../../scripts/start/application.mjs";
import { startInstance } from "../../scripts/start/instance.mjs";
import { openTestServer } from "../../scripts/testing/databases.mjs";
import { databaseNote, fillStories, settingsOf } from "./register.mjs";

const COUNTING = new URL("count-statements.mjs", import.meta.url).href;

await run(async () => {
  const port = Number(process.env.E2E_PORT);
  if (!port) throw new PlainError("Run npx playwright test, which starts this.");
  const quit = new AbortController();
  const stopRequested = new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, resolve);
  });
  void stopRequested.then(() => quit.abort());
  const signal = quit.signal;

  await buildIfStale(signal);
  const { register, close } = await filledOrOwn(signal);
  const note = databaseNote(port);
  try {
    writeFileSync(note, register.databaseUrl, { mode: 0o600 });
    const env = { ...settingsOf(register), HOST: "127.0.0.1", PORT: String(port) };
    const instance = await startInstance({
      command: ["--import", COUNTING, ...production(SERVER, env)],
      worker: WORKER,
      host: "127.0.0.1",
      port,
      env,
      signal,
    });
    await stopRequested;
    await instance.stop();
  } finally {
    rmSync(note, { force: true });
    rmSync(register.files, { recursive: true, force: true });
    await close();
  }
});

/** @param {AbortSignal} signal @returns {Promise<{ register: import("./register.mjs").StoryRegister, close: () => Promise<void> }>} */
async function filledOrOwn(signal) {
  const filled = process.env.E2E_REGISTER;
  if (filled) return { register: JSON.parse(filled), close: async () => {} };
  const { close, ...server } = await openTestServer();
  try {
    return { register: await fillStories(server, { signal }), close };
  } catch (error) {
    await close();
    throw error;
  }
}
