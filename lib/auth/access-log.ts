// The access log: who signed in, who was refused, what was exported. Written after the answer, so that no request waits
// for it or fails because of it. One writer per process: notes beyond its pace are only counted; notes the database
// refuses are dropped, with a warning in the server's log.
import "server-only";
import type { AccessNote } from "@/lib/domain/log/access";
import { appendAccess, sealAccess } from "@/lib/db/state";
import { logger } from "@/lib/platform/log";
import { accesses } from "@/lib/platform/watch/channels";

/** Returns at once. */
export function noteAccess(note: Omit<AccessNote, "count">): void {
  accesses.publish({ kind: note.kind, code: note.code });
  const lane = laneOf(note);
  const inLane = lanes.get(lane) ?? 0;
  if (inLane < mostIn(lane)) {
    lanes.set(lane, inLane + 1);
    waiting.push({ ...note, count: 1 });
  } else countOnly(note);
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

const MOST_OF_PEOPLE = 500;
const MOST_OF_STRANGERS = 400;
const MOST_OF_ACCOUNT = 10;
const BATCH = 100;
const QUIET_MS = 10_000;
const AGAIN_MS = 5_000;

const waiting: AccessNote[] = [];
/** How many notes wait in each lane. */
const lanes = new Map<string, number>();
/** Notes that found no room: only counted, by kind and, for guesses, by account. */
const uncounted = new Map<string, AccessNote>();
let writing: Promise<void> | null = null;
let dropped = 0;
let warnedAt = -Infinity;

async function writeAll(): Promise<void> {
  while (waiting.length > 0 || uncounted.size > 0) {
    const batch = [...waiting.splice(0, BATCH).map(leaveLane), ...[...uncounted.values()].map(summedUp)];
    uncounted.clear();
    try {
      if (await appendAccess(batch)) await sealAccessLog();
    } catch (error) {
      warnOfDropped(batch, error);
    }
  }
  writing = null;
}

/**
 * Each lane has its own room: a flood of strangers, or of guesses at one account, takes no room from others.
 */
const laneOf = (note: Pick<AccessNote, "personId" | "kind">): string =>
  guessedAt(note) ?? (note.personId === null ? "strangers" : "people");

const mostIn = (lane: string): number =>
  ({ people: MOST_OF_PEOPLE, strangers: MOST_OF_STRANGERS })[lane] ?? MOST_OF_ACCOUNT;

function leaveLane(note: AccessNote): AccessNote {
  const lane = laneOf(note);
  const left = (lanes.get(lane) ?? 1) - 1;
  if (left > 0) lanes.set(lane, left);
  else lanes.delete(lane);
  return note;
}

/** The account that a failed sign-in was for. */
const guessedAt = ({ personId, kind }: Pick<AccessNote, "personId" | "kind">): string | null =>
  kind === "SIGN_IN_FAILED" ? personId : null;

function countOnly(note: Omit<AccessNote, "count">): void {
  const personId = guessedAt(note);
  const key = `${note.kind} ${personId ?? ""}`;
  const { count } = uncounted.get(key) ?? { count: 0 };
  uncounted.set(key, {
    kind: note.kind,
    code: null,
    personId,
    account: null,
    session: null,
    request: null,
    address: "several",
    method: null,
    path: null,
    count: count + 1,
  });
}

/** An entry with a count of 1 would look like an ordinary entry. */
const summedUp = (note: AccessNote): AccessNote => ({ ...note, count: Math.max(2, note.count) });

function warnOfDropped(batch: readonly AccessNote[], error: unknown): void {
  dropped += batch.reduce((sum, { count }) => sum + count, 0);
  if (performance.now() < warnedAt + QUIET_MS) return;
  logger.warn({ dropped, ...whatOf(error) }, "access log entries dropped");
  dropped = 0;
  warnedAt = performance.now();
}

function whatOf(error: unknown): { error: { message: string; code?: unknown } } {
  return error instanceof Error
    ? { error: { message: error.message, code: (error as { code?: unknown }).code } }
    : { error: { message: String(error) } };
}
