// Runs Directus, which you install as the README says, on the register's own database.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "@/tests/support/processes/free-port";
import { OF_A_PLEDGE, SCHEMA } from "./tables";

const TOKEN = "measurements-alone-ask-with-this-token";

export interface Peer {
  /** Sends a request as its administrator; throws unless it succeeds. */
  ask(method: "GET" | "PATCH" | "POST", address: string, body?: unknown): Promise<Response>;
  stop(): Promise<void>;
}

/** `folder`: where it was installed; `node`: the Node that it needs. */
export async function startDirectus(folder: string, node: string, databaseUrl: string): Promise<Peer> {
  const port = await freePort();
  const { hostname, port: databasePort, username, password, pathname, searchParams } = new URL(databaseUrl);
  const env = {
    PATH: process.env.PATH,
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${String(port)}`,
    DB_CLIENT: "pg",
    DB_HOST: searchParams.get("host") ?? hostname,
    DB_PORT: databasePort || "5432",
    DB_DATABASE: pathname.slice(1),
    DB_USER: username,
    DB_PASSWORD: decodeURIComponent(password),
    DB_SEARCH_PATH: SCHEMA,
    DB_POOL__MAX: "10",
    SECRET: TOKEN,
    ADMIN_EMAIL: "bench@example.org",
    ADMIN_PASSWORD: TOKEN,
    ADMIN_TOKEN: TOKEN,
    LOG_LEVEL: "error",
    TELEMETRY: "false",
    RATE_LIMITER_ENABLED: "false",
    CACHE_ENABLED: "false",
    QUERY_LIMIT_MAX: "-1",
  };
  const program = path.join(folder, "node_modules/directus/cli.js");
  const run = (what: string) =>
    spawn(node, [program, what], {
      cwd: folder,
      env: env as unknown as NodeJS.ProcessEnv,
      stdio: ["ignore", "ignore", "inherit"],
    });
  const [code] = (await once(run("bootstrap"), "exit")) as [number | null];
  if (code !== 0) throw new Error("Directus could not be set up");
  const server = run("start");
  const ask: Peer["ask"] = async (method, address, body) => {
    const response = await fetch(`${env.PUBLIC_URL}${address}`, {
      method,
      headers: { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok)
      throw new Error(
        `${address} answered ${String(response.status)}: ${(await response.text()).slice(0, 500)}`,
      );
    return response;
  };
  await ready(server, ask);
  await related(ask);
  return {
    ask,
    stop: async () => {
      if (server.exitCode === null && server.kill()) await once(server, "exit");
    },
  };
}

async function ready(server: ChildProcess, ask: Peer["ask"]): Promise<void> {
  while (server.exitCode === null) {
    const answered = await ask("GET", "/server/ping").catch(() => null);
    if (answered) return;
    await wait(200);
  }
  throw new Error("Directus ended");
}

/** Declares the relations, so that the answer for a pledge can include its related records. */
async function related(ask: Peer["ask"]): Promise<void> {
  for (const collection of ["pledge", ...OF_A_PLEDGE])
    await ask("PATCH", `/collections/${collection}`, { meta: { accountability: "all" } });
  for (const table of OF_A_PLEDGE) {
    await ask("POST", "/fields/pledge", { field: `${table}s`, type: "alias", meta: { special: ["o2m"] } });
    const meta = { one_field: `${table}s` };
    await ask("PATCH", `/relations/${table}/pledge_id`, {
      collection: table,
      field: "pledge_id",
      related_collection: "pledge",
      meta,
    });
  }
}
