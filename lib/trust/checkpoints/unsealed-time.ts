// How long entries have waited for a checkpoint, by time measured in this process: timestamps may be wrong.
import "server-only";

/** Next bundles modules several times; the sealer and the pages share this. */
const shared = globalThis as typeof globalThis & { unsealedSeen?: { size: number; sinceMs: number } | null };

/** `size`: of the last checkpoint. 0 when first seen. */
export function waitedMs(
  { entries, size }: { entries: number; size: number },
  nowMs: number = performance.now(),
): number {
  if (entries === 0) shared.unsealedSeen = null;
  else if (shared.unsealedSeen?.size !== size) shared.unsealedSeen = { size, sinceMs: nowMs };
  return shared.unsealedSeen ? nowMs - shared.unsealedSeen.sinceMs : 0;
}
