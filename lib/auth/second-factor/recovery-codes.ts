// Ten codes for a lost device, each valid once. They have 80 random bits, so a plain hash is enough to store
// them.
import "server-only";
import { createHash, randomBytes } from "node:crypto";

const CODES = 10;
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

/** As `7k2m-9x0c-…`: no letters that are easily confused. */
export const newRecoveryCodes = (): string[] => Array.from({ length: CODES }, newCode);

function newCode(): string {
  const letters = [...randomBytes(16)].map((byte) => LETTERS[byte % 32] ?? "").join("");
  return (letters.match(/.{4}/g) ?? []).join("-");
}

/** The stored hash of a code, however it was typed. */
export function recoveryHash(code: string): string {
  const plain = code.toLowerCase().replace(/[\s-]/g, "").replace(/o/g, "0").replace(/[il]/g, "1");
  return createHash("sha256").update(`recovery code ${plain}`).digest("hex");
}
