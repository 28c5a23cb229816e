// Copies of checkpoints outside the installation: in folders, and at web addresses. Without one, nobody can tell a log
// from a complete rewrite of it.
import "server-only";
import { appendFileSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { noteCopy, type CopyOutcome } from "@/lib/db/log/seal/copies";
import type { Checkpoint } from "@/lib/domain/log/note";

/** The setting CHECKPOINT_SINKS, separated by blanks. */
export const sinksIn = (setting: string): string[] => setting.split(/\s+/).filter((sink) => sink !== "");

/** Copies to all in parallel and records each result. Returns those that failed. */
export async function copyOut(
  sinks: readonly string[],
  { size }: Checkpoint,
  note: string,
  day: string,
): Promise<string[]> {
  const outcomes = await Promise.all(
    sinks.map(async (sink): Promise<CopyOutcome> => {
      try {
        await (isAddress(sink) ? post(sink, note) : lay(sink, note, day));
        return { sink, size, fault: null };
      } catch (error) {
        return { sink, size, fault: (error instanceof Error ? error.message : String(error)).slice(0, 500) };
      }
    }),
  );
  await noteCopy(outcomes);
  return outcomes.flatMap(({ sink, fault }) => (fault === null ? [] : [sink]));
}

const isAddress = (sink: string): boolean => /^https?:\/\//.test(sink);
const PATIENCE_MS = 10_000;

async function post(sink: string, note: string): Promise<void> {
  const answer = await fetch(sink, {
    method: "POST",
    headers: { "Content-Type": "text/plain; charset=utf-8" },
    body: note,
    redirect: "error",
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
}

/** The last one in its own file, and all of a day in another. */
function lay(folder: string, note: string, day: string): void {
  mkdirSync(folder, { recursive: true });
  appendFileSync(path.join(folder, `${day}.notes`), `${note}\n`, { flush: true });
  const latest = path.join(folder, "latest.note");
  writeFileSync(`${latest}.new`, note, { flush: true });
  renameSync(`${latest}.new`, latest);
}
