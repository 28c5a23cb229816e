// The register's own processes, started as the guide of deploy/ says: with its settings, and secrets from files.
import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ROOT } from "@/scripts/base/paths.mjs";
import { answersAt, programOf, type Program } from "./program";

const MOST_STARTS = 3;
/** RestartSec of deploy/systemd. */
const RESTART_MS = 2_000;

/** A folder with a built register, and how its commands are run there. */
export interface Release {
  name: string;
  folder: string;
  env: NodeJS.Dict<string>;
}

export interface Instance extends Program {
  /** From the next start on. */
  release: Release;
}

export interface Web extends Instance {
  port: number;
  /** More of its environment, from the next start on. */
  extra: NodeJS.Dict<string>;
}

/** The settings of deploy/systemd/settings, except for addresses. */
export function deployedSettings(home: string): Record<string, string> {
  const lines = readFileSync(path.join(ROOT, "deploy/systemd/settings"), "utf8").split("\n");
  const given = lines.flatMap((line) => {
    const [, name = "", value = ""] = /^(\w+)=(.*)$/.exec(line) ?? [];
    return name === "" ? [] : [[name, value]];
  });
  const settings = Object.fromEntries(given) as Record<string, string>;
  return { ...settings, NEXTAUTH_URL: home, HOST: "127.0.0.1", TRUSTED_PROXIES: "127.0.0.1" };
}

export function webServer(name: string, port: number, folder: string, release: Release): Web {
  const web: Web = {
    name,
    port,
    release,
    extra: {},
    start: async () => {
      const { release: now, extra } = web;
      program = programOf({
        name,
        command: [process.execPath, "scripts/start.mjs"],
        cwd: now.folder,
        env: { ...now.env, PORT: String(port), ...extra },
        folder,
        isUp: () => answersAt(`http://127.0.0.1:${port}/api/health/ready`),
      });
      await startAgain(program);
    },
    kill: async () => program?.kill(),
    stop: async () => program?.stop(),
  };
  let program: Program | null = null;
  return web;
}

/** Its unit restarts it when it ends: the release before this one gives up if the register's record is busy for long. */
async function startAgain(program: Program): Promise<void> {
  for (let tries = 1; ; tries += 1)
    try {
      return await program.start();
    } catch (error) {
      if (tries === MOST_STARTS) throw error;
      await pause(RESTART_MS);
    }
}

/** It has no address: it is up when it says so. */
export function worker(name: string, folder: string, release: Release): Instance {
  const log = path.join(folder, `${name}.log`);
  const lines = (): number => readFileSync(log, "utf8").split("Background work goes on here.").length;
  const instance: Instance = {
    name,
    release,
    start: async () => {
      const { release: now } = instance;
      const before = countIn(log, lines);
      program = programOf({
        name,
        command: [process.execPath, "scripts/worker.mjs"],
        cwd: now.folder,
        env: now.env,
        folder,
        isUp: () => Promise.resolve(lines() > before),
      });
      await program.start();
    },
    kill: async () => program?.kill(),
    stop: async () => program?.stop(),
  };
  let program: Program | null = null;
  return instance;
}

function countIn(log: string, lines: () => number): number {
  try {
    readFileSync(log);
    return lines();
  } catch {
    return 1;
  }
}
