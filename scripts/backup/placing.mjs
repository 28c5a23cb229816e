// Restores an embedded register from a backup: prepared and checked in a separate folder, then renamed in one step.
import { chmod, copyFile, mkdir, rename, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import path from "node:path";
import { prepareDataDir } from "../base/data-dir.mjs";
import { binaries } from "../embedded/binaries.mjs";
import { majorOf } from "../embedded/data.mjs";
import { serverOn } from "../embedded/pid-file.mjs";
import { startEmbedded } from "../embedded/server.mjs";
import { stopServer } from "../embedded/serving.mjs";
import { hold, holderOf } from "../base/hold.mjs";
import { migrate } from "../database/migrate.mjs";
import { PlainError } from "../base/plain-error.mjs";
import { endAllSessions } from "./sessions.mjs";
import { syncAll, syncName } from "./disk.mjs";
import { restoreDataFiles } from "./data-files.mjs";
import { lookAt } from "./look-at.mjs";
import { filesIn } from "./manifest.mjs";

/**
 * @param {import("./manifest.mjs").Account} account
 * @param {import("./restore.mjs").RestoreOptions} options
 */
export async function placeRegister(account, options) {
  const { into, say } = options;
  checkVersion(account);
  const lock = hold(into);
  if ("holder" in lock) throw running(into, lock.holder);
  const draft = path.join(into, "restoring");
  try {
    checkEmpty(path.join(into, "postgres"));
    await clear(draft);
    say("Copying the database.");
    await copyBack(account, options, draft);
    const found = await checked(draft, options);
    options.stop?.throwIfAborted();
    await restoreDataFiles(options.from, into, { note: found.note, secrets: true });
    await rename(path.join(draft, "postgres"), path.join(into, "postgres"));
    await syncName(into);
    return found;
  } finally {
    await rm(draft, { recursive: true, force: true });
    lock.release();
  }
}

/** Fails if there is already a register. @param {string} into */
export function checkFree(into) {
  const holder = holderOf(into);
  if (holder) throw running(into, holder);
  checkEmpty(path.join(into, "postgres"));
}

const running = (/** @type {string} */ into, /** @type {{ pid: number }} */ { pid }) =>
  new PlainError(`A register is running on ${into} (process ${pid}). Stop it first.`);

/** Removes the leftovers of a killed restore, and stops its server if it still runs. @param {string} draft */
async function clear(draft) {
  const left = serverOn(path.join(draft, "postgres"));
  if (left.state === "alive") await stopServer(left.pid);
  await rm(draft, { recursive: true, force: true });
}

/** @param {import("./manifest.mjs").Account} account */
function checkVersion({ postgres }) {
  const ours = majorOf(binaries().postgres);
  if (postgres !== ours)
    throw new PlainError(
      `The backup is from PostgreSQL ${postgres}, but this checkout has PostgreSQL ${ours}. Restore it with the checkout that wrote it.`,
    );
}

/** @param {string} data */
function checkEmpty(data) {
  if (serverOn(data).state === "alive")
    throw new PlainError(`A database is running on ${data}. Stop it first.`);
  if (existsSync(data))
    throw new PlainError(
      `There is already a register in ${data}, so nothing was changed. To replace it with the backup, stop it and move that folder away (mv ${data} ${data}.before), but leave everything next to it; or restore elsewhere: --into FOLDER.`,
    );
}

/** @param {import("./manifest.mjs").Account} account @param {import("./restore.mjs").RestoreOptions} options @param {string} draft */
async function copyBack({ folders = [] }, { from, stop }, draft) {
  prepareDataDir(draft);
  const data = path.join(draft, "postgres");
  await mkdir(data, { mode: 0o700 });
  for (const name of folders) await mkdir(path.join(data, name), { recursive: true, mode: 0o700 });
  for (const name of await filesIn(path.join(from, "database"))) {
    stop?.throwIfAborted();
    await copyDown(path.join(from, "database", name), path.join(data, name));
  }
  await copyDown(path.join(from, "house/secrets.json"), path.join(draft, "secrets.json"));
  await syncAll(draft);
}

/** @param {string} from @param {string} to */
async function copyDown(from, to) {
  await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
  await copyFile(from, to);
  await chmod(to, 0o600);
}

/** PostgreSQL recovers as after a crash, up to the moment when the backup ended.
 * @param {string} draft @param {import("./restore.mjs").RestoreOptions} options */
async function checked(draft, options) {
  const server = await startEmbedded(draft);
  try {
    await migrate({ ownerUrl: server.ownerUrl, appUrl: server.appUrl });
    options.say("Checking the log and every record.");
    const found = await lookAt(server.appUrl, options);
    if (!found.intact)
      throw new PlainError(`The backup is not intact: ${found.fault}. Nothing was restored.`);
    await endAllSessions(server.ownerUrl);
    return found;
  } finally {
    await server.stop();
  }
}
