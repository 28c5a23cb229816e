// The last checkpoint that was signed: the later of the one on this machine and, if there is a bucket, the
// one that all machines share. In the bucket it is named after the log, because several registers may share a
// bucket; a restored backup keeps that name.
import "server-only";
import { findPositionAt } from "@/lib/db/past/position";
import { isLater, logName, readLogName } from "@/lib/domain/log/log-name";
import { readCheckpoint, readNote, type Checkpoint } from "@/lib/domain/log/note";
import type { SealingFiles } from "./sealing-files";
import { keepNote, readLastCheckpoint, readLastNote } from "./last-local-checkpoint";

type NotePlace = Pick<SealingFiles, "dataDir" | "bucket">;

export async function findLastCheckpoint(place: NotePlace): Promise<Checkpoint | null> {
  const local = readLastCheckpoint(place.dataDir);
  const shared = await findSharedNote(place);
  return local && (shared === null || isAhead(local, shared.checkpoint))
    ? local
    : (shared?.checkpoint ?? null);
}

/** Puts the checkpoint that this machine signed into the bucket, if that failed before. */
export async function catchUpBucket(place: NotePlace): Promise<void> {
  const local = place.bucket ? readLastNote(place.dataDir) : null;
  const shared = local && (await findSharedNote(place));
  if (shared && isAhead(local.checkpoint, shared.checkpoint)) await keepCheckpoint(place, local.note);
}

const isAhead = (local: Checkpoint, shared: Checkpoint): boolean =>
  readLogName(local.origin).log === readLogName(shared.origin).log && isLater(local, shared);

/** Null: there is no bucket, or it has no checkpoint of this log. */
export async function findSharedNote({
  bucket,
}: NotePlace): Promise<{ checkpoint: Checkpoint; note: string; name: string } | null> {
  if (!bucket) return null;
  const { hash } = await findPositionAt(1);
  if (hash === "") return null;
  const name = nameOf(logName(hash));
  const note = await bucket.readText(name);
  if (note === null) return null;
  const checkpoint = readCheckpoint(readNote(note)?.text ?? "");
  if (!checkpoint) throw new Error(`${name} in the bucket holds no checkpoint`);
  return { checkpoint, note, name };
}

export async function keepCheckpoint({ dataDir, bucket }: NotePlace, note: string): Promise<void> {
  keepNote(dataDir, note);
  const checkpoint = readCheckpoint(readNote(note)?.text ?? "");
  if (bucket && checkpoint) await bucket.writeText(nameOf(checkpoint.origin), note);
}

const nameOf = (origin: string): string => `checkpoints/${readLogName(origin).log.replace(/^.*\//, "")}.note`;
