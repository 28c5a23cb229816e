// The keys that sign checkpoints: files in DATA_DIR/keys that only this account can read, or one file with
// all keys. All of them sign, so that an old key vouches for a new one.
import "server-only";
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { keyIdOf } from "@/lib/db/log/seal/verify-signature";
import { checkpointText, hexToBase64, noteText, verifierKey, type Checkpoint } from "@/lib/domain/log/note";

export interface KeyPlace {
  dataDir: string;
  /** One file with all keys, oldest first, instead of the folder in DATA_DIR. */
  keysFile?: string | undefined;
}

/** Oldest first. */
export function readKeys({ dataDir, keysFile }: KeyPlace): KeyObject[] {
  if (keysFile !== undefined) return keysIn(keysFile);
  const folder = folderOf(dataDir);
  return namesIn(folder).map((name) => createPrivateKey(readFileSync(path.join(folder, name))));
}

/** Not in a file that the settings name: that means an existing key. */
export function makeKey({ dataDir, keysFile }: KeyPlace): KeyObject {
  if (keysFile !== undefined) throw new Error(`${keysFile} holds no key`);
  const { key, keep } = draftKey({ dataDir });
  keep();
  return key;
}

export interface KeyChange {
  keep: () => void;
  drop: () => void;
}

/** A key that is already on disk, but doesn't sign until `keep` is called. */
export function draftKey({ dataDir, keysFile }: KeyPlace): KeyChange & { key: KeyObject } {
  const { privateKey: key } = generateKeyPairSync("ed25519");
  if (keysFile !== undefined) return { key, ...rewriteKeys(keysFile, [...keysIn(keysFile), key]) };
  const folder = folderOf(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const number = 1 + Math.max(0, ...namesIn(folder).map((name) => Number(FILE.exec(name)?.[1])));
  const file = path.join(folder, `sealing-${number}.pem`);
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, pemOf(key), { mode: 0o600, flag: "wx", flush: true });
  return {
    key,
    keep: () => {
      // Fails if another process took that name meanwhile.
      linkSync(draft, file);
      rmSync(draft);
    },
    drop: () => rmSync(draft),
  };
}

/** Deletes the oldest ones for good, once `keep` is called; `oldest`: how many. */
export function draftRemoval({ dataDir, keysFile }: KeyPlace, oldest: number): KeyChange {
  if (keysFile !== undefined) return rewriteKeys(keysFile, keysIn(keysFile).slice(oldest));
  const folder = folderOf(dataDir);
  return {
    keep: () => {
      for (const name of namesIn(folder).slice(0, oldest)) rmSync(path.join(folder, name));
    },
    drop: () => undefined,
  };
}

/** As hexadecimal digits. */
export function publicHalfOf(key: KeyObject): string {
  const { x = "" } = createPublicKey(key).export({ format: "jwk" });
  return Buffer.from(x, "base64url").toString("hex");
}

export function verifierKeyOf(key: KeyObject, origin: string): string {
  const { keyId, publicKey } = namedBy(key, origin);
  return verifierKey(origin, keyId, publicKey);
}

/** The checkpoint as a note, signed by each of the keys. */
export function signedNote(checkpoint: Checkpoint, keys: readonly KeyObject[]): string {
  const text = checkpointText(checkpoint);
  const signatures = keys.map((key) => ({
    name: checkpoint.origin,
    value: hexToBase64(
      namedBy(key, checkpoint.origin).keyId + sign(null, Buffer.from(text), key).toString("hex"),
    ),
  }));
  return noteText({ text, signatures });
}

const pemOf = (key: KeyObject): string => key.export({ type: "pkcs8", format: "pem" }).toString();
const PEM = /-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----/g;

function keysIn(file: string): KeyObject[] {
  const keys = (readFileSync(file, "utf8").match(PEM) ?? []).map((pem) => createPrivateKey(pem));
  if (keys.some(({ asymmetricKeyType }) => asymmetricKeyType !== "ed25519"))
    throw new Error(`${file} holds a key that is not of Ed25519`);
  return keys;
}

/** Fails if nothing may be written next to the file, as when an orchestrator mounted it. */
function rewriteKeys(file: string, keys: readonly KeyObject[]): KeyChange {
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, keys.map(pemOf).join(""), { mode: 0o600, flag: "wx", flush: true });
  return { keep: () => renameSync(draft, file), drop: () => rmSync(draft) };
}

const FILE = /^sealing-(\d+)\.pem$/;
const folderOf = (dataDir: string): string => path.join(dataDir, "keys");

function namesIn(folder: string): string[] {
  const number = (name: string): number => Number(FILE.exec(name)?.[1] ?? NaN);
  try {
    return readdirSync(folder)
      .filter((name) => FILE.test(name))
      .sort((a, b) => number(a) - number(b));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

function namedBy(key: KeyObject, origin: string): { keyId: string; publicKey: string } {
  const publicKey = publicHalfOf(key);
  return { keyId: keyIdOf(origin, publicKey), publicKey };
}
