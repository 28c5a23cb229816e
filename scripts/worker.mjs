// `npm run worker`: only background work, for web servers that do none (WORKER=0), here or elsewhere.
import { install } from "./base/install.mjs";
import { PlainError, run, stopOnSignals } from "./base/plain-error.mjs";

await run(async () => {
  const { readSettings } = await import("./start/settings.mjs");
  const settings = readSettings();
  if (!settings.databaseUrl)
    throw new PlainError(
      "npm run worker needs DATABASE_URL. For an embedded register, npm start does the background work.",
    );
  const quit = stopOnSignals();
  install({ tools: false });
  const { awaitMigrated } = await import("./database/up-to-date.mjs");
  await awaitMigrated(settings.databaseUrl, { say: (line) => console.log(line), signal: quit.signal });
  const { WORKER, buildIfStale } = await import("./build/build.mjs");
  const { environment } = await import("./start/environment.mjs");
  const { supervise } = await import("./start/supervise.mjs");
  const { startWorker } = await import("./start/worker.mjs");
  await buildIfStale(quit.signal);
  const env = environment(settings, settings.databaseUrl);
  const work = await supervise("Background work", () => startWorker(WORKER, { env }));
  console.log("Background work goes on here.");
  await new Promise((resolve) => quit.signal.addEventListener("abort", resolve));
  await work.stop();
});
