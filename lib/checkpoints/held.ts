// Checkpoints as somebody held them outside: one note in a file, or a day's.
import { createHash, createPublicKey, verify } from "node:crypto";
import {
  base64ToHex,
  keyIdInput,
  readCheckpoint,
  readNote,
  readVerifierKey,
  type Checkpoint,
  type Note,
} from "@/lib/domain/note";

/** Throws, naming the note, where one can't be read or isn't signed by one of the keys; without keys, none is asked. */
export function readHeld(text: string, keys: readonly string[]): Checkpoint[] {
  const notes = notesIn(text);
  if (notes.length === 0) throw new Error("there is no checkpoint in it");
  return notes.map((one, index) => {
    const note = readNote(one);
    const checkpoint = note && readCheckpoint(note.text);
    if (!checkpoint) throw new Error(`note ${index + 1} is no checkpoint`);
    if (keys.length > 0 && !keys.some((key) => isSignedBy(note, key)))
      throw new Error(
        `note ${index + 1}, of ${checkpoint.size} entries, is signed by none of the keys given`,
      );
    return checkpoint;
  });
}

/** Whether the key's signature stands under the note. Throws for what is no key. */
export function isSignedBy(note: Note, line: string): boolean {
  const key = readVerifierKey(line);
  if (!key) throw new Error("this is no verifier key");
  const { name, keyId, publicKey } = key;
  const id = createHash("sha256").update(Buffer.from(keyIdInput(name, publicKey), "hex"));
  if (id.digest("hex").slice(0, 8) !== keyId) return false;
  const spki = Buffer.from(`${ED25519_SPKI}${publicKey}`, "hex");
  const publicHalf = createPublicKey({ key: spki, format: "der", type: "spki" });
  return note.signatures.some((signature) => {
    const bytes = signature.name === name ? base64ToHex(signature.value) : null;
    if (!bytes?.startsWith(keyId)) return false;
    return verify(null, Buffer.from(note.text), publicHalf, Buffer.from(bytes.slice(8), "hex"));
  });
}

/** What comes before the 32 bytes of such a key where keys of all kinds are written. */
const ED25519_SPKI = "302a300506032b6570032100";

function notesIn(text: string): string[] {
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
