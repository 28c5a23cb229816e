// PgBouncer in transaction mode, on loopback, before a database behind a cable. Few sessions for many: whatever a session
// kept, another client would meet.
import { spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import type { TestDatabase } from "@/scripts/testing/databases.mjs";
import { layCable, type Cable } from "./cable";
import { freePort } from "./free-port";

const PROGRAM = ["/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/opt/homebrew/bin/pgbouncer"].find((file) =>
  existsSync(file),
);

/** Null: it can be tried here. */
export const NO_POOLER =
  PROGRAM === undefined ? "PgBouncer isn't installed (Debian's package pgbouncer)" : null;

export const SESSIONS = 4;

export interface Pooler {
  ownerUrl: string;
  appUrl: string;
  /** Between PgBouncer and the database. */
  cable: Cable;
  close(): Promise<void>;
}

export async function openPooler({ ownerUrl, appUrl }: TestDatabase): Promise<Pooler> {
  const cable = await layCable(ownerUrl);
  const folder = mkdtempSync(path.join(os.tmpdir(), "register-pooler-"));
  const account = plainAccount();
  const behind = new URL(cable.url).searchParams.get("host") ?? "";
  const port = await freePort();
  writeFileSync(path.join(folder, "users"), [ownerUrl, appUrl].map(userLine).join(""));
  writeFileSync(path.join(folder, "pgbouncer.ini"), settings({ behind, folder, port }));
  if (account) for (const place of [behind, folder]) chownSync(place, account.uid, account.gid);
  const child = spawn(PROGRAM ?? "", ["-q", path.join(folder, "pgbouncer.ini")], {
    ...account,
    cwd: "/",
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const through = (url: string): string => {
    const { username, password, pathname } = new URL(url);
    return `postgresql://${username}:${password}@127.0.0.1:${String(port)}${pathname}`;
  };
  const pooler = {
    ownerUrl: through(ownerUrl),
    appUrl: through(appUrl),
    cable,
    close: async () => {
      child.kill("SIGKILL");
      await ended;
      await cable.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await untilItAnswers(pooler.ownerUrl);
  return pooler;
}

/** No parameter is ignored: one that it doesn't know is refused. */
const settings = (given: { behind: string; folder: string; port: number }): string => `
[databases]
* = host=${given.behind} port=5432
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${String(given.port)}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${given.folder}/users
pool_mode = transaction
default_pool_size = ${String(SESSIONS)}
max_client_conn = 100
server_login_retry = 1
server_round_robin = 1
log_connections = 0
log_disconnections = 0
log_pooler_errors = 0
`;

function userLine(url: string): string {
  const { username, password } = new URL(url);
  return `"${decodeURIComponent(username)}" "${decodeURIComponent(password)}"\n`;
}

/** It refuses to run as root. */
export function plainAccount(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const line = readFileSync("/etc/passwd", "utf8").match(/^nobody:[^:]*:(\d+):(\d+)/m);
  return { uid: Number(line?.[1]), gid: Number(line?.[2]) };
}

async function untilItAnswers(url: string): Promise<void> {
  for (const until = Date.now() + 20_000; ;) {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await pause(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
