// Encryption of values that only the register may read again, bound to one owner, with a key derived from
// a secret of the keyring. AES-256-GCM; nonce, tag and ciphertext in one text.
import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { currentSecret, knownSecrets } from "./keyring";

export function encrypt(text: string, owner: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyOf(currentSecret()), nonce).setAAD(Buffer.from(owner));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
}

/** Null when encrypted for another owner, with a secret that isn't known, or changed since. */
export function decrypt(encrypted: string, owner: string): string | null {
  for (const secret of knownSecrets()) {
    const text = decryptWith(secret, encrypted, owner);
    if (text !== null) return text;
  }
  return null;
}

/** The same, encrypted with the current secret; null if it already is, or can't be decrypted. */
export function reencrypt(encrypted: string, owner: string): string | null {
  if (decryptWith(currentSecret(), encrypted, owner) !== null) return null;
  const text = decrypt(encrypted, owner);
  return text === null ? null : encrypt(text, owner);
}

function decryptWith(secret: string, encrypted: string, owner: string): string | null {
  try {
    const bytes = Buffer.from(encrypted, "base64url");
    const decipher = createDecipheriv("aes-256-gcm", keyOf(secret), bytes.subarray(0, 12));
    decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

const keyOf = (secret: string): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", secret, "", "second factor", 32));
