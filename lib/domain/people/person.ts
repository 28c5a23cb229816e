import type { Role } from "./actor";
import type { Instant } from "../base/day";
import type { Language } from "../base/language";
import type { SuggestedChange } from "./suggestion";

/** An account holder. Passwords and sessions are no part of the record. */
export interface Person {
  id: string;
  email: string;
  name: string;
  role: Role;
  desk: string[];
  /** Cleared for sealed numbers. */
  sealed: boolean;
  disabledAt: Instant | null;
  /** The reading language; null: the browser's. */
  language: Language | null;
  /** Null: no second factor is set up. */
  secondFactorAt: Instant | null;
  /** When one administrator alone last gave this account power: nobody else could decide then. */
  aloneAt: Instant | null;
  /** When somebody else last removed the second factor. */
  factorRemovedAt: Instant | null;
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
}

/** A person as administrators see them, with data outside the record. */
export interface KnownPerson extends Person {
  hasPassword: boolean;
  /** At the provider of single sign-on; null: none is bound. */
  identity: { issuer: string; boundAt: Instant } | null;
  /** Both on the register's clock, like every time shown. */
  lastSignedInAt: Instant | null;
  lastSeenAt: Instant | null;
}

/** A change of an account, or a new one, by which somebody comes to decide, to keep accounts or to read sealed numbers. */
export const asksForPower = ({ role, sealed, disabled }: Partial<Person> & { disabled?: boolean }): boolean =>
  role === "MANAGER" || role === "ADMIN" || sealed === true || disabled === false;

export type PersonDesk = Pick<Person, "name" | "desk">;

export interface Comment {
  id: string;
  pledge: string;
  authorId: string;
  text: string;
  /** Of a comment that suggests a change. */
  suggestion?: SuggestedChange;
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

/** Unless a person sets other numbers. */
export const STALE_DAYS = 30;
export const MANDATE_DAYS = 60;

/** The content of the register's first event. */
export interface Register {
  demonstration: boolean;
  /** Milliseconds the register's clock is ahead of real time; 0 except in a demonstration. */
  offsetMs: number;
  timeZone: string;
  marking: string;
  staleDays: number;
  /** How many days before its end a mandate is ending. */
  mandateDays: number;
  secondFactorFor: Role[];
  /** The version of the rules by which each entry's author is held to have had the right to it; null: not yet on record. */
  authority: number | null;
  version: number;
}

/** Raised with a rule that entries already made may break. */
export const AUTHORITY = 2;
