// pgBackRest: the WAL goes to its repository all the time, a backup on request, and both are restored as of a moment.
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { programAt, postgresBin } from "./needs";
import { makeFolderOf, programOf, type Account, type Program } from "./program";

const run = promisify(execFile);

export interface Repository {
  /** PostgreSQL's archive_command for this server. */
  archiveBy: (server: string) => string;
  /** To be called once a server takes changes. */
  begin(server: string): Promise<void>;
  backUp(server: string): Promise<void>;
  /** Waits until the WAL so far is there. */
  caughtUp(server: string): Promise<void>;
  /** A separate server with the data as of then. */
  restored(server: string, moment: string, port: number): Promise<Program>;
}

export function openRepository(
  folder: string,
  account: Account | null,
  servers: readonly { name: string; data: string; port: number }[],
): Repository {
  const places = ["repository", "lock", "spool"].map((name) =>
    makeFolderOf(path.join(folder, "pgbackrest", name), account),
  );
  const [repository = "", lock = "", spool = ""] = places;
  const configOf = (server: string): string => path.join(folder, "pgbackrest", `${server}.conf`);
  for (const { name, data, port } of servers)
    writeFileSync(
      configOf(name),
      [
        "[global]",
        `repo1-path=${repository}`,
        "repo1-retention-full=2",
        `lock-path=${lock}`,
        `spool-path=${spool}`,
        "log-level-file=off",
        "log-level-console=warn",
        "start-fast=y",
        "compress-type=lz4",
        "archive-timeout=60",
        "[register]",
        `pg1-path=${data}`,
        `pg1-port=${port}`,
        `pg1-socket-path=${path.join(folder, "sockets")}`,
        "pg1-user=postgres",
        "",
      ].join("\n"),
    );
  const words = (server: string): string[] => [`--config=${configOf(server)}`, "--stanza=register"];
  const ask = async (server: string, ...args: string[]): Promise<void> => {
    await run(programAt("pgbackrest"), [...words(server), ...args], { ...account, cwd: "/" });
  };
  return {
    archiveBy: (server) => `${programAt("pgbackrest")} ${words(server).join(" ")} archive-push %p`,
    begin: (server) => ask(server, "stanza-create"),
    backUp: (server) => ask(server, "--type=full", "backup"),
    caughtUp: (server) => ask(server, "check"),
    restored: async (server, moment, port) => {
      const data = makeFolderOf(path.join(folder, "restored"), account);
      await ask(
        server,
        `--pg1-path=${data}`,
        "--type=time",
        `--target=${moment}`,
        "--target-action=promote",
        "restore",
      );
      return restoredServer(folder, account, data, port);
    },
  };
}

/** Overrides Patroni's settings, which name folders and standbys of the original cluster. */
function restoredServer(folder: string, account: Account | null, data: string, port: number): Program {
  const settings = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: data,
    hba_file: path.join(data, "pg_hba.conf"),
    ident_file: path.join(data, "pg_ident.conf"),
    archive_mode: "off",
    synchronous_standby_names: "",
  };
  const given = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return programOf({
    name: "restored",
    command: [path.join(postgresBin(), "postgres"), "-D", data, ...given],
    folder,
    account,
    isUp: async () => isPromoted(data, port),
  });
}

async function isPromoted(sockets: string, port: number): Promise<boolean> {
  const client = new pg.Client({ host: sockets, port, user: "postgres", database: "postgres" });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ over: boolean }>("SELECT NOT pg_is_in_recovery() AS over");
    return rows[0]?.over === true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
