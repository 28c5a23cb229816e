// The role, desk and clearance that groups at the provider of single sign-on give an account.
import type { Role } from "./actor";
import type { Person } from "./person";
import { POWERFUL_ROLES } from "./power";

export type Office = Pick<Person, "role" | "desk" | "sealed">;

export interface SignInGroup extends Office {
  id: string;
  /** As the provider writes it. */
  name: string;
  /** The administrator who set it. */
  setBy: { id: string; name: string };
}

export const MOST_GROUPS = 200;

/** The first of these that any of a person's groups gives is their role. */
const BEFORE_OTHERS: readonly Role[] = ["ADMIN", "MANAGER", "AUDITOR", "OFFICER"];

const NOTHING: Office = { role: "OFFICER", desk: [], sealed: false };

/** All that the groups give together. */
export function officeByGroups(groups: readonly Office[]): Office {
  const role = BEFORE_OTHERS.find((one) => groups.some((group) => group.role === one));
  if (!role) return NOTHING;
  const desks = groups.filter((group) => group.role === "OFFICER").flatMap(({ desk }) => desk);
  const sealed = groups.some((group) => group.sealed);
  return { role, desk: role === "OFFICER" ? [...new Set(desks)].sort() : [], sealed };
}

/**
 * What takes effect at once, without a second person: everything that was withdrawn is gone, and nothing is
 * added that gives power. `confidential`: participants whose desk gives power.
 */
export function officeAtOnce(
  before: Office,
  groups: readonly Office[],
  confidential: readonly string[],
): Office {
  const holds = (code: string): boolean => before.desk.includes(code) || !confidential.includes(code);
  const held = groups
    .filter(({ role }) => role === before.role || !POWERFUL_ROLES.some((one) => one === role))
    .map(({ role, desk, sealed }) => ({ role, desk: desk.filter(holds), sealed: sealed && before.sealed }));
  return officeByGroups(held);
}
