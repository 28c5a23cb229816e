// The content of a new register: the demonstration in an empty embedded one, or what a deployment starts from.
import path from "node:path";
import pg from "pg";
import { command } from "../base/command.mjs";
import { askDatabase, throughFailover } from "../database/client.mjs";
import { programAt } from "../base/paths.mjs";
import { PlainError } from "../base/plain-error.mjs";

/** Set on the database while the demonstration is loading, so that the next start after a killed one starts over. */
const LOADING = "the demonstration is loading";

/**
 * @param {{ ownerUrl: string, demo: boolean, resumable: boolean, env: NodeJS.ProcessEnv, signal?: AbortSignal, aside?: boolean, livedIn?: boolean, founding?: Promise<string> | null }} given
 *   `resumable`: the database may be emptied if loading is interrupted; `aside`: with low priority;
 *   `livedIn`: the demonstration includes made-up work; `founding`: the program that founds any other register, once it is built
 */
export async function fillRegister({
  ownerUrl,
  demo,
  resumable,
  env,
  signal,
  aside = false,
  livedIn = false,
  founding = null,
}) {
  if (demo && (await isEmpty(ownerUrl))) {
    if (resumable) await mark(ownerUrl, LOADING);
    console.log("Loading the demonstration coalition, step by step.");
    await runTs("prisma/seed/main.ts", { env, signal, aside }, livedIn ? ["--lived-in"] : []);
    if (resumable) await mark(ownerUrl, null);
  } else {
    const program = (await founding) ?? "scripts/register/found-register.ts";
    const found = () => runTs(program, { env, signal, aside });
    await throughFailover(ownerUrl, found, { say: console.log, signal });
  }
}

/** Sets the demonstration accounts' password to the one in `env`.
 * @param {NodeJS.ProcessEnv} env @param {AbortSignal} [signal] */
export const changePassword = (env, signal) => runTs("prisma/seed/password.ts", { env, signal });

/** @param {string} ownerUrl */
export async function isHalfLoaded(ownerUrl) {
  const sql =
    "SELECT shobj_description(oid, 'pg_database') AS comment FROM pg_database WHERE datname = current_database()";
  return (await askDatabase(ownerUrl, sql))[0]?.comment === LOADING;
}

/** The accounts of a demonstration register; none in any other.
 * @param {string} ownerUrl @returns {Promise<{ email: string, name: string }[]>} */
export const demonstrationAccounts = (ownerUrl) =>
  askDatabase(
    ownerUrl,
    "SELECT email, name FROM person WHERE disabled_at IS NULL AND (SELECT demonstration FROM register) AND email LIKE '%@register.example' ORDER BY role = 'ADMIN', created_at, email",
  );

/** @param {string} ownerUrl */
const isEmpty = async (ownerUrl) => (await askDatabase(ownerUrl, "SELECT 1 FROM register")).length === 0;

/** @param {string} ownerUrl @param {string | null} comment */
async function mark(ownerUrl, comment) {
  const [{ name }] = await askDatabase(ownerUrl, "SELECT quote_ident(current_database()) AS name");
  await askDatabase(
    ownerUrl,
    `COMMENT ON DATABASE ${name} IS ${comment === null ? "NULL" : pg.escapeLiteral(comment)}`,
  );
}

/** The exit code of a script that may run again once the database is back (register/found-register.ts). */
const DATABASE_AWAY = 75;

/** @param {string} file @param {import("../base/command.mjs").Options} options @param {string[]} [args] */
async function runTs(file, options, args = []) {
  const code = await command("node", [...programAt(file), ...args], options);
  if (code === 0) return;
  throw Object.assign(new PlainError(`${path.basename(file)} failed; see its output above.`), {
    code: code === DATABASE_AWAY ? "08006" : "",
  });
}
