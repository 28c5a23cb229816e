// The limits of the application's statements, as defaults of its login. A pooler shares sessions: what a
// client sets in one, or sends when it connects, doesn't hold for the next.
import { withClient } from "./client.mjs";

/** Work that takes longer raises them for its transaction (SET LOCAL). */
const DEFAULTS = {
  statement_timeout: "15s",
  lock_timeout: "3s",
  idle_in_transaction_session_timeout: "30s",
};
const LOCK = 72707370;

const MISSING = `
  SELECT quote_ident(current_user) AS login, quote_ident(current_database()) AS database,
         ARRAY(SELECT unnest(s.setconfig)
                 FROM pg_db_role_setting s JOIN pg_roles r ON r.oid = s.setrole JOIN pg_database d ON d.oid = s.setdatabase
                WHERE r.rolname = current_user AND d.datname = current_database()) AS set`;

/** Sessions that a pooler opened earlier, but not those of a running instance. */
const OLDER = `
  SELECT pg_terminate_backend(pid) FROM pg_stat_activity
   WHERE usename = current_user AND datname = current_database() AND pid <> pg_backend_pid()
     AND state = 'idle' AND application_name <> 'pledge-register'`;

/**
 * A login may set its own defaults, in every deployment. Changes nothing if they are set already.
 * @param {string} url the application's login
 * @param {{ signal?: AbortSignal | undefined }} [options]
 */
export const setLoginDefaults = (url, options) =>
  withClient(
    url,
    async (client) => {
      if ((await alterations(client)).length > 0) await alter(client);
      // A session that began without them must not be reused.
      if (await isOlder(client))
        await client.query("SELECT pg_terminate_backend(pg_backend_pid())").catch(() => {});
    },
    options,
  );

/** One start at a time: two would conflict in the catalog. @param {import("pg").Client} client */
async function alter(client) {
  await client.query(`BEGIN; SELECT pg_advisory_xact_lock(${LOCK})`);
  const statements = await alterations(client);
  await client.query([...statements, "COMMIT"].join(";"));
  if (statements.length > 0) await client.query(OLDER);
}

/** @param {import("pg").Client} client */
async function isOlder(client) {
  const differ = Object.entries(DEFAULTS).map(([name, value]) => `current_setting('${name}') <> '${value}'`);
  return (await client.query(`SELECT ${differ.join(" OR ")} AS older`)).rows[0].older;
}

/** @param {import("pg").Client} client */
async function alterations(client) {
  const { rows } = await client.query(MISSING);
  const { login, database, set } = rows[0];
  return Object.entries(DEFAULTS)
    .filter(([name, value]) => !set.includes(`${name}=${value}`))
    .map(([name, value]) => `ALTER ROLE ${login} IN DATABASE ${database} SET ${name} = '${value}'`);
}
