// Sends the last checkpoint to all witnesses that haven't signed it, in parallel, with some seconds each. One that
// fails is left alone for half a minute, so nothing waits for it twice.
import "server-only";
import {
  findCosignedSize,
  findLastSealed,
  forgetWitnesses,
  keepCosignature,
  noteWitness,
  type LastSealed,
} from "@/lib/db/log/seal/cosignatures";
import type { Checkpoint } from "@/lib/domain/log/note";
import type { Witness, WitnessFault } from "@/lib/domain/log/witness";
import { logger } from "@/lib/platform/log";
import { askWitness } from "./witness-client";

export interface WitnessTimeouts {
  /** By key: when the witness may be asked again. */
  resting: Map<string, number>;
  mayShow: (last: LastSealed) => boolean;
}

/** The checkpoint that got new cosignatures; null if none did. */
export async function attest(
  witnesses: readonly Witness[],
  { resting, mayShow }: WitnessTimeouts = { resting: new Map(), mayShow: () => true },
): Promise<Checkpoint | null> {
  const last = witnesses.length > 0 ? await findLastSealed() : null;
  if (!last || !mayShow(last)) return null;
  const now = performance.now();
  const lagging = witnesses.filter(
    ({ key }) => !last.cosignedBy.includes(key) && (resting.get(key) ?? -Infinity) <= now,
  );
  if (lagging.length === 0) return null;
  await forgetWitnesses(witnesses);
  const signed = await Promise.all(
    lagging.map(async (witness) => {
      const { isSigned, isWell } = await attestBy(witness, last);
      if (isWell) resting.delete(witness.key);
      else resting.set(witness.key, performance.now() + REST_MS);
      return isSigned;
    }),
  );
  const { origin, size, root } = last;
  return signed.includes(true) ? { origin, size, root } : null;
}

const REST_MS = 30_000;

async function attestBy(
  witness: Witness,
  checkpoint: LastSealed,
): Promise<{ isSigned: boolean; isWell: boolean }> {
  const { key, name } = witness;
  const answered = await askWitness(witness, checkpoint, await findCosignedSize(key, checkpoint.origin));
  if (answered.is === "signed") await keepCosignature(checkpoint.id, key, answered);
  const fault = await faultIn(answered, checkpoint.origin);
  await noteWitness(witness, { size: checkpoint.size, fault });
  if (fault === "inconsistent")
    logger.error(
      { witness: name, size: checkpoint.size },
      "a witness refuses: this log doesn't continue what it signed before",
    );
  return { isSigned: answered.is === "signed", isWell: fault === null };
}

/** A witness that signed more than this log has ever had proves that the log was rolled back. */
async function faultIn(
  answered: Awaited<ReturnType<typeof askWitness>>,
  origin: string,
): Promise<WitnessFault | null> {
  if (answered.is === "fault") return answered.fault;
  if (answered.is === "signed") return null;
  const last = await findLastSealed();
  return last?.origin === origin && last.size >= answered.size ? null : "inconsistent";
}
