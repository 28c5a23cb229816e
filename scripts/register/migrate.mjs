// `npm run migrate`: a separate step before instances start that don't have the owner's login.
import { PlainError, run, stopOnSignals } from "../base/plain-error.mjs";
import { TRIGGERS_ALONE, newerThanBuild } from "../database/migrate.mjs";
import { bringUpToDate } from "../database/up-to-date.mjs";

await run(async () => {
  const appUrl = process.env.DATABASE_URL;
  if (!appUrl) throw new PlainError("Set DATABASE_URL, and DATABASE_OWNER_URL if it differs.");
  const { applied, newer, guardedByTriggersAlone } = await bringUpToDate(
    { ownerUrl: process.env.DATABASE_OWNER_URL || appUrl, appUrl },
    { say: (line) => console.log(line), signal: stopOnSignals().signal },
  );
  console.log(applied.length > 0 ? `Applied ${applied.join(", ")}.` : "The database is up to date.");
  if (newer.length > 0) console.log(newerThanBuild(newer));
  if (guardedByTriggersAlone) console.log(TRIGGERS_ALONE);
});
