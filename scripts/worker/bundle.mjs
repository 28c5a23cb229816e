import path from "node:path";
import { ROOT } from "../base/paths.mjs";

/**
 * The worker in one file of plain JavaScript, which starts in a third of the time that its sources take. Packages stay
 * where they are.
 * @param {string} outfile
 */
export async function bundleWorker(outfile) {
  const { build, stop } = await import("esbuild");
  await build({
    absWorkingDir: ROOT,
    entryPoints: [path.join(ROOT, "scripts/worker/main.ts")],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
  });
  // It leaves a process behind for the next time.
  await stop();
  return outfile;
}
