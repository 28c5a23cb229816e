import path from "node:path";
import { ROOT } from "../base/paths.mjs";

/**
 * The worker in one file of plain JavaScript, which starts in a third of the time that its sources take. Packages stay
 * where they are.
 * @param {string} outfile
 */
export const bundleWorker = (outfile) => bundleProgram("scripts/worker/main.ts", outfile);

/** A program itself, and so a separate file: bundled into another one, it would run as if it was started. */
const VERIFIER = "lib/verifier/verify.mjs";

/**
 * Bundles another program in the same way.
 * @param {string} file
 * @param {string} outfile
 * @param {string} [root] the folder from which it will be run
 */
export async function bundleProgram(file, outfile, root = ROOT) {
  const { build, stop } = await import("esbuild");
  await build({
    absWorkingDir: ROOT,
    entryPoints: [path.join(ROOT, file)],
    outfile,
    bundle: true,
    packages: "external",
    alias: { [`@/${VERIFIER}`]: path.relative(path.dirname(outfile), path.join(root, VERIFIER)) },
    external: [`*/${VERIFIER}`],
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
  });
  // Otherwise esbuild keeps a process running for the next build.
  await stop();
  return outfile;
}
