/** An error that the person at the terminal can fix: shown as one line, without a stack. */
export class PlainError extends Error {}

/**
 * Runs a script's main function; on a PlainError prints its line and exits with 1.
 * @param {() => Promise<void>} main
 */
export async function run(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof PlainError ? error.message : error);
    process.exitCode = 1;
  }
}

/** Aborts when a signal asks this process to end. */
export function stopOnSignals() {
  const quit = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => quit.abort());
  return quit;
}
