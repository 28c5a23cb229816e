import { realpathSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of package.json. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");

/** Where this checkout keeps its embedded database, keys and files. */
export const dataDir = () => path.resolve(ROOT, process.env.DATA_DIR || ".data");

/**
 * Was this module started, rather than imported?
 * @param {string} url
 */
export const runsItself = (url) =>
  process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);

/** Runs a TypeScript file of ours as the server would: `node …RUN_TS file.ts`. */
export const RUN_TS = ["--conditions=react-server", "--import", "tsx"];
