// Failures slow down only the caller who makes them. An attempt is counted
// - for its account and address together: someone who mistypes;
// - for its address: someone who tries many accounts;
// - for its account: someone who tries one account from many addresses. This wait is seconds, never more.
// A browser that has signed in to the account before is counted separately. An address that has is exempt from the two
// wider counts, so that a stranger's failures never lock the owner out.
import { createHash } from "node:crypto";
import type { ThrottleBucket } from "@/lib/db/state";

const NARROW = { waitsFrom: 5, firstSeconds: 60, longestSeconds: 900 };
const ADDRESS = { waitsFrom: 20, firstSeconds: 60, longestSeconds: 900 };
const CODES = { waitsFrom: 10, firstSeconds: 60, longestSeconds: 900 };
const ACCOUNT = { waitsFrom: 10, firstSeconds: 2, longestSeconds: 30 };

/** For proofs in an open session. */
export const ownBucketOf = (key: string): ThrottleBucket => ({ key, ...NARROW });

export interface Attempt {
  email: string;
  address: string;
  /** The mark of a browser that has signed in to this account before. */
  device: string | null;
  /** The account has signed in from this address lately. */
  knownAddress: boolean;
}

/**
 * For codes of the second step. There are few enough to guess, so the wider count waits longer; the caller has already
 * given the password. A browser or address that has signed in before is exempt, as above.
 */
export function codeBucketsOf({
  personId,
  address,
  device,
  knownAddress,
}: Omit<Attempt, "email"> & { personId: string }): [ThrottleBucket, ...ThrottleBucket[]] {
  if (device !== null) return [{ key: `code device ${device} ${personId}`, ...NARROW }];
  const pair = { key: `code pair ${address} ${personId}`, ...NARROW };
  return knownAddress ? [pair] : [pair, { key: `code account ${personId}`, ...CODES }];
}

export function bucketsOf({
  email,
  address,
  device,
  knownAddress,
}: Attempt): [ThrottleBucket, ...ThrottleBucket[]] {
  const account = createHash("sha256").update(email).digest("base64url");
  if (device !== null) return [{ key: `device ${device} ${account}`, ...NARROW }];
  const pair = { key: `pair ${address} ${account}`, ...NARROW };
  if (knownAddress) return [pair];
  return [pair, { key: `address ${address}`, ...ADDRESS }, { key: `account ${account}`, ...ACCOUNT }];
}
