// A second factor on its way: the secret a device is to hold, and the codes for when it is lost. Kept sealed until a code
// of the device confirms it, and told to nobody afterwards.
import "server-only";
import { z } from "zod";
import { newRecoveryCodes, recoveryHash } from "./recovery-codes";
import { sealText, unseal } from "../sealed";
import { newSecret, totpStep } from "./totp";

export interface Setup {
  /** Null where the codes alone are renewed. */
  secret: string | null;
  codes: string[];
}

/** What goes on record of it: nothing that anybody could sign in with. */
export interface NewFactor {
  secret: string;
  step: number;
  codeHashes: string[];
}

/** A device has to be found, and an authenticator installed on it. */
export const SETUP_MINUTES = 15;

export const newSetup = (): Setup => ({ secret: newSecret(), codes: newRecoveryCodes() });
export const newCodes = (): Setup => ({ secret: null, codes: newRecoveryCodes() });

const setup = z.object({ secret: z.string().nullable(), codes: z.array(z.string()) });

export const sealSetup = (wish: Setup, owner: string): string =>
  sealText(JSON.stringify(wish), `setup ${owner}`);

export function openSetup(sealed: string | null, owner: string): Setup | null {
  const text = sealed === null ? null : unseal(sealed, `setup ${owner}`);
  return text === null ? null : setup.parse(JSON.parse(text));
}

export const recoveryHashes = ({ codes }: Setup): string[] => codes.map(recoveryHash);

/** The factor, when the code is one of the device that holds the secret. */
export function confirmSetup(wish: Setup, code: string, personId: string): NewFactor | null {
  const step = wish.secret === null ? null : totpStep(wish.secret, plainCode(code), Date.now());
  if (wish.secret === null || step === null) return null;
  return { secret: sealSecret(wish.secret, personId), step, codeHashes: recoveryHashes(wish) };
}

/** As people type it: `123 456`. */
export const plainCode = (code: string): string => code.replace(/\s/g, "");

const sealSecret = (secret: string, personId: string): string => sealText(secret, `secret ${personId}`);

export const openSecret = (sealed: string | null, personId: string): string | null =>
  sealed === null ? null : unseal(sealed, `secret ${personId}`);
