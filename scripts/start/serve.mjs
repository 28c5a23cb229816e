import path from "node:path";
import { FOUNDING, SERVER, WORKER, buildIfStale } from "../build/build.mjs";
import { bundleWorker } from "../worker/bundle.mjs";
import { generate } from "../generate.mjs";
import { checkHolder } from "../base/hold.mjs";
import { ROOT } from "../base/paths.mjs";
import { PlainError, stopOnSignals } from "../base/plain-error.mjs";
import { development, production } from "./application.mjs";
import { openDatabase } from "./database.mjs";
import { openWithContent } from "./demonstration.mjs";
import { environment } from "./environment.mjs";
import { startInstance } from "./instance.mjs";
import { checkPort } from "./port.mjs";
import { unencrypted } from "./unencrypted.mjs";
import { welcome } from "./welcome.mjs";

/** @typedef {import("./settings.mjs").Settings} Settings */

/**
 * Everything between the packages and the first page. Runs until it is stopped, or until the database ends for good;
 * then stops web server, worker and database, in that order.
 * @param {Settings} settings
 * @param {{ dev: boolean }} mode
 */
export async function serve(settings, { dev }) {
  const quit = stopOnSignals();
  const aborted = new Promise((resolve) => quit.signal.addEventListener("abort", () => resolve(0)));
  // A closed terminal accepts no more output, and that must not prevent a clean stop.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  for (const line of unencrypted(process.env)) console.log(line);
  if (!settings.databaseUrl) checkHolder(settings.dataDir);
  await checkPort(settings.host, settings.port);
  const database = await openUnlessAborted(settings, quit.signal);
  if (database === null) return;
  const opening = open(settings, database, { dev, signal: quit.signal });
  try {
    await Promise.race([aborted, database.lost, opening.then(() => aborted)]);
    console.log("Stopping. Requests in progress are answered first.");
  } finally {
    quit.abort();
    await opening.then((instance) => instance.stop()).catch(() => {});
    await database.stop();
  }
}

/** Null if this start was asked to stop meanwhile. @param {Settings} settings @param {AbortSignal} signal */
async function openUnlessAborted(settings, signal) {
  try {
    return await openDatabase(settings, (line) => console.log(line), signal);
  } catch (error) {
    if (!signal.aborted || !(error instanceof PlainError)) throw error;
    console.log(error.message);
    return null;
  }
}

/** @param {Settings} settings @param {{ appUrl: string, ownerUrl: string }} database @param {{ dev: boolean, signal: AbortSignal }} mode */
async function open(settings, { appUrl, ownerUrl }, { dev, signal }) {
  const { host, port } = settings;
  const env = environment(settings, appUrl);
  generate();
  // Loading a demonstration takes a minute and runs from sources; building takes as long, at the same time.
  const founding = dev ? null : buildIfStale(signal).then(() => FOUNDING);
  await Promise.all([founding, openWithContent(settings, { ownerUrl, env, signal, founding })]);
  const instance = await startInstance({
    command: dev ? development(host, port) : production(SERVER, env),
    worker: settings.worker ? (dev ? bundleForDev : WORKER) : null,
    host,
    port,
    env,
    dev,
    signal,
  });
  await welcome(settings, ownerUrl);
  return instance;
}

/** Bundles the worker each time it starts: its sources may have changed. */
const bundleForDev = () => bundleWorker(path.join(ROOT, ".next/dev-worker.mjs"));
