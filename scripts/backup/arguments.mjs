import path from "node:path";
import { parseArgs } from "node:util";
import { PlainError } from "../base/plain-error.mjs";

/**
 * Parses the arguments after the command: options with a text each, and `count` positional ones.
 * @param {Record<string, { type: "string" }>} options
 * @param {number} count
 * @param {string} usage
 * @returns {{ values: Record<string, string | undefined>, positionals: string[] }}
 */
export function parseArguments(options, count, usage) {
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (positionals.length === count) return { values, positionals };
  } catch (error) {
    throw new PlainError(`${/** @type {Error} */ (error).message.split("\n")[0]}\n${usage}`);
  }
  throw new PlainError(usage);
}

/**
 * npm runs scripts in the project's folder, but users give paths relative to their own.
 * @param {string} given
 */
export const fromHere = (given) => path.resolve(process.env.INIT_CWD || process.cwd(), given);

/** Long work checks it from time to time, and cleans up when it is aborted. */
export function stopSignal() {
  const quit = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => quit.abort(new PlainError("Stopped. Nothing was kept.")));
  return quit.signal;
}
