import type { Role } from "./actor";
import type { Instant } from "../base/day";
import type { Language } from "../base/language";

/** Somebody with an account. Passwords and sessions are no part of the record. */
export interface Person {
  id: string;
  email: string;
  name: string;
  role: Role;
  desk: string[];
  /** May know sealed numbers. */
  sealed: boolean;
  disabledAt: Instant | null;
  /** In which they read; null: as their browser asks. */
  language: Language | null;
  /** Since when signing in takes a second step. */
  secondFactorAt: Instant | null;
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
}

/** A person as those see them who keep the accounts: with what is no part of the record. */
export interface KnownPerson extends Person {
  hasPassword: boolean;
  /** Both in the register's time, as everything else that is shown. */
  lastSignedInAt: Instant | null;
  lastSeenAt: Instant | null;
}

/** An officer in whose hands records are. */
export type PersonDesk = Pick<Person, "name" | "desk">;

export interface Comment {
  id: string;
  pledge: string;
  authorId: string;
  text: string;
  version: number;
  createdAt: Instant;
}

/** A named moment to compare with. */
export interface Baseline {
  id: string;
  name: string;
  asOf: Instant;
  version: number;
  createdAt: Instant;
}

/** What the register says of itself in its first event. */
export interface Register {
  demonstration: boolean;
  /** Milliseconds by which the register's clock is ahead of the true one; 0 but in a demonstration. */
  offsetMs: number;
  timeZone: string;
  marking: string;
  staleDays: number;
  /** The roles that must have a second factor. */
  secondFactorFor: Role[];
  version: number;
}
