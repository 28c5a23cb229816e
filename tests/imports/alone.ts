// A separate process, so that its memory can be measured: reads files one after the other, and prints of each the outcome, the
// processor time and by how much the process grew at most. files.test.ts starts it with their paths.
import { readFileSync, writeFileSync } from "node:fs";
import { fileOfRows } from "@/lib/imports/file-rows";
import { FileRefused } from "@/lib/platform/files/file-refused";
import { processorTime } from "@/tests/support/processes/processor";

export interface ReadAlone {
  /** Why it was refused, or null. */
  refused: string | null;
  /** Below its headings. */
  rows: number;
  cells: number;
  ms: number;
  /** Bytes. */
  grown: number;
}

async function read(file: string): Promise<Pick<ReadAlone, "refused" | "rows" | "cells">> {
  let [rows, cells] = [0, 0];
  try {
    for await (const line of (await fileOfRows(file)).lines) {
      if (line.is !== "row") continue;
      rows += 1;
      cells += line.row.cells.length;
    }
    return { refused: null, rows, cells };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    return { refused: error.code, rows, cells };
  }
}

/** Resets the peak, since the memory of the start says nothing about a file. Where the kernel can't, it counts. */
function forgetPeak(): void {
  try {
    writeFileSync("/proc/self/clear_refs", "5");
  } catch {
    // Not Linux.
  }
}

/** Bytes. `maxRSS` also counts the process that started this one, and can't be reset. */
function peak(): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1]) * 1_024;
  } catch {
    return process.resourceUsage().maxRSS * 1_024;
  }
}

for (const file of process.argv.slice(2)) {
  globalThis.gc?.();
  forgetPeak();
  const before = process.memoryUsage().rss;
  let found: Awaited<ReturnType<typeof read>> = { refused: null, rows: 0, cells: 0 };
  const ms = await processorTime(async () => (found = await read(file)));
  const grown = peak() - before;
  console.log(JSON.stringify({ ...found, ms, grown } satisfies ReadAlone));
}
