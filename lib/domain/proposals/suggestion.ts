// A change that one desk suggests to another, which decides on it. It alone never changes the record.
import type { Instant } from "../base/day";
import { refuse } from "../base/refusal";
import { ok, type Result } from "../base/result";
import { holds, mayKeepRecords, type Actor } from "../people/actor";

export const SUGGESTION_ANSWERS = ["take-up", "decline"] as const;
export type SuggestionAnswer = (typeof SUGGESTION_ANSWERS)[number];

/** A comment that has this says in its text what should be different; the rest is here. */
export interface SuggestedChange {
  /** The pledge's field; null: none alone. */
  field: string | null;
  why: string;
  /** Web address of what it rests on. */
  address: string | null;
  /** Null: it waits for the desk that holds the pledge. */
  outcome: {
    does: SuggestionAnswer;
    /** Why it was declined. */
    reason: string | null;
    /** Id of who answered. */
    by: string;
    at: Instant;
  } | null;
}

export const isOpenSuggestion = ({ suggestion }: Pick<Suggested, "suggestion">): boolean =>
  suggestion?.outcome === null;

interface Suggested {
  authorId: string;
  suggestion?: SuggestedChange;
}

/** Anyone who keeps records, about any pledge; the page offers it to those who can't change the pledge themselves. */
export const maySuggest = (actor: Actor): boolean => mayKeepRecords(actor);

/** The holding desk and managers, except the author. */
export const mayAnswerSuggestion = (
  actor: Actor,
  { authorId, suggestion }: Suggested,
  participant: string,
): boolean => suggestion?.outcome === null && holds(actor, participant) && authorId !== actor.id;

export function answered<S extends Suggested>(
  actor: Actor,
  suggested: S,
  { does, reason }: { does: SuggestionAnswer; reason: string | null },
  at: Instant,
): Result<S> {
  const { authorId, suggestion } = suggested;
  if (!suggestion) return refuse("not-found");
  if (authorId === actor.id) return refuse("own-proposal");
  if (suggestion.outcome !== null) return refuse("no-such-step");
  if (does === "decline" && reason === null) return refuse("reason-missing");
  return ok({ ...suggested, suggestion: { ...suggestion, outcome: { does, reason, by: actor.id, at } } });
}
