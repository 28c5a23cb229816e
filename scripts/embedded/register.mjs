import { secretOf } from "../base/data-dir.mjs";

export const DATABASE = "register";
export const OWNER = "register_owner";
export const APPLICATION = "register_app";

/**
 * Creates the register's database with two logins: the owner's, and the application's, which may not change the log.
 * @param {(user: string, password: string, database: string) => string} addressFor
 * @param {string} dataDir
 */
export async function prepareRegister(addressFor, dataDir) {
  const { default: pg } = await import("pg");
  const passwords = { owner: secretOf(dataDir, "owner"), application: secretOf(dataDir, "application") };
  const superUrl = addressFor("postgres", secretOf(dataDir, "superuser"), DATABASE);
  const client = new pg.Client({
    connectionString: addressFor("postgres", secretOf(dataDir, "superuser"), "postgres"),
  });
  await client.connect();
  try {
    const { rows } = await client.query(
      "SELECT rolname AS name FROM pg_roles UNION ALL SELECT 'database ' || datname FROM pg_database",
    );
    const there = new Set(rows.map((row) => row.name));
    const make = (/** @type {string} */ name, /** @type {string} */ sql) =>
      there.has(name) ? null : client.query(sql);
    await make(OWNER, `CREATE ROLE ${OWNER} LOGIN PASSWORD ${client.escapeLiteral(passwords.owner)}`);
    await make(
      APPLICATION,
      `CREATE ROLE ${APPLICATION} LOGIN PASSWORD ${client.escapeLiteral(passwords.application)}`,
    );
    await make(`database ${DATABASE}`, `CREATE DATABASE ${DATABASE} OWNER ${OWNER}`);
  } finally {
    await client.end();
  }
  return {
    superUrl,
    ownerUrl: addressFor(OWNER, passwords.owner, DATABASE),
    appUrl: addressFor(APPLICATION, passwords.application, DATABASE),
  };
}
