// A participant: a state or an organisation, its part in the coalition, when it joined and left, and which positions were
// looked for in vain.
import type { Day, Instant } from "../base/day";
import type { Priority } from "../base/priority";
import { invalid } from "../base/refusal";
import { ok, type Result } from "../base/result";

export const PARTICIPANT_KINDS = ["STATE", "ORGANISATION"] as const;
export type ParticipantKind = (typeof PARTICIPANT_KINDS)[number];

/** In display order. */
export const PARTICIPANT_ROLES = ["CO_LEAD", "MEMBER", "PARTNER", "OBSERVER", "BENEFICIARY"] as const;
export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number];

export interface GapSearch {
  priority: Priority;
  /** The last day that it covers. */
  until: Day;
  /** In words. */
  where: string;
  /** The name of the person who looked, as the log knows it. */
  by: string;
}

/** By priority, at most one each. */
export type GapSearches = readonly GapSearch[];

export interface FormerName {
  names: Record<string, string>;
  /** The day from which the next name holds. */
  until: Day;
}

export interface Participant {
  /** ISO 3166 alpha-2, or EU, NATO. */
  code: string;
  kind: ParticipantKind;
  role: ParticipantRole;
  /** Names by language: en, fr, uk. */
  names: Record<string, string>;
  /** Oldest first; left empty while it was never renamed. */
  formerNames: readonly FormerName[];
  joinedOn: Day | null;
  /** The day from which it no longer takes part; it may lie ahead. */
  leftOn: Day | null;
  leftReason: string | null;
  /** Where nothing was found: the last search for each priority. */
  searches: GapSearches;
  version: number;
  recordedAt: Instant;
}

export interface Leaving {
  on: Day;
  reason: string;
}

export const leavingOf = (participant: Pick<Participant, "leftOn" | "leftReason"> | null): Leaving | null =>
  participant === null || participant.leftOn === null
    ? null
    : { on: participant.leftOn, reason: participant.leftReason ?? "" };

export const hasLeft = ({ leftOn }: Pick<Participant, "leftOn">, on: Day): boolean =>
  leftOn !== null && leftOn <= on;

/** A position on each priority is expected from states that are co-leads or members, until they leave. */
export const isPositionExpected = (
  participant: Pick<Participant, "kind" | "role" | "leftOn">,
  on: Day,
): boolean => owesPositions(participant) && !hasLeft(participant, on);

/** The same whether or not it has left. */
export const owesPositions = ({ kind, role }: Pick<Participant, "kind" | "role">): boolean =>
  kind === "STATE" && (role === "CO_LEAD" || role === "MEMBER");

export interface LeavingChange {
  /** Null: it hasn't left; undefined: as before. */
  leftOn: Day | null | undefined;
  reason: string | null;
}

/** To leave, leave on another day, or never to have left needs a reason, which can be replaced alone. */
export function withLeaving(
  before: Participant,
  after: Participant,
  { leftOn = before.leftOn, reason }: LeavingChange,
): Result<Participant> {
  if (leftOn !== null && after.joinedOn !== null && leftOn < after.joinedOn)
    return invalid({ path: "leftOn", code: "before-joining" });
  if (leftOn !== before.leftOn && reason === null) return invalid({ path: "reason", code: "empty" });
  return ok({ ...after, leftOn, leftReason: leftOn === null ? null : (reason ?? before.leftReason) });
}
