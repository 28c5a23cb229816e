// For whoever has lost the device: ten codes, each good once. 80 random bits each, so that a plain hash keeps them.
import "server-only";
import { createHash, randomBytes } from "node:crypto";

const CODES = 10;
const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";

/** As `7k2m-9x0c-…`: letters that can't be taken for others. */
export const newRecoveryCodes = (): string[] => Array.from({ length: CODES }, newCode);

function newCode(): string {
  const letters = [...randomBytes(16)].map((byte) => LETTERS[byte % 32] ?? "").join("");
  return (letters.match(/.{4}/g) ?? []).join("-");
}

/** What is kept of a code; however it was typed. */
export function recoveryHash(code: string): string {
  const plain = code.toLowerCase().replace(/[\s-]/g, "").replace(/o/g, "0").replace(/[il]/g, "1");
  return createHash("sha256").update(`recovery code ${plain}`).digest("hex");
}
