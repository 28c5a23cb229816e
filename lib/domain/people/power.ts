// Changes of an account that give its holder power take two people: one proposes, another decides. Taking power away
// takes one.
import type { Instant } from "../base/day";
import type { Actor, Role } from "./actor";
import type { Person } from "./person";

/** Roles that decide, about records or about accounts. */
export const POWERFUL_ROLES = ["MANAGER", "ADMIN"] as const satisfies readonly Role[];

const isPowerful = (role: Role): boolean => role === "MANAGER" || role === "ADMIN";

/**
 * Deciding, keeping accounts, or reading numbers given in confidence: by the clearance, or by the desk of a participant that
 * has such numbers. `confidential`: those participants.
 */
export const hasPower = (
  { role, sealed, desk }: Pick<Person, "role" | "sealed" | "desk">,
  confidential: readonly string[],
): boolean => isPowerful(role) || sealed || desk.some((code) => confidential.includes(code));

type Powers = Pick<Person, "role" | "sealed" | "desk" | "disabledAt">;

/** Null: the account is new. Enabling an account that has power gives it back. */
export function givesPower(before: Powers | null, after: Powers, confidential: readonly string[]): boolean {
  if (before === null) return hasPower(after, confidential);
  if (isPowerful(after.role) && after.role !== before.role) return true;
  if (after.sealed && !before.sealed) return true;
  if (after.desk.some((code) => confidential.includes(code) && !before.desk.includes(code))) return true;
  return before.disabledAt !== null && after.disabledAt === null && hasPower(after, confidential);
}

/** The cleared need a second factor wherever managers do. `askedOf`: the roles that the settings name. */
export const mustHaveFactor = (
  { role, sealed }: Pick<Actor, "role" | "sealed">,
  askedOf: readonly Role[],
): boolean => askedOf.includes(role) || (sealed === true && askedOf.includes("MANAGER"));

/** A manager or an administrator, never about their own account. Whether they proposed it is another question. */
export const mayDecideOnAccount = (actor: Pick<Actor, "id" | "role">, account: string): boolean =>
  isPowerful(actor.role) && actor.id !== account;

/** Hours without deciding and without sealed numbers, after someone else removed the second factor. */
export const HELD_HOURS = 24;

/** Until when a person is held back; null: not, or no longer. */
export function heldUntil(factorRemovedAt: Instant | null, at: Instant): Instant | null {
  if (factorRemovedAt === null) return null;
  const end = Date.parse(factorRemovedAt) + HELD_HOURS * 3_600_000;
  return Date.parse(at) < end ? new Date(end).toISOString() : null;
}
