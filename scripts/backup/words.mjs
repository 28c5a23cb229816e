import path from "node:path";
import { parseArgs } from "node:util";
import { PlainError } from "../plain-error.mjs";

/**
 * What stands behind the command: options that take a text each, and so many words beside them.
 * @param {Record<string, { type: "string" }>} options
 * @param {number} count
 * @param {string} usage
 * @returns {{ values: Record<string, string | undefined>, positionals: string[] }}
 */
export function wordsIn(options, count, usage) {
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (positionals.length === count) return { values, positionals };
  } catch (error) {
    throw new PlainError(`${/** @type {Error} */ (error).message.split("\n")[0]}\n${usage}`);
  }
  throw new PlainError(usage);
}

/** npm runs scripts in the project's folder, and people mean the one they are in. @param {string} given */
export const fromHere = (given) => path.resolve(process.env.INIT_CWD || process.cwd(), given);

/** Whoever works long asks it now and then, and puts away what is half done. */
export function stopSignal() {
  const quit = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => quit.abort(new PlainError("Stopped. Nothing was kept.")));
  return quit.signal;
}
