import { askDatabase } from "../database/client.mjs";
import { DATABASE, OWNER } from "../embedded/register.mjs";
import { behindFloor } from "../embedded/security-floor.mjs";
import { TRIGGERS_ALONE, newerThanBuild } from "../database/migrate.mjs";
import { bringUpToDate } from "../database/up-to-date.mjs";
import { PlainError } from "../base/plain-error.mjs";
import { isHalfLoaded } from "./content.mjs";
import { openEmbeddedRegister } from "./embedded-register.mjs";

/** @typedef {import("./settings.mjs").Settings} Settings */

/**
 * @typedef {object} Database
 * @property {string} ownerUrl
 * @property {string} appUrl
 * @property {Promise<never>} lost rejects when the database has ended for good
 * @property {() => Promise<void>} empty empties an embedded register
 * @property {() => Promise<void>} stop
 */

/**
 * The migrated database of this start.
 * @param {Settings} settings
 * @param {(line: string) => void} say
 * @param {AbortSignal} [signal]
 * @returns {Promise<Database>}
 */
export async function openDatabase({ databaseUrl, ownerUrl, dataDir }, say, signal) {
  if (databaseUrl && ownerUrl) {
    await prepare(databaseUrl, ownerUrl, { say, signal });
    return {
      appUrl: databaseUrl,
      ownerUrl,
      lost: new Promise(() => {}),
      empty: refuse,
      stop: async () => {},
    };
  }
  const { superUrl, ...embedded } = await openEmbeddedRegister(dataDir, say);
  const { appUrl, ownerUrl: owner } = embedded;
  const empty = async () => {
    await recreate(superUrl);
    await prepare(appUrl, owner, { say, signal });
  };
  try {
    if (await isHalfLoaded(owner)) {
      say("An earlier start was killed while it was loading the demonstration. Starting over.");
      await recreate(superUrl);
    }
    await prepare(appUrl, owner, { say, signal });
    say(
      `Embedded PostgreSQL in ${dataDir}, for evaluation or a single desk. For production, set DATABASE_URL.`,
    );
    const behind = behindFloor((await askDatabase(owner, "SHOW server_version"))[0].server_version);
    if (behind) say(behind);
    return { ...embedded, empty };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

async function refuse() {
  throw new PlainError("Only an embedded register can be emptied.");
}

/** @param {string} superUrl */
async function recreate(superUrl) {
  const elsewhere = superUrl.replace(`/${DATABASE}?`, "/postgres?");
  await askDatabase(elsewhere, `DROP DATABASE ${DATABASE} WITH (FORCE)`);
  await askDatabase(elsewhere, `CREATE DATABASE ${DATABASE} OWNER ${OWNER}`);
}

/** @param {string} appUrl @param {string} ownerUrl @param {{ say: (line: string) => void, signal?: AbortSignal | undefined }} options */
async function prepare(appUrl, ownerUrl, { say, signal }) {
  const { applied, newer, guardedByTriggersAlone } = await bringUpToDate(
    { ownerUrl, appUrl },
    { say, signal },
  );
  if (applied.length > 0) say(`Database brought up to date: ${namesOf(applied)}.`);
  if (newer.length > 0) say(newerThanBuild(newer));
  if (guardedByTriggersAlone) say(TRIGGERS_ALONE);
}

/** A new register applies all migrations, and listing them would help nobody. @param {string[]} applied */
const namesOf = (applied) =>
  applied.length > 3 ? `${applied.length} migrations, up to ${applied.at(-1)}` : applied.join(", ");
