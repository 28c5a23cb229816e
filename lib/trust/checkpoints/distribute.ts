// Sends sealed checkpoints outside: first to the witnesses, then, with their signatures, to the sinks. Separate from
// sealing, which never waits for others.
import "server-only";
import { findSinksBehind } from "@/lib/db/log/seal/copies";
import { findCheckpoint } from "@/lib/db/log/seal/proofs";
import type { LastSealed } from "@/lib/db/log/seal/cosignatures";
import type { Checkpoint } from "@/lib/domain/log/note";
import type { Witness } from "@/lib/domain/log/witness";
import { copyOut } from "./copies";
import type { SealingFiles } from "./sealing-files";
import { findLastCheckpoint, keepCheckpoint } from "./last-checkpoint";
import { attest } from "./witnessing";

export interface Destinations extends SealingFiles {
  sinks: readonly string[];
  witnesses: readonly Witness[];
}

/** Makes this checkpoint the one to send. */
export function startDistribution({ size }: Checkpoint, sinks: readonly string[]): void {
  sealedHere = size;
  uncopied = [...sinks];
}

export async function distribute(outside: Destinations): Promise<void> {
  await showWitnesses(outside);
  await copyToSinks(outside.sinks);
}

/** Of the latest checkpoint; a new cosignature is copied to the sinks as well. */
export async function showWitnesses({ sinks, witnesses, ...place }: Destinations): Promise<void> {
  const signed = await attest(witnesses, { resting, mayShow });
  const last = signed && (await findCheckpoint());
  if (!signed || !last || !isSame(last, signed)) return;
  if (isSame(await findLastCheckpoint(place), signed)) await keepCheckpoint(place, last.note);
  uncopied = [...sinks];
}

/** A failed sink is tried again until a newer checkpoint replaces this one; after a start, each that lacks the latest. */
export async function copyToSinks(sinks: readonly string[]): Promise<void> {
  const lacking = uncopied ?? (await findSinksBehind(sinks));
  const copying = (uncopied ??= lacking);
  const last = copying.length > 0 ? await findCheckpoint() : null;
  if (!last) return;
  const left = await copyOut(copying, last, last.note, new Date().toISOString().slice(0, 10));
  if (uncopied === copying) uncopied = left;
}

/** A checkpoint that another process sealed and abandoned is adopted after this time. */
const LEFT_MS = 30_000;

let sealedHere = 0;
/** Null: this process hasn't looked yet. */
let uncopied: readonly string[] | null = null;
const resting = new Map<string, number>();

const mayShow = ({ size, ageMs }: LastSealed): boolean => size === sealedHere || ageMs >= LEFT_MS;

const isSame = (one: Checkpoint | null, other: Checkpoint): boolean =>
  one?.origin === other.origin && one.size === other.size && one.root === other.root;
