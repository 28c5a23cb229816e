// Runs the embedded database as long as a start runs, and restarts it if it is killed.
import { prepareDataDir } from "../base/data-dir.mjs";
import { startEmbedded } from "../embedded/server.mjs";
import { alreadyRunning, hold } from "../base/hold.mjs";
import { PlainError } from "../base/plain-error.mjs";

const LIVES_AT_LEAST_MS = 5_000;

/**
 * @param {string} dataDir
 * @param {(line: string) => void} say
 */
export async function openEmbeddedRegister(dataDir, say) {
  prepareDataDir(dataDir);
  const lock = hold(dataDir);
  if ("holder" in lock) throw alreadyRunning(lock.holder, dataDir);
  let stopping = false;
  let server = await startEmbedded(dataDir).catch((error) => {
    lock.release();
    throw error;
  });
  if (server.recovered) say(server.recovered);

  const { promise: lost, reject: lose } = deferred();
  void watch();
  async function watch() {
    while (!stopping) {
      const since = Date.now();
      await server.gone;
      if (stopping) return;
      if (Date.now() - since < LIVES_AT_LEAST_MS)
        return lose(new PlainError(`The database keeps stopping. See ${dataDir}/postgres.log.`));
      say("The database has stopped. Restarting it.");
      try {
        server = await startEmbedded(dataDir);
      } catch (error) {
        return lose(error);
      }
    }
  }
  const stop = async () => {
    stopping = true;
    await server.stop();
    lock.release();
  };
  return { ownerUrl: server.ownerUrl, appUrl: server.appUrl, superUrl: server.superUrl, lost, stop };
}

function deferred() {
  /** @type {(error: unknown) => void} */
  let reject = () => {};
  /** @type {Promise<never>} */
  const promise = new Promise((_, no) => (reject = no));
  promise.catch(() => {});
  return { promise, reject };
}
