// An account holder, and which changes of an account give power.
import { deskLimit, type Role } from "./actor";
import type { Instant } from "../base/day";
import type { Language } from "../base/language";

/** An account holder. Passwords and sessions aren't part of the record. */
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
  /** When someone else last removed the second factor. */
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

/** A change of an account, or a new one, that lets someone decide, keep accounts or read sealed numbers. */
export const asksForPower = ({ role, sealed, disabled }: Partial<Person> & { disabled?: boolean }): boolean =>
  role === "MANAGER" || role === "ADMIN" || sealed === true || disabled === false;

export type PersonDesk = Pick<Person, "name" | "desk">;

export interface PossibleOwner extends Pick<Person, "name" | "email"> {
  /** The participants whose records they may change; null: all. */
  desk: string[] | null;
}

export const possibleOwner = ({
  email,
  name,
  ...rights
}: Pick<Person, "email" | "name" | "role" | "desk">): PossibleOwner => ({
  email,
  name,
  desk: deskLimit(rights),
});
