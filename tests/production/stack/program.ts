// A program of the stack: started in its own process group, killed as when its machine loses power, started again.
import { spawn, type ChildProcess, type SpawnOptions } from "node:child_process";
import { chownSync, mkdirSync, openSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isAlive, until } from "@/scripts/embedded/process.mjs";
import { PlainError } from "@/scripts/base/plain-error.mjs";

const START_MS = 90_000;
const LEAVE_MS = 60_000;

export interface Program {
  name: string;
  start(): Promise<void>;
  /** SIGKILL to all of its processes. */
  kill(): Promise<void>;
  /** As a supervisor stops it, in order. */
  stop(): Promise<void>;
}

export interface Described {
  name: string;
  command: readonly [file: string, ...args: string[]];
  /** Where its output goes, as `NAME.log`. */
  folder: string;
  env?: NodeJS.Dict<string>;
  cwd?: string;
  account?: Account | null;
  /** Whether it can be used. */
  isUp: () => Promise<boolean>;
  /** Processes outside of its group that belong to it. */
  others?: () => number[];
}

export interface Account {
  uid: number;
  gid: number;
}

/** Everything that runs, to be killed in the end. */
const running = new Set<Program>();

export function programOf(given: Described): Program {
  const { name, folder, isUp } = given;
  let child: ChildProcess | null = null;
  const hasEnded = (): boolean => child === null || child.exitCode !== null || child.signalCode !== null;
  const own = (sign: 1 | -1): number[] => (hasEnded() ? [] : [sign * (child?.pid ?? 0)]);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    // A supervisor stops the first process alone, which ends the others in order.
    const ending = signal === "SIGKILL" ? [...own(-1), ...(given.others?.() ?? [])] : own(1);
    for (const pid of ending) signalProcess(pid, signal);
    const isOver = (): boolean => hasEnded() && ending.every((pid) => pid < 0 || !isAlive(pid));
    if (await until(isOver, LEAVE_MS)) return;
    if (signal === "SIGKILL") throw new PlainError(`${name} couldn't be killed`);
    await end("SIGKILL");
    throw new PlainError(`${name} didn't stop within ${LEAVE_MS / 1000} s`);
  };
  const program: Program = {
    name,
    start: async () => {
      const log = openSync(path.join(folder, `${name}.log`), "a", 0o600);
      child = spawn(given.command[0], given.command.slice(1), options(given, log));
      child.once("error", () => undefined);
      running.add(program);
      const isSettled = async (): Promise<boolean> => hasEnded() || isUp();
      if (!(await until(isSettled, START_MS)) || hasEnded())
        throw new PlainError(`${name} did not start:\n${lastLines(path.join(folder, `${name}.log`))}`);
    },
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
  };
  return program;
}

const options = ({ env, cwd, account }: Described, log: number): SpawnOptions => ({
  env: { NODE_ENV: "production", PATH: process.env["PATH"], LANG: "C.UTF-8", ...env },
  cwd: cwd ?? "/",
  detached: true,
  stdio: ["ignore", log, log],
  ...account,
});

export async function killAll(): Promise<void> {
  await Promise.all([...running].reverse().map((program) => program.kill().catch(console.error)));
  running.clear();
}

function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

export function lastLines(file: string): string {
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(-15).join("\n");
}

export function makeFolderOf(folder: string, account: Account | null): string {
  mkdirSync(path.dirname(folder), { recursive: true, mode: 0o711 });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
  return folder;
}

/** A file that nobody else can read. */
export function writeFor(account: Account | null, file: string, text: string): void {
  writeFileSync(file, text, { mode: 0o600 });
  if (account) chownSync(file, account.uid, account.gid);
}

/** Whether a server answers 200 there. */
export async function answersAt(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}
