import { disconnect } from "@/lib/db/client";

/**
 * Runs a script's main function, which returns the exit code, and leaves the database. On an error prints its message
 * after `failed`, and exits with `codeOf`.
 */
export async function runScript(
  main: () => Promise<number>,
  failed = "",
  codeOf: (error: unknown) => number = () => 2,
): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(`${failed}${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = codeOf(error);
  } finally {
    await disconnect();
  }
}
