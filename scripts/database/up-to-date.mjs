// Makes sure, before the register opens, that its database has the schema of this build: migrates it with the
// owner's login or, if a start doesn't have that login, checks that it is migrated.
import { loginOf, throughFailover, withClient } from "./client.mjs";
import { setLoginDefaults } from "./login-defaults.mjs";
import { migrate } from "./migrate.mjs";
import { planFor } from "./migrations.mjs";
import { PlainError } from "../base/plain-error.mjs";

/**
 * @param {{ ownerUrl: string, appUrl: string }} logins the same where only the application's is given
 * @param {{ say: (line: string) => void, signal?: AbortSignal | undefined }} options
 * @returns {ReturnType<typeof migrate>}
 */
export const bringUpToDate = ({ ownerUrl, appUrl }, options) =>
  throughFailover(
    ownerUrl,
    async () =>
      loginOf(ownerUrl) !== loginOf(appUrl) || (await mayMigrate(appUrl))
        ? migrate({ ownerUrl, appUrl, ...options })
        : checkMigrated(appUrl),
    options,
  );

/**
 * For a process that leaves migrating to others.
 * @param {string} appUrl
 * @param {{ say: (line: string) => void, signal?: AbortSignal | undefined }} options
 */
export const awaitMigrated = (appUrl, options) =>
  throughFailover(appUrl, () => checkMigrated(appUrl), options);

// A login that owns the tables, or may make them.
const MAY_MIGRATE = `
  SELECT coalesce(
    (SELECT pg_has_role(c.relowner, 'USAGE') FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relname = '_prisma_migrations'),
    has_database_privilege(current_database(), 'CREATE') AND has_schema_privilege('public', 'CREATE')) AS may`;

/** @param {string} url */
const mayMigrate = (url) => withClient(url, async (client) => (await client.query(MAY_MIGRATE)).rows[0].may);

/** @param {string} appUrl */
async function checkMigrated(appUrl) {
  const { pending, newer } = await withClient(appUrl, planFor).catch(withoutRights);
  const [first, ...more] = pending;
  if (first)
    throw new PlainError(
      `The database lacks the migration ${first.name}${more.length > 0 ? ` and ${more.length} more` : ""}. ${MIGRATE}`,
    );
  await setLoginDefaults(appUrl);
  return { applied: [], newer, guardedByTriggersAlone: false };
}

/** @param {Error & { code?: string }} error @returns {never} */
function withoutRights(error) {
  // No table, no schema, no right to either.
  if (!["42P01", "3F000", "42501"].includes(error.code ?? "")) throw error;
  throw new PlainError(`The database isn't ready for this login: ${error.message}. ${MIGRATE}`);
}

const MIGRATE = "Run npm run migrate with DATABASE_OWNER_URL, then start again.";
