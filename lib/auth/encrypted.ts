// Encryption of values that only the register may read again, bound to one owner, with a key derived from
// NEXTAUTH_SECRET. AES-256-GCM; nonce, tag and ciphertext in one text.
import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/platform/env";

export function encrypt(text: string, owner: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key(), nonce).setAAD(Buffer.from(owner));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
}

/** Null when encrypted for another owner, with another secret, or changed since. */
export function decrypt(encrypted: string, owner: string): string | null {
  try {
    const bytes = Buffer.from(encrypted, "base64url");
    const decipher = createDecipheriv("aes-256-gcm", key(), bytes.subarray(0, 12));
    decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

const key = (): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", env().NEXTAUTH_SECRET, "", "second factor", 32));
