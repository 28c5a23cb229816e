// Changes of an account that give its holder power take two people: one proposes, another decides. Taking power away
// takes one.
import type { Instant } from "../base/day";
import type { Actor, Role } from "./actor";
import type { Person } from "./person";

/** Roles that decide, about records or about accounts. */
export const POWERFUL_ROLES = ["MANAGER", "ADMIN"] as const satisfies readonly Role[];

const isPowerful = (role: Role): boolean => role === "MANAGER" || role === "ADMIN";

export const hasPower = ({ role, sealed }: Pick<Person, "role" | "sealed">): boolean =>
  isPowerful(role) || sealed;

type Powers = Pick<Person, "role" | "sealed" | "disabledAt">;

/** Null: the account is new. Enabling an account that has power gives it back. */
export function givesPower(before: Powers | null, after: Powers): boolean {
  if (before === null) return hasPower(after);
  if (isPowerful(after.role) && after.role !== before.role) return true;
  if (after.sealed && !before.sealed) return true;
  return before.disabledAt !== null && after.disabledAt === null && hasPower(after);
}

/** A manager or an administrator, never about their own account. Whether they proposed it is another question. */
export const mayDecideOnAccount = (actor: Pick<Actor, "id" | "role">, account: string): boolean =>
  isPowerful(actor.role) && actor.id !== account;

/** Hours without deciding and without sealed numbers, after somebody else removed the second factor. */
export const HELD_HOURS = 24;

/** Until when a person is held back; null: not, or no longer. */
export function heldUntil(factorRemovedAt: Instant | null, at: Instant): Instant | null {
  if (factorRemovedAt === null) return null;
  const end = Date.parse(factorRemovedAt) + HELD_HOURS * 3_600_000;
  return Date.parse(at) < end ? new Date(end).toISOString() : null;
}
