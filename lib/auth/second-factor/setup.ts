// A second factor being set up: the secret for the device and the recovery codes. Stored encrypted until a code from the
// device confirms it, and never shown afterwards.
import "server-only";
import { z } from "zod";
import type { NewPasskey } from "@/lib/domain/people/passkey";
import { newRecoveryCodes, recoveryHash } from "./recovery-codes";
import { decrypt, encrypt, reencrypt } from "../encrypted";
import { newSecret, totpStep } from "./totp";

export interface Setup {
  /** Null if only the codes are renewed, or a passkey is added. */
  secret: string | null;
  /** Empty if a passkey is added. */
  codes: string[];
}

/** The part that goes on record: nothing that anyone could sign in with. `step` is of the confirming code. */
export type NewFactor = NewDevice | { codeHashes: string[]; passkey: NewPasskey };
export interface NewDevice {
  codeHashes: string[];
  secret: string;
  step: number;
}

/** Long enough to find a device and install an authenticator on it. */
export const SETUP_MINUTES = 15;

export const newSetup = (): Setup => ({ secret: newSecret(), codes: newRecoveryCodes() });
export const newCodes = (): Setup => ({ secret: null, codes: newRecoveryCodes() });
/** A setup that adds one more passkey. */
export const newPasskeySetup = (): Setup => ({ secret: null, codes: [] });

const setup = z.object({ secret: z.string().nullable(), codes: z.array(z.string()) });

export const encryptSetup = (pending: Setup, owner: string): string =>
  encrypt(JSON.stringify(pending), `setup ${owner}`);

export function openSetup(encrypted: string | null, owner: string): Setup | null {
  const text = encrypted === null ? null : decrypt(encrypted, `setup ${owner}`);
  return text === null ? null : setup.parse(JSON.parse(text));
}

export const recoveryHashes = ({ codes }: Setup): string[] => codes.map(recoveryHash);

/** The factor, if the code is from the device that holds the secret; else null. */
export function confirmSetup(pending: Setup, code: string, personId: string): NewDevice | null {
  const step = pending.secret === null ? null : totpStep(pending.secret, plainCode(code), Date.now());
  if (pending.secret === null || step === null) return null;
  return { secret: encryptSecret(pending.secret, personId), step, codeHashes: recoveryHashes(pending) };
}

/** People type it as `123 456`. */
export const plainCode = (code: string): string => code.replace(/\s/g, "");

const encryptSecret = (secret: string, personId: string): string => encrypt(secret, `secret ${personId}`);

/** Encrypted with the current secret; null if it already is. */
export const renewedSecret = (encrypted: string, personId: string): string | null =>
  reencrypt(encrypted, `secret ${personId}`);

export const openSecret = (encrypted: string | null, personId: string): string | null =>
  encrypted === null ? null : decrypt(encrypted, `secret ${personId}`);
