// Device codes by RFC 6238 as every authenticator implements it: SHA-1, six digits, a new one every thirty seconds.
import { timingSafeEqual } from "node:crypto";
import { Secret, TOTP } from "otpauth";

const STEP_SECONDS = 30;
/** A device's clock may be one step behind or ahead. */
const NEARBY = [-1, 0, 1] as const;

/** 160 random bits, in base32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** The address in the QR code. */
export const deviceAddress = (
  secret: string,
  { issuer, account }: { issuer: string; account: string },
): string =>
  new TOTP({ issuer, label: account, secret: Secret.fromBase32(secret), period: STEP_SECONDS }).toString();

/** The time step that this code belongs to, or null. Takes the same time for any code; `at` in milliseconds. */
export function totpStep(secret: string, code: string, at: number): number | null {
  const now = Math.floor(at / 1_000 / STEP_SECONDS);
  const steps = NEARBY.map((away) => now + away).filter((step) => isSame(codeAt(secret, step), code));
  return steps.at(-1) ?? null;
}

export const codeAt = (secret: string, step: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret), period: STEP_SECONDS }).generate({
    timestamp: step * STEP_SECONDS * 1_000,
  });

function isSame(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
