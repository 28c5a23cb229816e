// Verifies a note's signatures with a verifier key: the log's own, and those of witnesses. Signing is in
// `lib/trust/checkpoints/keys.ts`.
import { createHash, createPublicKey, verify, type KeyObject } from "node:crypto";
import {
  cosignedText,
  keyIdInput,
  readSignature,
  readVerifierKey,
  type KeyKind,
  type SignedNote,
} from "@/lib/domain/log/note";

/** The key's own signature line, with a witness's time; null: missing or invalid. Throws for an invalid key. */
export function signatureOf(note: SignedNote, line: string): { line: string; seconds: number | null } | null {
  const key = readVerifierKey(line);
  if (!key) throw new Error("this is no verifier key");
  const { name, keyId, kind, publicKey } = key;
  if (keyIdOf(name, publicKey, kind) !== keyId) return null;
  const publicHalf = publicKeyOf(publicKey);
  for (const { name: by, value } of note.signatures) {
    const read = by === name ? readSignature(value, kind) : null;
    if (read?.keyId !== keyId) continue;
    const { seconds, signature } = read;
    const text = seconds === null ? note.text : cosignedText(note.text, seconds);
    if (verify(null, Buffer.from(text), publicHalf, Buffer.from(signature, "hex")))
      return { line: `\u2014 ${by} ${value}`, seconds };
  }
  return null;
}

export function keyIdOf(name: string, publicKey: string, kind?: KeyKind): string {
  const input = Buffer.from(keyIdInput(name, publicKey, kind), "hex");
  return createHash("sha256").update(input).digest("hex").slice(0, 8);
}

/** From the 32 bytes of an Ed25519 key, in hexadecimal. */
export function publicKeyOf(hex: string): KeyObject {
  const spki = Buffer.from(`${ED25519_SPKI}${hex}`, "hex");
  return createPublicKey({ key: spki, format: "der", type: "spki" });
}

/** The SPKI prefix of Ed25519 keys. */
const ED25519_SPKI = "302a300506032b6570032100";
