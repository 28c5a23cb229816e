import "server-only";
import { mayReadLog, type Actor } from "@/lib/domain/people/actor";
import { clockFaults } from "@/lib/domain/log/log-clock";
import type { LogHealth } from "@/lib/domain/log/health";
import { isLate, logStatusOf, type LogStatus, type ProvenEntry } from "@/lib/domain/log/log-status";
import type { Hash } from "@/lib/domain/log/merkle";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { findAheadEntries, findClocks } from "@/lib/db/clock";
import {
  findCheckpoint,
  findConsistency,
  findInclusion,
  findLeaf,
  findSealing,
} from "@/lib/db/log/seal/proofs";
import { readVerifierKey } from "@/lib/domain/log/note";
import { env } from "@/lib/platform/env";
import { sealingFilesIn } from "./sealing-files";
import { publicHalfOf, readKeys, type KeyPlace } from "./keys";
import { waitedMs } from "./unsealed-time";

/** The log's size, how far it is sealed, and where copies went. */
export async function loadLogState(actor: Actor): Promise<Result<LogStatus>> {
  if (!mayReadLog(actor)) return refuse("role");
  const [checkpoint, sealing, clocks, ahead] = await Promise.all([
    findCheckpoint(),
    findSealing(),
    findClocks(),
    findAheadEntries(),
  ]);
  const { entries, unsealed } = sealing;
  const waited = waitedMs({ entries: unsealed, size: entries - unsealed });
  return ok(logStatusOf(sealing, checkpoint, { waitedMs: waited, clocks, ahead }));
}

/** The public part of readiness: whether sealing, keys and clocks are in order. */
export async function loadLogHealth(): Promise<LogHealth> {
  const [{ fault, entries, unsealed, keys }, clocks] = await Promise.all([findSealing(), findClocks()]);
  const waited = waitedMs({ entries: unsealed, size: entries - unsealed });
  return {
    sealing: { fault: fault ?? (isLate(waited) ? "late" : null) },
    keys: keyHealth(sealingFilesIn(env()), keys),
    clock: { ...clocks, faults: clockFaults(clocks) },
  };
}

/** `known`: the verifier keys of the log, none before it is first sealed. */
function keyHealth(place: KeyPlace, known: readonly string[]): LogHealth["keys"] {
  try {
    const own = readKeys(place).map(publicHalfOf);
    const isOurs =
      known.length === 0 || known.some((key) => own.includes(readVerifierKey(key)?.publicKey ?? ""));
    return isOurs ? "ok" : "elsewhere";
  } catch {
    return "unreadable";
  }
}

/** Proves that an entry is in the tree of the last checkpoint; `not-yet-sealed` while none covers it. */
export async function loadProof(actor: Actor, seq: number): Promise<Result<ProvenEntry>> {
  if (!mayReadLog(actor)) return refuse("role");
  const entry = await findLeaf(seq);
  if (!entry) return refuse("not-found");
  const checkpoint = await findCheckpoint(seq);
  if (!checkpoint) return invalid({ path: "seq", code: "not-yet-sealed" });
  const proof = await findInclusion(seq, checkpoint.size);
  return ok({ seq, leaf: entry.leaf, leafHash: entry.hash, proof, checkpoint });
}

/** Proves that the log of `to` entries begins with that of `from`. */
export async function loadConsistency(
  actor: Actor,
  { from, to }: { from: number; to: number },
): Promise<Result<{ from: number; to: number; proof: Hash[] }>> {
  if (!mayReadLog(actor)) return refuse("role");
  if (from > to) return invalid({ path: "to", code: "order" });
  const { entries } = await findSealing();
  if (to > entries) return invalid({ path: "to", code: "ahead-of-log" });
  return ok({ from, to, proof: await findConsistency(from, to) });
}
