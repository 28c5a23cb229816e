// Whether background work is running, as the database knows it: even if it runs on another machine.
import { askPool, REQUEST_TIMEOUT } from "../client";

/** From any worker: one that is alive is enough. */
export async function noteWorker(): Promise<void> {
  await askPool(
    "INSERT INTO worker (beat_at) VALUES (now()) ON CONFLICT (one) DO UPDATE SET beat_at = excluded.beat_at",
  );
}

/** By the database's clock, which noted it. */
export async function isWorkerAlive(): Promise<boolean> {
  const [row] = await askPool<{ alive: boolean }>(
    "SELECT EXISTS (SELECT FROM worker WHERE beat_at > now() - $1 * interval '1 millisecond') AS alive",
    [SILENT_MS],
    REQUEST_TIMEOUT,
  );
  return row?.alive ?? false;
}

export const BEAT_MS = 5_000;
/** Longer than a new one takes to start after one was killed. */
export const SILENT_MS = 30_000;
