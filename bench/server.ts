// Serves the register with bare pages (twins) to compare with; its build is separate from the normal one.
import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { command } from "@/scripts/base/command.mjs";
import { ROOT } from "@/scripts/base/paths.mjs";
import { makeLean } from "@/scripts/build/lean-scripts.mjs";
import { bundleWorker } from "@/scripts/worker/bundle.mjs";
import { production } from "@/scripts/start/application.mjs";
import { startInstance } from "@/scripts/start/instance.mjs";
import { freePort } from "@/tests/support/processes/free-port";

const OUTPUT = path.join(ROOT, ".next-bench");
const WORKER = path.join(OUTPUT, "worker.mjs");
/** Next points this file at its last build; the types of the normal one are needed afterwards. */
const TYPES = path.join(ROOT, "next-env.d.ts");

export async function build(): Promise<void> {
  const types = existsSync(TYPES) ? readFileSync(TYPES, "utf8") : null;
  const env = { ...process.env, BENCH: "1", NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  const code = await command("node", [path.join(ROOT, "node_modules/next/dist/bin/next"), "build"], { env });
  if (types !== null) writeFileSync(TYPES, types);
  if (code !== 0) throw new Error("the build did not succeed");
  cpSync(path.join(OUTPUT, "static"), path.join(OUTPUT, "standalone/.next-bench/static"), {
    recursive: true,
  });
  makeLean(path.join(OUTPUT, "standalone/.next-bench/server"));
  await bundleWorker(WORKER);
}

export async function serveRegister(
  env: NodeJS.ProcessEnv,
): Promise<{ url: string; pid: number; stop: () => Promise<void> }> {
  const server = path.join(OUTPUT, "standalone/server.js");
  const { url, webPid, stop } = await startInstance({
    command: production(server, env),
    worker: WORKER,
    host: "127.0.0.1",
    port: await freePort(),
    env,
    quiet: true,
  });
  return { url, pid: webPid(), stop };
}
