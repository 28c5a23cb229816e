// The person behind a request. Every query and command takes an actor first; every permission rule starts here.
import type { Instant } from "../base/day";
import type { Language } from "../base/language";

export const ROLES = ["OFFICER", "MANAGER", "AUDITOR", "ADMIN"] as const;
export type Role = (typeof ROLES)[number];

export interface Actor {
  id: string;
  email: string;
  name: string;
  role: Role;
  /** The participants an officer is responsible for; empty for other roles. */
  desk: readonly string[];
  /** Cleared for sealed numbers; left out: not cleared. */
  sealed?: boolean;
  /** Until then they decide nothing and see no sealed numbers; left out or null: nothing holds them back. */
  heldUntil?: Instant | null;
  /** The reading language; left out or null: the browser's. */
  language?: Language | null;
  /** Session and request as the log records them; null for the register's own changes. */
  session: string | null;
  request: string | null;
  /** The session's, in a request: it must be open when the change is saved. Left out in background work. */
  sessionVersion?: number;
  /** Left out in background work. */
  proof?: SessionProof;
  /** The token of a program that acts for the person; left out: they act themselves. */
  token?: TokenInUse;
}

/** How the person in a session has proved who they are. */
export interface SessionProof {
  /** Milliseconds of true time since the last password, code or passkey; signing in is one. */
  ago: number;
  // How the account can prove it: a device or recovery codes, a passkey, single sign-on, a password.
  byCode: boolean;
  byPasskey: boolean;
  byProvider?: boolean;
  byPassword?: boolean;
}

/** What a token may change besides reading; everything else takes a person. */
export const TOKEN_GROUPS = ["PLEDGES", "PLANNING", "OVERSIGHT"] as const;
export type TokenGroup = (typeof TOKEN_GROUPS)[number];

/** The most that a token gives. */
export interface TokenScope {
  role: Role;
  /** Of an officer's token; else empty. */
  desk: readonly string[];
  /** Numbers given in confidence, where its person may see them. */
  sealed: boolean;
  /** Empty: it only reads. */
  groups: readonly TokenGroup[];
}

export interface TokenInUse {
  number: number;
  scope: TokenScope;
  /** The person's own role, which the log records. */
  accountRole: Role;
}

const FRESH_MINUTES = 5;

/** Acts that bind or give power need a person who has just proved who they are, not an open screen. */
export const isProofFresh = ({ proof }: Pick<Actor, "proof">): boolean =>
  proof === undefined || proof.ago < FRESH_MINUTES * 60_000;

/** Besides the password. */
export const waysToProve = ({ proof }: Pick<Actor, "proof">): Pick<SessionProof, "byCode" | "byPasskey"> => ({
  byCode: proof?.byCode === true,
  byPasskey: proof?.byPasskey === true,
});

/** What an account gives its holder. A change that began under some rights is never saved under others. */
export type Rights = Pick<Actor, "name" | "role" | "desk" | "sealed" | "heldUntil">;

export const isSameRights = (a: Rights, b: Rights): boolean =>
  a.name === b.name &&
  a.role === b.role &&
  (a.sealed ?? false) === (b.sealed ?? false) &&
  (a.heldUntil ?? null) === (b.heldUntil ?? null) &&
  [...a.desk].sort().join() === [...b.desk].sort().join();

/** The participants whose records someone who keeps records may change: an officer those on the desk; null: all. */
export const deskLimit = <Desk>({ role, desk }: { role: Role; desk: Desk }): Desk | null =>
  role === "OFFICER" ? desk : null;

export const isWithinDesk = (limit: readonly string[] | null, participant: string): boolean =>
  limit === null || limit.includes(participant);

export const holds = (actor: Actor, participant: string): boolean =>
  mayKeepRecords(actor) && isWithinDesk(deskLimit(actor), participant);

/** Anyone who may read the register may read all of it except sealed numbers. */
export const mayReadRegister = (actor: Actor): boolean => actor.role !== "ADMIN";
export const mayKeepRecords = (actor: Actor): boolean => actor.role === "OFFICER" || actor.role === "MANAGER";
export const mayReadPeople = (actor: Actor): boolean => actor.role === "ADMIN" || actor.role === "AUDITOR";
export const mayKeepPeople = (actor: Actor): boolean => actor.role === "ADMIN";
/** The log of the record: every change ever made. */
export const mayReadLog = (actor: Actor): boolean => actor.role === "MANAGER" || actor.role === "AUDITOR";
/** Files attached by mistake are open to managers and auditors. */
export const mayDownloadRetracted = (actor: Actor): boolean =>
  actor.role === "MANAGER" || actor.role === "AUDITOR";
/** The access log shows who signed in and who was refused: for auditors alone. */
export const mayReadAccessLog = (actor: Actor): boolean => actor.role === "AUDITOR";
export const mayDecide = (actor: Actor): boolean => actor.role === "MANAGER";
/** Proposals to give an account power are for those who keep accounts, read them, or may decide. */
export const maySeeAccountProposals = (actor: Actor): boolean => actor.role !== "OFFICER";
export const mayDecideSomething = (actor: Actor): boolean => mayDecide(actor) || mayKeepPeople(actor);
export const mayProposeSomething = (actor: Actor): boolean => mayKeepRecords(actor) || mayKeepPeople(actor);

/** Nobody changes the past: the actor gets the rights of an auditor. */
export const asReader = (actor: Actor): Actor => ({ ...actor, role: "AUDITOR", desk: [] });

/** Null: the actor may change this participant's records. */
export function whyNotChange(actor: Actor, participant: string): "role" | "another-desk" | null {
  if (!mayKeepRecords(actor)) return "role";
  return holds(actor, participant) ? null : "another-desk";
}

/** The actor of changes that the register makes without a person. */
export const THE_REGISTER: Actor = {
  id: "register",
  email: "",
  name: "Register",
  role: "ADMIN",
  desk: [],
  session: null,
  request: null,
};
