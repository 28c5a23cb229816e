// The last checkpoint signed here, stored with the keys and outside the database: one that contradicts it is another
// database.
import "server-only";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readCheckpoint, readNote, type Checkpoint } from "@/lib/domain/log/note";

export const lastNoteFile = (dataDir: string): string => path.join(dataDir, "checkpoints", "latest.note");

export const readLastCheckpoint = (dataDir: string): Checkpoint | null =>
  readLastNote(dataDir)?.checkpoint ?? null;

export function readLastNote(dataDir: string): { checkpoint: Checkpoint; note: string } | null {
  const note = textIn(lastNoteFile(dataDir));
  if (note === null) return null;
  const checkpoint = readCheckpoint(readNote(note)?.text ?? "");
  if (!checkpoint) throw new Error(`${lastNoteFile(dataDir)} holds no checkpoint`);
  return { checkpoint, note };
}

export function keepNote(dataDir: string, note: string): void {
  const file = lastNoteFile(dataDir);
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, note, { flush: true });
  renameSync(`${file}.new`, file);
}

function textIn(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
