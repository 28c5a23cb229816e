// Backup of an external database, with PostgreSQL's own programs.
import { loginOf, withClient } from "../database/client.mjs";
import { migrate } from "../database/migrate.mjs";
import { PlainError } from "../base/plain-error.mjs";
import { backupFacts } from "./facts.mjs";
import { programOf } from "./programs.mjs";

export const DUMP = "register.dump";

/**
 * Dumps the database; the facts in the account are of the same moment.
 * @param {import("./bundle.mjs").Bundle} bundle
 * @param {{ appUrl: string, ownerUrl: string, say: (line: string) => void }} given
 * @returns {Promise<Omit<import("./manifest.mjs").Account, "format" | "madeAt">>}
 */
export function dump(bundle, { appUrl, ownerUrl, say }) {
  return withClient(ownerUrl, async (client) => {
    client.on("error", () => {});
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const { note, ...facts } = await backupFacts(client);
    const program = programOf("pg_dump", {
      atLeast: facts.postgres,
      why: `the server is PostgreSQL ${facts.postgres}`,
    });
    if (!restoresTo(program.major, facts.postgres))
      say(
        `A backup by pg_dump ${program.major} can be restored only to PostgreSQL ${program.major} or later, not to ${facts.postgres}, the version of this server. Use client programs of version ${facts.postgres} to make one that can.`,
      );
    if (note !== null) await bundle.write("checkpoint.note", note);
    const { rows } = await client.query(
      "SELECT pg_export_snapshot() AS snapshot, pg_database_size(current_database())::float8 AS bytes",
    );
    say(
      `Copying the database with pg_dump ${program.major}. On the server it takes about ${Math.ceil(rows[0].bytes / 1e6)} MB.`,
    );
    await program.run(ownerUrl, [
      "--format=custom",
      `--snapshot=${rows[0].snapshot}`,
      `--file=${bundle.draft}/${DUMP}`,
    ]);
    await bundle.adopt(DUMP);
    return { kind: "dump", ...facts, application: loginOf(appUrl), writtenBy: program.major };
  });
}

/**
 * Fails with instructions if the dump can't be restored here.
 * @param {import("./manifest.mjs").Account} account
 * @param {{ appUrl: string, ownerUrl: string }} given
 */
export function checkPlace({ postgres, application, writtenBy = 0 }, { appUrl, ownerUrl }) {
  const program = programOf("pg_restore", {
    atLeast: writtenBy,
    why: `the backup was written by pg_dump ${writtenBy}`,
  });
  if (loginOf(appUrl) !== application)
    throw new PlainError(
      `The backup is of a register whose application signs in as ${application}. Create a login with that name, and use it in DATABASE_URL.`,
    );
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query(PLACE);
    const { version, name, others, things } = rows[0];
    if (version < postgres)
      throw new PlainError(
        `The backup is from PostgreSQL ${postgres}, but this server is version ${version}. Restore it to version ${postgres} or later.`,
      );
    if (!restoresTo(program.major, version))
      throw new PlainError(
        `pg_restore is version ${program.major}, and can't restore to this server, which is version ${version}. Restore to a server of version ${program.major} or later.`,
      );
    if (things > 0)
      throw new PlainError(
        `The database ${name} isn't empty, so it was not changed. Create another for the backup, owned by ${loginOf(ownerUrl)}, and name it in DATABASE_URL and DATABASE_OWNER_URL.`,
      );
    if (others > 0)
      throw new PlainError(
        `The database ${name} has other connections (${others}). Stop the register first.`,
      );
    return program;
  });
}

/**
 * From 17 on pg_restore sets a limit (transaction_timeout) that older servers refuse.
 * @param {number} program @param {number} server
 */
export const restoresTo = (program, server) => program < 17 || server >= 17;

// Objects that extensions create don't count.
const PLACE = `
  SELECT current_setting('server_version_num')::int / 10000 AS version, current_database() AS name,
         (SELECT count(*)::int FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()) AS others,
         (SELECT count(*)::int FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
           WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
             AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')) AS things`;

/**
 * Restores the dump as a whole or not at all, then applies this checkout's migrations.
 * @param {string} file
 * @param {import("./programs.mjs").Program} program
 * @param {{ appUrl: string, ownerUrl: string }} given
 */
export async function readDump(file, program, { appUrl, ownerUrl }) {
  await program.run(ownerUrl, ["--no-owner", "--exit-on-error", "--single-transaction"], file);
  await migrate({ ownerUrl, appUrl });
}
