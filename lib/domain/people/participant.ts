import type { Day, Instant } from "../base/day";

export const PARTICIPANT_KINDS = ["STATE", "ORGANISATION"] as const;
export type ParticipantKind = (typeof PARTICIPANT_KINDS)[number];

/** In display order. */
export const PARTICIPANT_ROLES = ["CO_LEAD", "MEMBER", "PARTNER", "OBSERVER", "BENEFICIARY"] as const;
export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number];

export interface Participant {
  /** ISO 3166 alpha-2, or EU, NATO. */
  code: string;
  kind: ParticipantKind;
  role: ParticipantRole;
  /** Names by language: en, fr, uk. */
  names: Record<string, string>;
  joinedOn: Day | null;
  version: number;
  recordedAt: Instant;
}

/** A position on each priority is expected from states that are co-leads or members. */
export function isPositionExpected(participant: Pick<Participant, "kind" | "role">): boolean {
  return participant.kind === "STATE" && (participant.role === "CO_LEAD" || participant.role === "MEMBER");
}
