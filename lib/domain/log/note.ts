// A checkpoint as text: the size and root of a log (C2SP tlog-checkpoint), in a signed note (C2SP signed-note).
import type { Hash } from "./merkle";

export interface Checkpoint {
  /** The log's name, and also the name of its keys. */
  origin: string;
  size: number;
  root: Hash;
}

export interface SignedNote {
  /** The signed text, including its last line break. */
  text: string;
  signatures: { name: string; /** Key id and signature, base64. */ value: string }[];
}

export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${hexToBase64(root)}\n`;

/** Null: not a checkpoint. Lines after the third are extensions. */
export function readCheckpoint(text: string): Checkpoint | null {
  const [origin = "", size = "", root = ""] = text.split("\n");
  if (!isName(origin) || !/^(0|[1-9]\d{0,15})$/.test(size) || !text.endsWith("\n")) return null;
  const hash = base64ToHex(root);
  return hash?.length === 64 ? { origin, size: Number(size), root: hash } : null;
}

export const noteText = ({ text, signatures }: SignedNote): string =>
  `${text}\n${signatures.map(({ name, value }) => `\u2014 ${name} ${value}\n`).join("")}`;

/** Null: not a note. */
export function readNote(note: string): SignedNote | null {
  const end = note.lastIndexOf("\n\n");
  if (end < 0 || !note.endsWith("\n") || note.length > MOST) return null;
  const signatures = note
    .slice(end + 2, -1)
    .split("\n")
    .map((line) => /^\u2014 (\S+) ([A-Za-z0-9+/]+={0,2})$/.exec(line));
  if (signatures.some((found) => found === null) || signatures.length > MOST_SIGNATURES) return null;
  return {
    text: note.slice(0, end + 1),
    signatures: signatures.map((found) => ({ name: found?.[1] ?? "", value: found?.[2] ?? "" })),
  };
}

/** Signature types of the note standard: an ordinary key, and a witness. */
const ED25519 = "01";
export const COSIGNATURE = "04";
export type KeyKind = typeof ED25519 | typeof COSIGNATURE;

export interface VerifierKey {
  name: string;
  keyId: string;
  kind: KeyKind;
  publicKey: string;
}

/** The public form of a key: name, key id and key, as published for verification. Bytes are hexadecimal. */
export const verifierKey = (name: string, keyId: string, publicKey: string): string =>
  `${name}+${keyId}+${hexToBase64(`${ED25519}${publicKey}`)}`;

/** A signing key's or a witness's; null: not a verifier key. */
export function readVerifierKey(line: string): VerifierKey | null {
  const found = /^(\S+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(line.trim());
  const key = base64ToHex(found?.[3] ?? "");
  const kind = key?.slice(0, 2);
  if (!found || !isName(found[1] ?? "") || key?.length !== 66) return null;
  if (kind !== ED25519 && kind !== COSIGNATURE) return null;
  return { name: found[1] ?? "", keyId: found[2] ?? "", kind, publicKey: key.slice(2) };
}

/** A key id is the first four bytes of its SHA-256; `kind` as in the note standard. */
export const keyIdInput = (name: string, publicKey: string, kind: KeyKind = ED25519): string =>
  `${hexOf(new TextEncoder().encode(`${name}\n`))}${kind}${publicKey}`;

/** The text a witness signs, with the time in seconds since 1970 (C2SP tlog-cosignature). */
export const cosignedText = (text: string, seconds: number): string =>
  `cosignature/v1\ntime ${seconds}\n${text}`;

/** The parts of a signature line: key id, a witness's time, and the signature. Null: not a signature. */
export function readSignature(
  value: string,
  kind: KeyKind,
): { keyId: string; seconds: number | null; signature: string } | null {
  const hex = base64ToHex(value) ?? "";
  const timed = kind === COSIGNATURE ? 16 : 0;
  if (hex.length !== 8 + timed + 128) return null;
  const seconds = timed > 0 ? Number(BigInt(`0x${hex.slice(8, 24)}`)) : null;
  if (seconds !== null && !Number.isSafeInteger(seconds)) return null;
  return { keyId: hex.slice(0, 8), seconds, signature: hex.slice(8 + timed) };
}

const MOST = 100_000;
const MOST_SIGNATURES = 100;
const isName = (name: string): boolean => /^[^\s+]{1,200}$/u.test(name);

export const hexToBase64 = (hex: string): string =>
  btoa((hex.match(/../g) ?? []).map((pair) => String.fromCharCode(parseInt(pair, 16))).join(""));

/** Null: not canonical base64. */
export function base64ToHex(text: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    return btoa(String.fromCharCode(...bytes)) === text ? hexOf(bytes) : null;
  } catch {
    return null;
  }
}

const hexOf = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
