import "server-only";
import { isId } from "@/lib/domain/base/id";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { KnownSuggestion } from "@/lib/domain/details/suggestion-details";
import { mayReadRegister, type Actor } from "@/lib/domain/people/actor";
import { findSuggestions } from "@/lib/db/queries/pledges/suggestions";

/** On a pledge, newest first; only those that wait, or all. */
export async function loadSuggestionsOn(
  actor: Actor,
  { reference, ...asked }: { reference: string; isOpen: boolean; limit: number },
): Promise<Result<KnownSuggestion[]>> {
  if (!mayReadRegister(actor)) return refuse("role");
  return ok(await findSuggestions({ pledge: reference, ...asked }));
}

export async function loadSuggestion(actor: Actor, id: string): Promise<Result<KnownSuggestion>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const [found] = isId(id) ? await findSuggestions({ id, isOpen: false, limit: 1 }) : [];
  return found ? ok(found) : refuse("not-found");
}

const ON_DESK = 50;

/** Suggestions that wait for the actor's desk. */
export async function loadSuggestedToDesk(actor: Actor): Promise<KnownSuggestion[]> {
  if (actor.desk.length === 0) return [];
  return findSuggestions({
    desk: { participants: actor.desk, not: actor.id },
    isOpen: true,
    limit: ON_DESK,
  });
}
