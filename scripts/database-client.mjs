import pg from "pg";
import { PlainError } from "./plain-error.mjs";

/**
 * Opens a connection for the work, and closes it.
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withClient(url, work) {
  const client = new pg.Client({
    connectionString: url,
    application_name: "register-scripts",
    connectionTimeoutMillis: 10_000,
  });
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => {});
    throw new PlainError(`The database cannot be reached: ${/** @type {Error} */ (error).message}`);
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * The rows of one statement, on a connection of its own.
 * @param {string} url
 * @param {string} sql
 * @returns {Promise<any[]>}
 */
export const askDatabase = (url, sql) => withClient(url, async (client) => (await client.query(sql)).rows);
