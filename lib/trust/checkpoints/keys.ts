// The keys that sign checkpoints: files in DATA_DIR/keys that only this account can read. All of them sign, so that an
// old key vouches for a new one.
import "server-only";
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { keyIdOf } from "@/lib/db/log/seal/signature";
import { checkpointText, hexToBase64, noteText, verifierKey, type Checkpoint } from "@/lib/domain/log/note";

/** Oldest first. */
export function readKeys(dataDir: string): KeyObject[] {
  const folder = folderOf(dataDir);
  return namesIn(folder).map((name) => createPrivateKey(readFileSync(path.join(folder, name))));
}

export function makeKey(dataDir: string): KeyObject {
  const { key, keep } = draftKey(dataDir);
  keep();
  return key;
}

/** A key that is already on disk, but doesn't sign until `keep` is called. */
export function draftKey(dataDir: string): { key: KeyObject; keep: () => void; drop: () => void } {
  const folder = folderOf(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync("ed25519");
  const number = 1 + Math.max(0, ...namesIn(folder).map((name) => Number(FILE.exec(name)?.[1])));
  const pem = privateKey.export({ type: "pkcs8", format: "pem" });
  const file = path.join(folder, `sealing-${number}.pem`);
  const draft = `${file}.${process.pid}.new`;
  writeFileSync(draft, pem, { mode: 0o600, flag: "wx", flush: true });
  return {
    key: privateKey,
    keep: () => {
      // Fails where another process took that name meanwhile.
      linkSync(draft, file);
      rmSync(draft);
    },
    drop: () => rmSync(draft),
  };
}

/** Deletes the oldest ones for good; `oldest`: how many. */
export function removeKeys(dataDir: string, oldest: number): void {
  const folder = folderOf(dataDir);
  for (const name of namesIn(folder).slice(0, oldest)) rmSync(path.join(folder, name));
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
