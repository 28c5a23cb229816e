import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of package.json. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");

/** Whether this is a bundle (scripts/build/bundle.mjs): built elsewhere, without sources, tools or a database. */
export const IS_BUNDLE = existsSync(path.join(ROOT, "bundle.json"));

/** This checkout's embedded database, keys and files. */
export const dataDir = () => path.resolve(ROOT, process.env.DATA_DIR || ".data");

/**
 * Whether this module was started, rather than imported.
 * @param {string} url
 */
export const runsItself = (url) =>
  process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(url);

/** Runs one of our TypeScript files as the server would: `node …RUN_TS file.ts`. */
export const RUN_TS = ["--conditions=react-server", "--import", "tsx"];

/**
 * The same for a file of either kind. A bundle has our TypeScript as plain JavaScript, under the same name.
 * @param {string} file
 */
export const programAt = (file) =>
  file.endsWith(".ts") && !IS_BUNDLE
    ? [...RUN_TS, file]
    : ["--conditions=react-server", file.replace(/ts$/, "mjs")];
