// Who asks. Every query and command takes one first; every rule of "who may" starts here.
import type { Language } from "../base/language";

export const ROLES = ["OFFICER", "MANAGER", "AUDITOR", "ADMIN"] as const;
export type Role = (typeof ROLES)[number];

export interface Actor {
  id: string;
  email: string;
  name: string;
  role: Role;
  /** The participants an officer keeps; empty for the other roles. */
  desk: readonly string[];
  /** Cleared for sealed numbers; left out: not. */
  sealed?: boolean;
  /** In which they read; left out or null: as their browser asks. */
  language?: Language | null;
  /** Session and request as the log records them; null for what the register does itself. */
  session: string | null;
  request: string | null;
}

/** May keep the records of this participant: an officer its desk's, a manager all. */
export function holds(actor: Actor, participant: string): boolean {
  return actor.role === "MANAGER" || (actor.role === "OFFICER" && actor.desk.includes(participant));
}

/** The register is one whole: anyone who may read it may read all of it but numbers given in confidence. */
export const mayReadRegister = (actor: Actor): boolean => actor.role !== "ADMIN";
export const mayKeepRecords = (actor: Actor): boolean => actor.role === "OFFICER" || actor.role === "MANAGER";
export const mayReadPeople = (actor: Actor): boolean => actor.role === "ADMIN" || actor.role === "AUDITOR";
export const mayKeepPeople = (actor: Actor): boolean => actor.role === "ADMIN";
/** The log of the record, with everything that was ever changed. */
export const mayReadLog = (actor: Actor): boolean => actor.role === "MANAGER" || actor.role === "AUDITOR";
/** What was attached by mistake, for those who answer for the record and those who check it. */
export const mayTakeRetracted = (actor: Actor): boolean =>
  actor.role === "MANAGER" || actor.role === "AUDITOR";
/** Who came in and who was kept out is the auditors' business alone. */
export const mayReadAccessLog = (actor: Actor): boolean => actor.role === "AUDITOR";
export const mayDecide = (actor: Actor): boolean => actor.role === "MANAGER";

/** Whoever looks at the past changes nothing in it: they may what an auditor may. */
export const lookingBack = (actor: Actor): Actor => ({ ...actor, role: "AUDITOR", desk: [] });

/** Why the actor may not keep this participant's records, or null. */
export function whyNotKeep(actor: Actor, participant: string): "role" | "another-desk" | null {
  if (!mayKeepRecords(actor)) return "role";
  return holds(actor, participant) ? null : "another-desk";
}

/** What the register does by itself, no person did. */
export const THE_REGISTER: Actor = {
  id: "register",
  email: "",
  name: "Register",
  role: "ADMIN",
  desk: [],
  session: null,
  request: null,
};
