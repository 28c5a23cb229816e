// Between people, the register and its database: HAProxy twice and PgBouncer, configured by files of deploy/.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import pg from "pg";
import { ROOT } from "@/scripts/base/paths.mjs";
import { until } from "@/scripts/embedded/process.mjs";
import { PlainError } from "@/scripts/base/plain-error.mjs";
import type { Cluster } from "./cluster";
import { programAt } from "./needs";
import { programOf, writeFor, type Account, type Program } from "./program";

const deployed = (file: string): string => readFileSync(path.join(ROOT, "deploy", file), "utf8");

/** A file of deploy/ with these texts replaced, each of which has to be there. */
export function deployedWith(file: string, replaced: Readonly<Record<string, string>>): string {
  let text = deployed(file);
  for (const [from, to] of Object.entries(replaced)) {
    if (!text.includes(from)) throw new Error(`deploy/${file} lacks ${from}`);
    text = text.replaceAll(from, to);
  }
  return text;
}

/** One address for the server that takes changes, as Patroni reports it. */
export function databaseFront(folder: string, port: number, { members }: Cluster): Program {
  const file = path.join(folder, "database-front.cfg");
  const servers = members.map(
    ({ name, port: at, rest }) => `  server ${name} 127.0.0.1:${at} check port ${rest}`,
  );
  const socket = path.join(folder, "database-front.sock");
  writeFileSync(
    file,
    [
      "global",
      "  maxconn 1000",
      `  stats socket ${socket} mode 600 level admin`,
      "listen primary",
      `  bind 127.0.0.1:${port}`,
      "  mode tcp",
      "  timeout connect 3s",
      "  timeout client 30m",
      "  timeout server 30m",
      "  option redispatch 1",
      "  option httpchk GET /primary",
      "  http-check expect status 200",
      "  default-server inter 1s fall 2 rise 1 on-marked-down shutdown-sessions",
      ...servers,
      "",
    ].join("\n"),
  );
  return programOf({
    name: "database-front",
    command: [programAt("haproxy"), "-db", "-f", file],
    folder,
    // Before its first checks it takes every server for one that takes changes.
    isUp: async () => {
      const seen = await Promise.all(members.map(({ name }) => statusIn(socket, "primary", name)));
      return seen.filter((status) => status.startsWith("UP")).length === 1;
    },
  });
}

export function pooler(given: {
  folder: string;
  account: Account | null;
  port: number;
  database: number;
  users: string;
  isUp: () => Promise<boolean>;
}): Program {
  const { folder, account, port, database, users } = given;
  const file = path.join(folder, "pgbouncer.ini");
  const copy = path.join(folder, "users.txt");
  writeFor(account, copy, readFileSync(users, "utf8"));
  writeFileSync(
    file,
    deployedWith("compose/pgbouncer.ini", {
      "host=postgres port=5432": `host=127.0.0.1 port=${database}`,
      "listen_addr = *": "listen_addr = 127.0.0.1",
      "listen_port = 6432": `listen_port = ${port}`,
      "/etc/pgbouncer/users.txt": copy,
    }),
  );
  return programOf({
    name: "pgbouncer",
    command: [programAt("pgbouncer"), file],
    folder,
    account,
    isUp: given.isUp,
  });
}

export interface Balancer extends Program {
  /** In PEM, for clients to trust. */
  certificate: string;
  /** Waits until it sends requests to this server, or no longer does. */
  sees(server: string, status: "UP" | "DOWN"): Promise<void>;
  /** Stops or resumes sending new requests to this server. */
  set(server: string, state: "ready" | "drain"): Promise<void>;
}

export function balancer(folder: string, port: number, plainPort: number, web: readonly number[]): Balancer {
  const certificate = makeCertificate(folder);
  const socket = path.join(folder, "balancer.sock");
  const [file, more] = [path.join(folder, "haproxy.cfg"), path.join(folder, "haproxy-socket.cfg")];
  writeFileSync(
    file,
    deployedWith("compose/haproxy.cfg", {
      "bind :8080": `bind 127.0.0.1:${plainPort}`,
      "bind :8443": `bind 127.0.0.1:${port}`,
      "/etc/haproxy/register.pem": path.join(folder, "register.pem"),
      ...Object.fromEntries(web.map((at, n) => [`web-${n + 1}:3000`, `127.0.0.1:${at}`])),
    }),
  );
  // For asking it what it sees.
  writeFileSync(more, `global\n  stats socket ${socket} mode 600 level admin\n`);
  const program = programOf({
    name: "haproxy",
    command: [programAt("haproxy"), "-db", "-f", file, "-f", more],
    folder,
    isUp: () => listensAt(port),
  });
  const status = (server: string): Promise<string> => statusIn(socket, "register", server);
  return {
    ...program,
    certificate,
    sees: async (server, wanted) => {
      const isSeen = async (): Promise<boolean> => (await status(server)).startsWith(wanted);
      if (!(await until(isSeen, 60_000)))
        throw new PlainError(`the balancer doesn't see ${server} ${wanted}: ${await status(server)}`);
    },
    set: async (server, state) => {
      await askSocket(socket, `set server register/${server} state ${state}`);
    },
  };
}

async function statusIn(socket: string, backend: string, server: string): Promise<string> {
  const lines = (await askSocket(socket, "show stat").catch(() => "")).split("\n");
  const line = lines.find((one) => one.startsWith(`${backend},${server},`));
  return line?.split(",")[17] ?? "";
}

function makeCertificate(folder: string): string {
  const [key, certificate] = [path.join(folder, "key.pem"), path.join(folder, "certificate.pem")];
  execFileSync(
    programAt("openssl"),
    [
      ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"],
      ...["-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate],
    ],
    { stdio: "ignore" },
  );
  const text = readFileSync(certificate, "utf8");
  writeFileSync(path.join(folder, "register.pem"), text + readFileSync(key, "utf8"), { mode: 0o600 });
  return text;
}

function askSocket(socket: string, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    const client = net.connect(socket, () => client.end(`${command}\n`));
    client.setEncoding("utf8").on("data", (part: string) => (text += part));
    client.once("error", reject).once("close", () => resolve(text));
  });
}

const listensAt = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const client = net.connect(port, "127.0.0.1", () => {
      client.destroy();
      resolve(true);
    });
    client.once("error", () => resolve(false));
  });

export async function canLogIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
