import { startApplication } from "./application.mjs";
import { supervise } from "./supervise.mjs";
import { startWorker } from "./worker.mjs";

/**
 * @typedef {object} Instance
 * @property {string} url
 * @property {() => number} webPid
 * @property {() => number} workerPid 0: it has none
 * @property {() => Promise<void>} stop stops the web server first, so that the worker seals what was written last
 */

/**
 * Starts a web server and a worker next to it, and waits for both. Either is restarted when it ends.
 * @param {Parameters<typeof startApplication>[0] & { worker: string | (() => Promise<string>) | null, say?: (line: string) => void }} given
 *   `worker`: its bundled file, or a function that bundles it; null: background work is done elsewhere
 * @returns {Promise<Instance>}
 */
export async function startInstance({ worker, say, signal, ...given }) {
  const { env, quiet, log } = given;
  const output = { ...(quiet ? { quiet } : {}), ...(log === undefined ? {} : { log }) };
  let url = "";
  /** @param {AbortSignal} quit */
  const serve = async (quit) => {
    const web = await startApplication({ ...given, signal: signal ? AbortSignal.any([signal, quit]) : quit });
    url = web.url;
    return web;
  };
  const work = async () =>
    startWorker(typeof worker === "function" ? await worker() : (worker ?? ""), { env, ...output });
  const begun = await Promise.allSettled([
    supervise("The web server", serve, say),
    worker === null ? null : supervise("Background work", work, say),
  ]);
  const [web, background] = begun.map((one) => (one.status === "fulfilled" ? one.value : null));
  const stop = async () => {
    await web?.stop();
    await background?.stop();
  };
  const failure = begun.find((one) => one.status === "rejected");
  if (!failure && web) return { url, webPid: web.pid, workerPid: background?.pid ?? (() => 0), stop };
  await stop();
  throw failure?.reason;
}
