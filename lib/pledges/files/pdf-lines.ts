// Reads a PDF's lines in a separate process. Limited: memory (by the system), time and size of the answer. It has none
// of the register's settings, no files but its own program, no network, no eval, and a CPU priority below normal.
import "server-only";
import { spawn } from "node:child_process";
import { createReadStream } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { PageLine } from "@/lib/domain/passages/page-text";
import { LONGEST_SOURCE_TEXT } from "@/lib/domain/pledge/source";
import { logger } from "@/lib/platform/log";

export interface PdfLines {
  pages: PageLine[][];
  /** The total number of pages; more than were read where there are too many, or too much text. */
  of: number;
}

export type PdfFault = "locked" | "broken" | "too-much";

export interface ReadingLimits {
  milliseconds: number;
  /** All its writable memory, including the program itself, which takes about half. */
  kilobytes: number;
  pages: number;
}
export const READING: ReadingLimits = { milliseconds: 15_000, kilobytes: 1_000_000, pages: 1_000 };

export async function pdfLines(place: string, limits: ReadingLimits = READING): Promise<PdfLines | PdfFault> {
  const answer = await answerOf(place, limits);
  if (answer === null) return "too-much";
  try {
    const read = JSON.parse(answer) as PdfLines | { fault: PdfFault };
    return "fault" in read ? read.fault : read;
  } catch {
    return "broken";
  }
}

/** Its output; null where it was killed, or crashed. */
function answerOf(place: string, { milliseconds, kilobytes, pages }: ReadingLimits): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const reader = spawn(
      "/bin/sh",
      [
        "-c",
        // On systems without this limit, the heap and time limits remain.
        `ulimit -d ${String(kilobytes)} 2>/dev/null; exec "$0" "$@"`,
        process.execPath,
        "--max-old-space-size=256",
        ...confined(),
        path.join(programs(), "read-pdf.mjs"),
        String(pages),
        String(LONGEST_SOURCE_TEXT),
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
      if (code !== 0) logger.warn({ code, signal }, "a PDF was too much to read");
      resolve(code === 0 ? Buffer.concat(answer).toString("utf8") : null);
    });
    // It may exit before it has read everything.
    reader.stdin.on("error", () => undefined);
    createReadStream(place).on("error", stop).pipe(reader.stdin);
  });
}

/** Node's permission options for a program that may read only itself and its library. */
export const confined = (): string[] => [
  process.allowedNodeEnvironmentFlags.has("--permission") ? "--permission" : "--experimental-permission",
  `--allow-fs-read=${programs()}/`,
  `--allow-fs-read=${path.join(process.cwd(), "node_modules", "unpdf")}/`,
  `--allow-fs-read=${path.join(process.cwd(), "package.json")}`,
  "--disallow-code-generation-from-strings",
  "--import",
  pathToFileURL(path.join(programs(), "offline.mjs")).href,
];

const programs = (): string => path.join(process.cwd(), "lib", "pledges", "files");

/** Bytes; enough for the longest allowed text with positions. */
const LARGEST_ANSWER = 20_000_000;

function giveWay(pid: number | undefined): void {
  try {
    if (pid !== undefined) os.setPriority(pid, os.constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has already exited, or the system doesn't allow it.
  }
}
