import { ask } from "../database-client.mjs";
import { DATABASE, OWNER } from "../embedded/register.mjs";
import { TRIGGERS_ALONE, migrate } from "../migrate.mjs";
import { isHalfLoaded } from "./content.mjs";
import { openEmbeddedRegister } from "./embedded-register.mjs";

/** @typedef {import("./settings.mjs").Settings} Settings */

/**
 * The database of this start, up to date.
 * @param {Settings} settings
 * @param {(line: string) => void} say
 * @returns {Promise<{ ownerUrl: string, appUrl: string, lost: Promise<never>, stop: () => Promise<void> }>}
 */
export async function openDatabase({ databaseUrl, ownerUrl, dataDir }, say) {
  if (databaseUrl && ownerUrl) {
    await bringUpToDate(databaseUrl, ownerUrl, say);
    return { appUrl: databaseUrl, ownerUrl, lost: new Promise(() => {}), stop: async () => {} };
  }
  const embedded = await openEmbeddedRegister(dataDir, say);
  try {
    if (await isHalfLoaded(embedded.ownerUrl)) {
      say("An earlier start was killed while it loaded the demonstration. Beginning anew.");
      await emptyEmbedded(embedded.superUrl);
    }
    await bringUpToDate(embedded.appUrl, embedded.ownerUrl, say);
    say(`Embedded PostgreSQL on ${dataDir}: for evaluation and for one desk. Production sets DATABASE_URL.`);
    return embedded;
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

/** Replaces the register's database with an empty one. @param {string} superUrl */
export async function emptyEmbedded(superUrl) {
  const elsewhere = superUrl.replace(`/${DATABASE}?`, "/postgres?");
  await ask(elsewhere, `DROP DATABASE ${DATABASE} WITH (FORCE)`);
  await ask(elsewhere, `CREATE DATABASE ${DATABASE} OWNER ${OWNER}`);
}

/** @param {string} appUrl @param {string} ownerUrl @param {(line: string) => void} say */
async function bringUpToDate(appUrl, ownerUrl, say) {
  const { applied, guardedByTriggersAlone } = await migrate({ ownerUrl, appLogin: decodeURIComponent(new URL(appUrl).username) });
  if (applied.length > 0) say(`Database brought up to date: ${applied.join(", ")}.`);
  if (guardedByTriggersAlone) say(TRIGGERS_ALONE);
}
