import { spawn } from "node:child_process";
import path from "node:path";
import { until } from "../embedded/process.mjs";
import { ROOT } from "../paths.mjs";
import { PlainError } from "../plain-error.mjs";

const PATIENCE_MS = 60_000;
/** Of the development server: open streams would keep it alive. */
const LEAVE_MS = 3_000;
/** What the application takes at most to answer what was begun, and to seal (lib/http/health/leaving.ts). */
const LONGEST_LEAVE_MS = 40_000;
const DRAIN_SECONDS = 3;
/**
 * Longer than proxies keep idle connections (usually 60 s): if the server closed one first, the proxy would answer 502.
 * Node's default is 5 s.
 */
const KEEP_ALIVE_MS = 75_000;

/**
 * Starts the application, and waits until it answers. `log`: a file descriptor for its output.
 * `dev`: the development server, which breaks off what it does when it is stopped.
 * @param {{ command: string[], host: string, port: number, env: NodeJS.ProcessEnv, dev?: boolean, quiet?: boolean, log?: number, signal?: AbortSignal }} given
 */
export async function startApplication({
  command,
  host,
  port,
  env,
  dev = false,
  quiet = false,
  log,
  signal,
}) {
  const watch = ["--import", new URL("leave-with-parent.mjs", import.meta.url).href];
  const child = spawn(process.execPath, [...watch, ...command], {
    cwd: ROOT,
    // Next's server reads its host from HOSTNAME.
    env: {
      ...env,
      REGISTER_STARTER: String(process.pid),
      HOSTNAME: host,
      PORT: String(port),
      NEXT_TELEMETRY_DISABLED: "1",
      ...(dev ? {} : { NEXT_MANUAL_SIG_HANDLE: "1" }),
      KEEP_ALIVE_TIMEOUT: env.KEEP_ALIVE_TIMEOUT || String(KEEP_ALIVE_MS),
    },
    stdio: ["pipe", log ?? (quiet ? "ignore" : "inherit"), log ?? "inherit"],
  });
  /** @type {Promise<number>} */
  const gone = new Promise((resolve) => {
    child.once("exit", (code) => resolve(code ?? 1));
    child.once("error", () => resolve(1));
  });
  let ended = false;
  void gone.then(() => (ended = true));

  const stop = async () => {
    if (ended) return;
    const force = setTimeout(() => child.kill("SIGKILL"), dev ? LEAVE_MS : leaveMs(env));
    child.kill("SIGTERM");
    await gone;
    clearTimeout(force);
  };
  const url = `http://${dialable(host)}:${port}`;
  const ready = await until(
    async () => ended || signal?.aborted || (await answers(`${url}/api/health/live`)),
    PATIENCE_MS,
  );
  if (!ready || ended || signal?.aborted) {
    await stop();
    throw new PlainError("The application did not start.");
  }
  return { url, pid: child.pid ?? 0, gone, stop };
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
 * need.
 * @param {string} server @param {NodeJS.Dict<string>} env
 */
export const production = (server, { HEAP_MB }) => [
  `--max-old-space-size=${HEAP_MB || DEFAULT_HEAP_MB}`,
  server,
];

/** Enough for packages of a log of 100,000 entries, as records and as entries. */
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

/** @param {string} url */
async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
