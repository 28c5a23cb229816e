// The access log: who came in, who was kept out, what was taken away. No record changes by it, so it is no part of
// the log; now and then the log vouches for it.
import type { Role } from "../people/actor";
import type { Instant } from "../base/day";
import type { Paged } from "../base/listing";

export const ACCESS_KINDS = ["SIGN_IN", "SIGN_IN_FAILED", "REFUSAL", "EXPORT", "DOWNLOAD"] as const;
export type AccessKind = (typeof ACCESS_KINDS)[number];

/** What is to be noted. Nothing in it may be a secret, or something that somebody typed. */
export interface AccessNote {
  kind: AccessKind;
  /** A refusal's, or how signing in failed: `wrong`, `slow-down`, … */
  code: string | null;
  /** Who acted; of a failed sign-in whose account was tried. */
  personId: string | null;
  /** An address without account, as a keyed hash. */
  account: string | null;
  session: string | null;
  request: string | null;
  address: string;
  method: string | null;
  /** Without its parameters. */
  path: string | null;
  /** Above one: so many at once, of which nothing more is known than their kind. */
  count: number;
}

export interface AccessEntry {
  seq: number;
  /** The register's time, and the true one. */
  at: Instant;
  recordedAt: Instant;
  kind: AccessKind;
  code: string | null;
  /** Name and role as they were; null for an account that is gone from view or never was. */
  person: { id: string; email: string | null; name: string; role: Role } | null;
  account: string | null;
  session: string | null;
  request: string | null;
  address: string;
  method: string | null;
  path: string | null;
  count: number;
  /** With a count above one: since when, by the register's time. */
  since: Instant | null;
}

/** What the log says of the access log: its last entry so far, how many came since the seal before, and the hash that
    its chain had come to. */
export interface AccessSeal {
  through: number;
  count: number;
  sha256: string;
  version: number;
}

/** Empty lists and null ask for nothing in particular. */
export interface AccessFilter extends Paged {
  kind: AccessKind[];
  /** An account's e-mail address. */
  person: string | null;
  address: string | null;
  /** Days in the register's time zone, both included. */
  from: string | null;
  to: string | null;
}
