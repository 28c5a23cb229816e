// Databases that tests and measurements may ruin: on an embedded server of their own or, with DATABASE_URL, on that
// server but never in its database.
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { withClient } from "../database/client.mjs";
import { setLoginDefaults } from "../database/login-defaults.mjs";
import { migrate } from "../database/migrate.mjs";
import { PlainError } from "../base/plain-error.mjs";

/**
 * @typedef {object} TestServer
 * @property {string} adminUrl
 * @property {boolean} superuser whether that login is a superuser
 * @property {string} prefix of the names of all roles and databases of this run
 * @property {string} password of both of its roles
 *
 * @typedef {object} TestDatabase
 * @property {string} ownerUrl the login that runs migrations
 * @property {string} appUrl the application's login
 * @property {string | undefined} superUrl a superuser's login, where there is one
 * @property {() => Promise<void>} drop
 */

/**
 * Opens a server and migrates the template that all its databases are copied from. `close` leaves nothing behind.
 * @param {{ durable?: boolean }} [options] `durable`: its own server doesn't lose acknowledged writes, as in production
 * @returns {Promise<TestServer & { close: () => Promise<void> }>}
 */
export async function openTestServer({ durable = false } = {}) {
  const external = process.env.DATABASE_OWNER_URL || process.env.DATABASE_URL;
  const { adminUrl, stop } = external
    ? { adminUrl: external, stop: async () => {} }
    : await startOwnServer({ fast: !durable });
  const prefix = `register_test_${process.pid}_${randomBytes(3).toString("hex")}`;
  const server = { adminUrl, prefix, password: randomBytes(24).toString("hex"), superuser: false };
  const close = async () => {
    await dropEverything(server);
    await stop();
  };
  try {
    server.superuser = await checkRights(server);
    await makeRoles(server);
    await createDatabase(server, `${prefix}_template`);
    const [ownerUrl, appUrl] = [
      addressOf(server, "owner", `${prefix}_template`),
      addressOf(server, "app", `${prefix}_template`),
    ];
    await migrate({ ownerUrl, appUrl });
  } catch (error) {
    await close();
    throw error;
  }
  return { ...server, close };
}

/**
 * A copy of the migrated template, or of another database of this run that is currently unused.
 * @param {TestServer} server
 * @param {{ template?: string, name?: string }} [options] names without the run's prefix
 * @returns {Promise<TestDatabase>}
 */
export async function copyDatabase(
  server,
  { template = "template", name = randomBytes(4).toString("hex") } = {},
) {
  const copy = await makeDatabase(server, name, `${server.prefix}_${template}`);
  // Neither connection rights nor a login's defaults are copied with a database.
  await withClient(copy.ownerUrl, (client) =>
    client.query("SELECT audit.grant_application($1)", [`${server.prefix}_app`]),
  );
  await setLoginDefaults(copy.appUrl);
  return copy;
}

/** A database without migrations. @param {TestServer} server */
export const emptyDatabase = (server) => makeDatabase(server, randomBytes(4).toString("hex"));

/** @param {TestServer} server @param {string} name without the run's prefix @param {string} [template] @returns {Promise<TestDatabase>} */
async function makeDatabase(server, name, template) {
  const database = `${server.prefix}_${name}`;
  await createDatabase(server, database, template);
  return {
    ownerUrl: addressOf(server, "owner", database),
    appUrl: addressOf(server, "app", database),
    superUrl: server.superuser ? withDatabase(server.adminUrl, database).href : undefined,
    drop: () =>
      withClient(
        server.adminUrl,
        async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)),
      ),
  };
}

/** @param {{ fast: boolean }} options */
async function startOwnServer({ fast }) {
  const { startEmbedded } = await import("../embedded/server.mjs");
  const folder = mkdtempSync(path.join(os.tmpdir(), "register-test-"));
  chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const embedded = await startEmbedded(folder, { fast });
    return { adminUrl: embedded.superUrl, stop: () => embedded.stop().then(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

/** @param {TestServer} server */
function checkRights({ adminUrl }) {
  return withClient(adminUrl, async (client) => {
    const { rows } = await client.query(
      "SELECT rolsuper, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = current_user",
    );
    const { rolsuper, rolcreatedb, rolcreaterole } = rows[0];
    if (rolsuper || (rolcreatedb && rolcreaterole)) return Boolean(rolsuper);
    throw new PlainError(
      "The tests create their own databases: the login of DATABASE_OWNER_URL, or else of DATABASE_URL, needs CREATEDB and CREATEROLE.",
    );
  });
}

/** @param {TestServer} server */
function makeRoles({ adminUrl, prefix, password }) {
  return withClient(adminUrl, async (client) => {
    for (const role of ["owner", "app"])
      await client.query(`CREATE ROLE ${prefix}_${role} LOGIN PASSWORD '${password}'`);
    await client.query(`GRANT ${prefix}_owner, ${prefix}_app TO CURRENT_USER`);
  });
}

/** @param {TestServer} server @param {string} name @param {string} [template] */
function createDatabase({ adminUrl, prefix }, name, template = "template0") {
  const encoding = template === "template0" ? "ENCODING 'UTF8'" : "";
  return withClient(adminUrl, (client) =>
    client.query(`CREATE DATABASE ${name} OWNER ${prefix}_owner TEMPLATE ${template} ${encoding}`),
  );
}

/** @param {TestServer} server */
function dropEverything({ adminUrl, prefix }) {
  return withClient(adminUrl, async (client) => {
    const databases = await client.query("SELECT datname AS name FROM pg_database WHERE datname LIKE $1", [
      `${prefix}%`,
    ]);
    for (const { name } of databases.rows) await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
    const roles = await client.query("SELECT rolname AS name FROM pg_roles WHERE rolname LIKE $1", [
      `${prefix}%`,
    ]);
    for (const { name } of roles.rows) await client.query(`DROP ROLE ${name}`);
  });
}

/** @param {TestServer} server @param {"owner" | "app"} role @param {string} database */
function addressOf({ adminUrl, prefix, password }, role, database) {
  const url = withDatabase(adminUrl, database);
  url.username = `${prefix}_${role}`;
  url.password = password;
  return url.href;
}

/** @param {string} address @param {string} database */
function withDatabase(address, database) {
  const url = new URL(address.replace("@/", "@localhost/"));
  url.pathname = `/${database}`;
  return url;
}
