import path from "node:path";
import { pathToFileURL } from "node:url";
import { until } from "../embedded/process.mjs";
import { ROOT } from "../base/paths.mjs";
import { PlainError } from "../base/plain-error.mjs";
import { startChild } from "./child.mjs";

const PATIENCE_MS = 60_000;
/** For the development server, which open streams would keep alive. */
const LEAVE_MS = 3_000;
/** The longest that the web server takes to finish requests in progress (lib/http/health/shutdown.ts). */
const LONGEST_LEAVE_MS = 35_000;
const DRAIN_SECONDS = 3;
/**
 * Longer than proxies keep idle connections (usually 60 s): if the server closed one first, the proxy would answer 502.
 * Node's default is 5 s.
 */
const KEEP_ALIVE_MS = 75_000;

/** Loaded into the web server before anything else. */
export const PRELOADED = ["scripts/start/leave-with-parent.mjs", "scripts/start/early-requests.mjs"];

/**
 * Starts the web server, and waits until it answers.
 * `dev`: the development server, which aborts its work when it is stopped.
 * @param {import("./child.mjs").Output & { command: string[], host: string, port: number, env: NodeJS.ProcessEnv, dev?: boolean, signal?: AbortSignal }} given
 */
export async function startApplication({ command, host, port, env, dev = false, signal, ...output }) {
  const preload = PRELOADED.flatMap((file) => ["--import", pathToFileURL(path.join(ROOT, file)).href]);
  const child = startChild([...preload, ...command], {
    ...output,
    // Next's server reads its host from HOSTNAME.
    env: {
      ...env,
      HOSTNAME: host,
      PORT: String(port),
      NEXT_TELEMETRY_DISABLED: "1",
      ...(dev ? {} : { NEXT_MANUAL_SIG_HANDLE: "1" }),
      KEEP_ALIVE_TIMEOUT: env.KEEP_ALIVE_TIMEOUT || String(KEEP_ALIVE_MS),
    },
    tie: "stdin",
    leaveMs: dev ? LEAVE_MS : leaveMs(env),
    tell: (process) => process.kill("SIGTERM"),
  });
  const url = `http://${dialable(host)}:${port}`;
  const ready = await until(
    async () => child.hasEnded() || signal?.aborted || (await answers(`${url}/api/health/live`)),
    PATIENCE_MS,
  );
  if (!ready || child.hasEnded() || signal?.aborted) {
    await child.stop();
    throw new PlainError("The application did not start.");
  }
  return { url, ...child };
}

/** @param {NodeJS.Dict<string>} env */
const leaveMs = (env) => LONGEST_LEAVE_MS + Number(env.DRAIN_SECONDS || DRAIN_SECONDS) * 1_000;

/** The address at which a server that listens everywhere can be reached. @param {string} host */
function dialable(host) {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}

/**
 * The production build. Without a heap limit Node collects garbage late, and the process grows to several times its
 * need. Regular expressions are compiled to machine code at once: the bytecode that Node would make first takes six
 * times as long for long ones, and with it a text of twenty pages takes twice as long to read.
 * @param {string} server @param {NodeJS.Dict<string>} env
 */
export const production = (server, { HEAP_MB }) => [
  `--max-old-space-size=${HEAP_MB || DEFAULT_HEAP_MB}`,
  "--no-regexp-tier-up",
  server,
];

/** Enough for pages of a register of 80,000 pledges as of a moment. */
const DEFAULT_HEAP_MB = 1_280;

/** Next's development server. @param {string} host @param {number} port */
export const development = (host, port) => [
  path.join(ROOT, "node_modules/next/dist/bin/next"),
  "dev",
  "--hostname",
  host,
  "--port",
  String(port),
];

/** Whether a live server answers there. @param {string} url */
export async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
