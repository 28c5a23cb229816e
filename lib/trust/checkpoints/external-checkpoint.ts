// Checkpoints that someone stored elsewhere: a file with one note, or with all notes of a day.
import { readCheckpoint, readNote, type Checkpoint } from "@/lib/domain/log/note";
import { signatureOf } from "@/lib/db/log/seal/verify-signature";

/**
 * Throws, naming the note, if one can't be read or has no signature by one of the keys (the log's or a
 * witness's). Without keys, signatures aren't checked.
 */
export function readExternalCheckpoints(text: string, keys: readonly string[]): Checkpoint[] {
  const notes = textsIn(text);
  if (notes.length === 0) throw new Error("there is no checkpoint in it");
  return notes.map((one, index) => {
    const note = readNote(one);
    const checkpoint = note && readCheckpoint(note.text);
    if (!checkpoint) throw new Error(`note ${index + 1} is no checkpoint`);
    if (keys.length > 0 && keys.every((key) => signatureOf(note, key) === null))
      throw new Error(
        `note ${index + 1}, of ${checkpoint.size} entries, is signed by none of the keys given`,
      );
    return checkpoint;
  });
}

/** The notes of a file, exactly as signed. */
export function textsIn(text: string): string[] {
  const lines = text.replace(/\n*$/, "\n").split("\n").slice(0, -1);
  const notes: string[][] = [];
  let signed = true;
  for (const line of lines) {
    const isSignature = line.startsWith("\u2014 ");
    if (signed && line === "") continue;
    if (signed && !isSignature) notes.push([]);
    notes.at(-1)?.push(line);
    signed = isSignature;
  }
  return notes.map((note) => `${note.join("\n")}\n`);
}
