// The access log: who signed in, who was refused, what was exported. Written after the answer, so that no request waits
// for it or fails because of it. One writer per process: notes beyond its pace are only counted; notes the database
// refuses are dropped, with a warning in the server's log.
import "server-only";
import type { AccessKind, AccessNote } from "@/lib/domain/log/access";
import { appendAccess, sealAccess } from "@/lib/db/state";
import { logger } from "@/lib/platform/log";

/** Returns at once. */
export function noteAccess(note: Omit<AccessNote, "count">): void {
  const most = isStrangers(note) ? MOST_STRANGERS : MOST_WAITING;
  if (waiting.length < most) waiting.push({ ...note, count: 1 });
  else uncounted.set(note.kind, (uncounted.get(note.kind) ?? 0) + 1);
  writing ??= writeAll();
}

/** Resolves once everything noted so far is written or dropped. */
export async function accessNoted(): Promise<void> {
  await writing;
}

/** Retries once before it warns: a machine that is busy starting may fail the first time. */
export async function sealAccessLogAtStart(): Promise<void> {
  await sealAccess().catch(() => setTimeout(() => void sealAccessLog(), AGAIN_MS).unref());
}

/** Called after notes; seals only when it is due. */
async function sealAccessLog(): Promise<void> {
  await sealAccess().catch((error: unknown) => logger.warn(whatOf(error), "access log not sealed"));
}

const MOST_WAITING = 500;
/** Lower than MOST_WAITING, so that a flood of strangers leaves room for entries about people. */
const MOST_STRANGERS = 400;
const BATCH = 100;
const QUIET_MS = 10_000;
const AGAIN_MS = 5_000;

const waiting: AccessNote[] = [];
const uncounted = new Map<AccessKind, number>();
let writing: Promise<void> | null = null;
let dropped = 0;
let toldAt = -Infinity;

async function writeAll(): Promise<void> {
  while (waiting.length > 0 || uncounted.size > 0) {
    const batch = [...waiting.splice(0, BATCH), ...[...uncounted].map(summedUp)];
    uncounted.clear();
    try {
      if (await appendAccess(batch)) await sealAccessLog();
    } catch (error) {
      tellDropped(batch, error);
    }
  }
  writing = null;
}

/** A failed sign-in counts as a stranger's, also where it names an account. */
const isStrangers = ({ personId, kind }: Pick<AccessNote, "personId" | "kind">): boolean =>
  personId === null || kind === "SIGN_IN_FAILED";

const summedUp = ([kind, count]: [AccessKind, number]): AccessNote => ({
  kind,
  code: null,
  personId: null,
  account: null,
  session: null,
  request: null,
  address: "several",
  method: null,
  path: null,
  // An entry with a count of 1 would look like an ordinary entry.
  count: Math.max(2, count),
});

function tellDropped(batch: readonly AccessNote[], error: unknown): void {
  dropped += batch.reduce((sum, { count }) => sum + count, 0);
  if (performance.now() < toldAt + QUIET_MS) return;
  logger.warn({ dropped, ...whatOf(error) }, "access log entries dropped");
  dropped = 0;
  toldAt = performance.now();
}

function whatOf(error: unknown): { error: { message: string; code?: unknown } } {
  return error instanceof Error
    ? { error: { message: error.message, code: (error as { code?: unknown }).code } }
    : { error: { message: String(error) } };
}
