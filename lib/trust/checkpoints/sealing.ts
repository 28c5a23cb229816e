// Seals the log for as long as this process runs: every ten seconds or 256 entries, if there is anything new. Processes
// take turns; one without this log's keys leaves it to the others.
import "server-only";
import { findUnsealed } from "@/lib/db/log/seal/due";
import { forgetFailure, noteSealing } from "@/lib/db/log/seal/copies";
import { sealNext, type SealOutcome } from "@/lib/db/log/seal/seal";
import { witnessesIn } from "@/lib/domain/log/witness";
import { startLoop } from "@/lib/platform/background";
import { env } from "@/lib/platform/env";
import { logger } from "@/lib/platform/log";
import { sinksIn } from "./copies";
import { distribute, startDistribution, showWitnesses, type Destinations } from "./distribute";
import { sealingFilesIn, type SealingFiles } from "./sealing-files";
import { catchUpBucket, findLastCheckpoint, keepCheckpoint } from "./last-checkpoint";
import { makeKey, readKeys, signedNote, verifierKeyOf } from "./keys";
import { waitedMs } from "./unsealed-time";

/** Returns at once. */
export function startSealing(): void {
  startLoop("entries to seal", LOOK_MS, sealAndNote);
  startLoop("checkpoints to hand on", LOOK_MS, () => distribute(ownPlace()));
}

/**
 * For callers that need an entry sealed at once, with what witnesses answer within some seconds. Does nothing
 * if another process seals this log.
 */
export async function sealNow(): Promise<void> {
  const place = ownPlace();
  await noteOutcome(await sealLog(place));
  await showWitnesses(place);
}

/** Where the keys and the last note are, and where copies go. */
export type SealingPlace = SealingFiles & Pick<Destinations, "sinks">;

/** Seals new entries, if any, and starts distributing the checkpoint. */
export async function sealLog({ sinks, ...place }: SealingPlace): Promise<SealOutcome> {
  let keys = readKeys(place);
  if (keys.length === 0 && !(await findUnsealed()).hasKeys) keys = [makeKey(place)];
  if (keys.length === 0) return { is: "stranger" };
  const outcome = await sealNext({
    verifierKeys: (origin) => keys.map((key) => verifierKeyOf(key, origin)),
    sign: (checkpoint) => signedNote(checkpoint, keys),
    last: await findLastCheckpoint(place),
  });
  if (outcome.is === "sealed") {
    startDistribution(outcome.checkpoint, sinks);
    await keepCheckpoint(place, outcome.note);
  }
  return outcome;
}

/** Pause between two checks. */
export const LOOK_MS = 2_000;
const EVERY_MS = 10_000;
const MANY = 256;

/** Independent of the entries' timestamps; `nowMs` is from a clock that nobody can set. */
export async function sealIfDue(place: SealingPlace, nowMs: number = performance.now()): Promise<void> {
  const unsealed = await findUnsealed();
  if (waitedMs(unsealed, nowMs) >= EVERY_MS || unsealed.entries >= MANY)
    await noteOutcome(await sealLog(place));
}

/** True at start: an earlier run of this process may have left a failure. */
let hasFailed = true;

async function sealAndNote(): Promise<void> {
  try {
    if (hasFailed) await catchUpBucket(ownPlace());
    await sealIfDue(ownPlace());
    if (hasFailed) await forgetFailure();
    hasFailed = false;
  } catch (error) {
    hasFailed = true;
    await noteSealing("failed", null).catch(() => undefined);
    throw error;
  }
}

function ownPlace(): Destinations {
  const { CHECKPOINT_SINKS: sinks, WITNESSES: witnesses } = env();
  return { ...sealingFilesIn(env()), sinks: sinksIn(sinks), witnesses: witnessesIn(witnesses) ?? [] };
}

async function noteOutcome(outcome: SealOutcome): Promise<void> {
  if (outcome.is === "sealed") await noteSealing(null, null);
  if (outcome.is !== "behind") return;
  const { size } = outcome.last;
  logger.error(
    { size },
    "the log doesn't bear out its last checkpoint: sealing waits until that is acknowledged",
  );
  await noteSealing("behind", size);
}
