// Accounts of the demonstration, named after their role.
import type { Role } from "@/lib/domain/people/actor";

export interface SeedAccount {
  email: string;
  name: string;
  role: Role;
  desk: string[];
  /** Cleared for sealed numbers. */
  sealed?: true;
}

const WEST = "FR DE ES BE IT PT LU GR CY AT IE NL EU".split(" ");
const NORTH = "SE NO DK FI EE LV LT IS PL GB CA".split(" ");

/** The administrator first. `participants`: all codes; the southern desk keeps those that the others don't. */
export function demonstrationAccounts(participants: readonly string[]): [SeedAccount, ...SeedAccount[]] {
  const south = participants.filter((code) => !WEST.includes(code) && !NORTH.includes(code));
  return [
    { email: emailOf("admin"), name: "Administrator", role: "ADMIN", desk: [] },
    { email: emailOf("officer"), name: "Desk officer, western desk", role: "OFFICER", desk: WEST },
    { email: emailOf("officer-north"), name: "Desk officer, northern desk", role: "OFFICER", desk: NORTH },
    { email: emailOf("officer-south"), name: "Desk officer, southern desk", role: "OFFICER", desk: south },
    { email: emailOf("manager"), name: "Manager", role: "MANAGER", desk: [] },
    { email: emailOf("manager-2"), name: "Second manager", role: "MANAGER", desk: [], sealed: true },
    { email: emailOf("auditor"), name: "Auditor", role: "AUDITOR", desk: [] },
  ];
}

export const emailOf = (name: string): string => `${name}@register.example`;
