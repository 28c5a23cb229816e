// Key rotation for checkpoints: the new key is added, both sign for a while, then the old one is removed. Each step is
// recorded before it is done.
import "server-only";
import { findCheckpoint } from "@/lib/db/log/seal/proofs";
import { write } from "@/lib/db/write";
import { THE_REGISTER } from "@/lib/domain/people/actor";
import type { Action } from "@/lib/domain/base/audit";
import type { SealedCheckpoint } from "@/lib/domain/log/log-status";
import { readNote } from "@/lib/domain/log/note";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { draftKey, draftRemoval, readKeys, verifierKeyOf } from "./keys";
import { sealLog, type SealingPlace } from "./sealing";
import { signatureOf } from "@/lib/db/log/seal/verify-signature";

export interface Rotated {
  /** Verifier keys that sign from now on, oldest first. */
  keys: string[];
  /** The added key, or the removed ones. */
  changed: string[];
  /** The first checkpoint that these keys signed. */
  checkpoint: SealedCheckpoint;
}

/**
 * Refuses `already-there` if two keys already sign, `not-found` if this installation doesn't seal this log.
 */
export async function addKey(place: SealingPlace, why: string): Promise<Result<Rotated>> {
  const sealed = await sealedBy(place);
  if (!sealed.ok) return sealed;
  if (readKeys(place).length > 1) return refuse("already-there");
  const draft = draftKey(place);
  const key = verifierKeyOf(draft.key, sealed.value.origin);
  const recorded = await record("register.key-added", `${why} (Key: ${key})`);
  if (!recorded.ok) {
    draft.drop();
    return recorded;
  }
  draft.keep();
  return rotated(place, [key]);
}

/**
 * Leaves only the newest key. Refuses `no-such-step` if there is only one key, or if the newest hasn't signed
 * a checkpoint together with the others yet: their signatures are the reason to trust it.
 */
export async function retireKeys(place: SealingPlace, why: string): Promise<Result<Rotated>> {
  const sealed = await sealedBy(place);
  if (!sealed.ok) return sealed;
  const { note, origin } = sealed.value;
  const keys = readKeys(place).map((key) => verifierKeyOf(key, origin));
  const read = readNote(note);
  const allSigned = keys.every((key) => read !== null && signatureOf(read, key) !== null);
  if (keys.length < 2 || !allSigned) return refuse("no-such-step");
  const retired = keys.slice(0, -1);
  const removal = draftRemoval(place, retired.length);
  const recorded = await record(
    "register.key-retired",
    `${why} (${retired.length > 1 ? "Keys" : "Key"}: ${retired.join(", ")})`,
  );
  if (!recorded.ok) {
    removal.drop();
    return recorded;
  }
  removal.keep();
  return rotated(place, retired);
}

async function record(action: Action, reason: string): Promise<Result<null>> {
  return write(THE_REGISTER, async (tx) => {
    const register = await tx.register.lock();
    if (!register) return refuse("not-found");
    await tx.save("register", register, register, { action, reason });
    return ok(null);
  });
}

async function rotated(place: SealingPlace, changed: string[]): Promise<Result<Rotated>> {
  const sealed = await sealedBy(place);
  if (!sealed.ok) return sealed;
  const keys = readKeys(place).map((key) => verifierKeyOf(key, sealed.value.origin));
  return ok({ keys, changed, checkpoint: sealed.value });
}

/** A checkpoint over everything on record; `in-progress` while a restored backup waits to be acknowledged. */
async function sealedBy(place: SealingPlace): Promise<Result<SealedCheckpoint>> {
  const outcome = await sealLog(place);
  if (outcome.is === "behind") return refuse("in-progress");
  const checkpoint = outcome.is === "stranger" ? null : await findCheckpoint();
  return checkpoint ? ok(checkpoint) : refuse("not-found");
}
