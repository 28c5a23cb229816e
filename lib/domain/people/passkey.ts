// Passkeys: keys that a device keeps, and uses once it has recognised its holder by a finger, a face or a
// PIN. The register has the public keys.
import type { Instant } from "../base/day";

/** What a passkey is asked for. A challenge for one purpose isn't valid for another. */
export const PASSKEY_PURPOSES = ["SIGN_IN", "PROVE", "CHANGE", "ADD"] as const;
export type PasskeyPurpose = (typeof PASSKEY_PURPOSES)[number];

/** Per person. */
export const MOST_PASSKEYS = 10;

export interface NewPasskey {
  /** Base64url, as is the key. */
  credentialId: string;
  publicKey: string;
  counter: number;
  transports: readonly string[];
  name: string;
}

export interface Passkey extends NewPasskey {
  id: string;
  /** True times. */
  madeAt: Instant;
  usedAt: Instant | null;
}

/** What a person's second factor consists of: an authenticator's codes, passkeys, or both. */
export interface Factors {
  hasDevice: boolean;
  passkeys: readonly Pick<Passkey, "id">[];
}

/** Without this passkey, nothing but recovery codes would be left. */
export const isLastFactor = ({ hasDevice, passkeys }: Factors, id: string): boolean =>
  !hasDevice && passkeys.every((one) => one.id === id);
