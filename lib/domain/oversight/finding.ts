// An auditor's note on a record, a manager's answer, and how it ends. It never changes the record itself: that is fixed
// there.
import type { Actor, Role } from "../people/actor";
import type { Instant } from "../base/day";
import type { RecordKey } from "./record-key";
import { invalid, refuse } from "../base/refusal";
import { ok, type Result } from "../base/result";
import type { Paged } from "../base/listing";

export const FINDING_STATES = ["OPEN", "ANSWERED", "CLOSED"] as const;
export type FindingState = (typeof FINDING_STATES)[number];

export const FINDING_ACTS = ["answer", "close", "reopen"] as const;
export type FindingAct = (typeof FINDING_ACTS)[number];

export interface FindingEntry {
  does: FindingAct;
  /** The answer, the grounds for closing, or the reason for reopening. */
  text: string;
  /** Id of the writer. */
  by: string;
  at: Instant;
}

export interface Finding {
  id: string;
  /** `F-0004`: permanent, without gaps. */
  reference: string;
  about: RecordKey;
  text: string;
  /** Id of the auditor. */
  authorId: string;
  /** In order; each is one version. */
  entries: FindingEntry[];
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
}

export const FINDING_TEXT = 2_000;
/** A limit, because each event stores the whole finding. */
export const MOST_FINDING_ENTRIES = 200;

export const FINDING_REFERENCE = /^F-\d{4,9}$/;

/** `F-0004` for 4. */
export const findingReference = (number: number): string => `F-${String(number).padStart(4, "0")}`;

/** The last entry decides. */
export function stateOf({ entries }: Pick<Finding, "entries">): FindingState {
  const last = entries.at(-1)?.does;
  return last === "answer" ? "ANSWERED" : last === "close" ? "CLOSED" : "OPEN";
}

export const mayNoteFindings = (actor: Actor): boolean => actor.role === "AUDITOR";

export const mayActOnFinding = (actor: Actor, act: FindingAct): boolean => actor.role === TAKEN_BY[act];

const TAKEN_BY: Record<FindingAct, Role> = { answer: "MANAGER", close: "AUDITOR", reopen: "AUDITOR" };

/** Adds one entry, or refuses. */
export function withEntry(
  actor: Actor,
  finding: Finding,
  { does, text }: Pick<FindingEntry, "does" | "text">,
  at: Instant,
): Result<Finding> {
  if (!mayActOnFinding(actor, does)) return refuse("role");
  const isClosed = stateOf(finding) === "CLOSED";
  if (does === "answer" && isClosed) return refuse("no-such-step", { because: "finding" });
  if (does !== "answer" && isClosed === (does === "close"))
    return refuse("already-there", { because: isClosed ? "closed" : "unclosed" });
  if (wroteAcross(actor, finding, does)) return refuse("own-proposal", { because: "finding" });
  if (finding.entries.length >= MOST_FINDING_ENTRIES)
    return invalid({ path: "text", code: "too-many", params: { max: MOST_FINDING_ENTRIES } });
  return ok({ ...finding, entries: [...finding.entries, { does, text, by: actor.id, at }] });
}

export const actsOf = (actor: Actor, finding: Finding): FindingAct[] =>
  FINDING_ACTS.filter((does) => withEntry(actor, finding, { does, text: "" }, finding.updatedAt).ok);

/** Those who noted or closed it in another role can't answer, nor the reverse: nobody audits themselves. */
function wroteAcross(actor: Actor, { authorId, entries }: Finding, does: FindingAct): boolean {
  const own = entries.filter(({ by }) => by === actor.id);
  return does === "answer"
    ? authorId === actor.id || own.some((entry) => entry.does !== "answer")
    : own.some((entry) => entry.does === "answer");
}

/** Newest first. */
export interface FindingFilter extends Paged {
  state: FindingState[];
  /** A record as a person names it; it may match several. */
  about: string | null;
  q: string | null;
}
