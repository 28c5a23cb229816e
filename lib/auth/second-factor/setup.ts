// A second factor on its way: the secret a device is to hold, and the codes for when it is lost. Kept sealed until a code
// of the device confirms it, and told to nobody afterwards.
import "server-only";
import { z } from "zod";
import { newRecoveryCodes, recoveryHash } from "./recovery-codes";
import { seal, unseal } from "../sealed";
import { newSecret, stepOf } from "./totp";

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

export const sealSetup = (wish: Setup, owner: string): string => seal(JSON.stringify(wish), `setup ${owner}`);

export function openSetup(sealed: string | null, owner: string): Setup | null {
  const text = sealed === null ? null : unseal(sealed, `setup ${owner}`);
  return text === null ? null : setup.parse(JSON.parse(text));
}

export const hashesOf = ({ codes }: Setup): string[] => codes.map(recoveryHash);

/** The factor, when the code is one of the device that holds the secret. */
export function confirmed(wish: Setup, code: string, personId: string): NewFactor | null {
  const step = wish.secret === null ? null : stepOf(wish.secret, plainCode(code), Date.now());
  if (wish.secret === null || step === null) return null;
  return { secret: sealSecret(wish.secret, personId), step, codeHashes: hashesOf(wish) };
}

/** As people type it: `123 456`. */
export const plainCode = (code: string): string => code.replace(/\s/g, "");

const sealSecret = (secret: string, personId: string): string => seal(secret, `secret ${personId}`);

export const openSecret = (sealed: string | null, personId: string): string | null =>
  sealed === null ? null : unseal(sealed, `secret ${personId}`);
