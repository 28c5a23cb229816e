import "server-only";
import { findChainedAccess, findChainedEntries } from "@/lib/db/queries/log/stream";
import { accessLine, logLine, type StreamedLine } from "@/lib/domain/log/stream";

export interface Batch {
  lines: StreamedLine[];
  /** The last positions in it. */
  log: number;
  access: number;
}

/** The next entries after these positions of both logs, up to a limit for each. */
export async function loadBatch(after: { log: number; access: number }): Promise<Batch> {
  const [entries, accesses] = await Promise.all([
    findChainedEntries(after.log),
    findChainedAccess(after.access),
  ]);
  return {
    lines: [...entries.map(logLine), ...accesses.map(accessLine)],
    log: entries.at(-1)?.seq ?? after.log,
    access: accesses.at(-1)?.seq ?? after.access,
  };
}
