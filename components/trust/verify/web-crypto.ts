// The browser's cryptography, as the verifier takes it.
import { toHex, type Crypto } from "@/lib/verifier/verify.mjs";

export const webCrypto: Crypto = {
  async sha256(data, as) {
    const hash = await sha256(typeof data === "string" ? new TextEncoder().encode(data) : data);
    return as === "hex" ? toHex(hash) : btoa(String.fromCharCode(...hash));
  },
  async sha256OfAll(chunks) {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for await (const chunk of chunks) parts.push(new Uint8Array(chunk));
    return toHex(await sha256(new Uint8Array(await new Blob(parts).arrayBuffer())));
  },
  async ed25519(key, text, signature) {
    const known = await crypto.subtle.importKey("raw", new Uint8Array(key), "Ed25519", false, ["verify"]);
    return crypto.subtle.verify("Ed25519", known, new Uint8Array(signature), new Uint8Array(text));
  },
};

async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>));
}

/** False in older browsers, and on an address that isn't secure. */
export async function knowsEd25519(): Promise<boolean> {
  try {
    await crypto.subtle.importKey("raw", new Uint8Array(BASE_POINT), "Ed25519", false, ["verify"]);
    return true;
  } catch {
    return false;
  }
}

/** A point that is certainly on the curve. */
const BASE_POINT = [0x58, ...Array.from({ length: 31 }, () => 0x66)];
