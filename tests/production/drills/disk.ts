// The disk of the database is full, and then it isn't.
import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { until } from "@/scripts/embedded/process.mjs";
import { PlainError } from "@/scripts/base/plain-error.mjs";
import { allSeen, type Drill } from "./drill";

const FULL_MS = 5_000;
const SEEN_MS = 60_000;

export const DISK: Drill = {
  name: "a full disk",
  kills: false,
  whyNot: ({ disksAreSmall }) =>
    disksAreSmall ? null : "only root can give the database a disk that is small enough to fill (mount)",
  run: async (stack, { watch }) => {
    const { data } = await stack.cluster.primary();
    const filler = path.join(path.dirname(data), "filler");
    const isSaid = (): boolean => (watch.refusals.get("storage-full") ?? 0) > 0;
    try {
      fill(filler);
      if (!(await until(isSaid, SEEN_MS))) throw new PlainError("nobody was answered that the disk is full");
      await pause(FULL_MS);
    } finally {
      rmSync(filler);
    }
    const before = watch.writes();
    if (!(await until(() => watch.writes() > before + 10, SEEN_MS)))
      throw new PlainError("with room again, nothing was written");
    await stack.cluster.settled();
    await allSeen(stack);
  },
};

/** To the last block. */
function fill(file: string): void {
  const opened = openSync(file, "w");
  for (const size of [1_048_576, 4_096])
    try {
      for (const zeros = Buffer.alloc(size); ;) writeSync(opened, zeros);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
    }
  closeSync(opened);
}
