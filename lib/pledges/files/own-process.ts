// Runs a program that reads a stranger's file in a separate process. Limited: memory (by the system), time
// and size of the answer. It has none of the register's settings, no files but its own programs, no network,
// no eval, and a CPU priority below normal.
import "server-only";
import { spawn } from "node:child_process";
import { createReadStream } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { comeAfterPages } from "@/lib/platform/background";
import { logger } from "@/lib/platform/log";

export interface ReaderProgram {
  /** A file of this folder. */
  file: string;
  /** Packages that it loads. */
  libraries: readonly string[];
  args: readonly number[];
}

export interface ProcessLimits {
  milliseconds: number;
  /** All its writable memory, including the program itself, which takes about half. */
  kilobytes: number;
}
export const READING: ProcessLimits = { milliseconds: 15_000, kilobytes: 1_000_000 };

/** Its output; null if it was killed, or crashed. */
export function readInOwnProcess(
  { file, libraries, args }: ReaderProgram,
  place: string,
  { milliseconds, kilobytes }: ProcessLimits,
): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const reader = spawn(
      "/bin/sh",
      [
        "-c",
        // On systems without this limit, the heap and time limits remain.
        `ulimit -d ${String(kilobytes)} 2>/dev/null; exec "$0" "$@"`,
        process.execPath,
        "--max-old-space-size=256",
        ...confined(libraries),
        path.join(programs(), file),
        ...args.map(String),
      ],
      { env: { NODE_ENV: "production" }, stdio: ["pipe", "pipe", "ignore"] },
    );
    const answer: Buffer[] = [];
    let bytes = 0;
    const stop = () => reader.kill("SIGKILL");
    const timer = setTimeout(stop, milliseconds);
    reader.on("spawn", () => giveWay(reader.pid));
    reader.stdout.on("data", (piece: Buffer) => {
      bytes += piece.length;
      if (bytes > LARGEST_ANSWER) stop();
      else answer.push(piece);
    });
    reader.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    reader.on("close", (code, signal) => {
      clearTimeout(timer);
      if (code !== 0) logger.warn({ code, signal, file }, "a file was too much to read");
      resolve(code === 0 ? Buffer.concat(answer).toString("utf8") : null);
    });
    // It may exit before it has read everything.
    reader.stdin.on("error", () => undefined);
    createReadStream(place).on("error", stop).pipe(reader.stdin);
  });
}

/** Node's permission options for a program that may read only itself and its libraries. */
export const confined = (libraries: readonly string[]): string[] => [
  process.allowedNodeEnvironmentFlags.has("--permission") ? "--permission" : "--experimental-permission",
  `--allow-fs-read=${programs()}/`,
  ...libraries.map((name) => `--allow-fs-read=${path.join(packages(), name)}/`),
  ...[path.join(process.cwd(), "package.json"), ...sought(libraries)].map(
    (file) => `--allow-fs-read=${file}`,
  ),
  "--disallow-code-generation-from-strings",
  "--import",
  pathToFileURL(path.join(programs(), "offline.mjs")).href,
];

const packages = (): string => path.join(process.cwd(), "node_modules");
const programs = (): string => path.join(process.cwd(), "lib", "pledges", "files");

/**
 * Where Node looks for a package before it comes to `node_modules`: some versions of Node 20 need permission
 * to look.
 */
const sought = (libraries: readonly string[]): string[] =>
  [path.join(process.cwd(), "lib"), path.dirname(programs()), packages()].flatMap((folder) => [
    path.join(folder, "package.json"),
    ...libraries.map((name) => path.join(folder, "node_modules", name)),
  ]);

/** Bytes; enough for the longest allowed text with positions. */
const LARGEST_ANSWER = 20_000_000;

function giveWay(pid: number | undefined): void {
  try {
    if (pid !== undefined) comeAfterPages(pid);
  } catch {
    // It has already exited.
  }
}
