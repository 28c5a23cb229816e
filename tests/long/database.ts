// The database of the run, with every setting on that keeps committed data, and with ways to kill it.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { spawnSync } from "node:child_process";
import { askDatabase } from "@/scripts/database/client.mjs";
import { serverOn } from "@/scripts/embedded/pid-file.mjs";
import { startEmbedded } from "@/scripts/embedded/server.mjs";

export interface Database {
  appUrl: string;
  ownerUrl: string;
  superUrl: string;
  /** Process id of the server that accepts connections, and those of the application's sessions. */
  postmaster(): number;
  sessions(): Promise<number[]>;
  /** Kills all its processes at once, as when the power fails. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  /** Stops all its processes until `wake`. */
  freeze(): void;
  wake(): void;
  stop(): Promise<void>;
}

export async function openDatabase(folder: string): Promise<Database> {
  let server = await startEmbedded(folder);
  let stopped = false;
  const postmaster = (): number => {
    const found = serverOn(path.join(folder, "postgres"));
    return found.state === "alive" ? found.pid : 0;
  };
  const everything = (): number[] => [postmaster(), ...childrenOf(postmaster())].filter((pid) => pid > 0);
  const signal = (name: NodeJS.Signals): void => {
    for (const pid of everything()) signalProcess(pid, name);
  };
  return {
    appUrl: server.appUrl,
    ownerUrl: server.ownerUrl,
    superUrl: server.superUrl,
    postmaster,
    sessions: async () => {
      const sessions = "SELECT pid FROM pg_stat_activity WHERE application_name = 'pledge-register'";
      return (await askDatabase(server.superUrl, sessions)).map(({ pid }: { pid: number }) => pid);
    },
    kill: async () => {
      signal("SIGKILL");
      await server.gone;
    },
    restart: async () => {
      if (!stopped) server = await startEmbedded(folder);
    },
    freeze: () => {
      signal("SIGSTOP");
    },
    wake: () => {
      signal("SIGCONT");
    },
    stop: async () => {
      stopped = true;
      signal("SIGCONT");
      await server.stop();
    },
  };
}

/** Ignores a process that has ended in the meantime. */
export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function childrenOf(parent: number): number[] {
  if (process.platform !== "linux") {
    const { stdout } = spawnSync("ps", ["-axo", "pid=,ppid="], { encoding: "utf8" });
    const pairs = stdout.split("\n").map((line) => line.trim().split(/\s+/).map(Number));
    return pairs.filter(([, of]) => of === parent).map(([pid = 0]) => pid);
  }
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === parent)
    .map(Number);
}

function parentOf(pid: string): number {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ")[1],
    );
  } catch {
    return 0;
  }
}
