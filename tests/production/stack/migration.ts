import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Migrates with a release's own command, separately from any start. */
export async function migrateInOwnProcess({
  folder,
  env,
}: {
  folder: string;
  env: NodeJS.Dict<string>;
}): Promise<void> {
  await promisify(execFile)("npm", ["run", "migrate"], {
    cwd: folder,
    env: { NODE_ENV: "production", PATH: process.env["PATH"], ...env },
  });
}
