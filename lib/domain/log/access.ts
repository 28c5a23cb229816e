// The access log: sign-ins, failed ones, refusals, downloads, sealed numbers read; not which pages were read.
// It changes no record, so it isn't part of the log, which seals it from time to time. Nothing is ever
// removed.
import type { Role } from "../people/actor";
import type { Instant } from "../base/day";
import type { Paged } from "../base/listing";

export const ACCESS_KINDS = [
  "SIGN_IN",
  "SIGN_IN_FAILED",
  "REFUSAL",
  // Only in old entries: fetching a package is now a DOWNLOAD.
  "EXPORT",
  "DOWNLOAD",
  "SEALED_READ",
] as const;
export type AccessKind = (typeof ACCESS_KINDS)[number];

/** A note must not contain a secret, or text that someone typed. */
export interface AccessNote {
  kind: AccessKind;
  /** Of a refusal, or how a sign-in failed: `wrong`, `slow-down`, … */
  code: string | null;
  /** The actor; for a failed sign-in the account tried. */
  personId: string | null;
  /** An address without an account, as a keyed hash. */
  account: string | null;
  session: string | null;
  request: string | null;
  address: string;
  method: string | null;
  /** Without query parameters; of sealed numbers that were read, whose they are. */
  path: string | null;
  /** Above one: this many together, with only their kind known. */
  count: number;
}

export interface AccessEntry extends Omit<AccessNote, "personId"> {
  seq: number;
  /** The register's time, and the true time. */
  at: Instant;
  recordedAt: Instant;
  /** Name and role at that time; null for an account that is hidden or never existed. */
  person: { id: string; email: string | null; name: string; role: Role } | null;
  /** With a count above one: the start, in the register's time. */
  since: Instant | null;
}

/** The access log's state as recorded in the log: its last entry, the count since the previous seal, and its chain's hash. */
export interface AccessSeal {
  through: number;
  count: number;
  sha256: string;
  version: number;
}

/** Empty lists and null don't filter. */
export interface AccessFilter extends Paged {
  kind: AccessKind[];
  /** An account's email address. */
  person: string | null;
  address: string | null;
  /** Days in the register's time zone, both inclusive. */
  from: string | null;
  to: string | null;
}
