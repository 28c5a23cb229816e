import "server-only";
import { randomUUID } from "node:crypto";
import type { Action } from "@/lib/domain/base/audit";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { whyNotChange, type Actor } from "@/lib/domain/people/actor";
import type { Comment } from "@/lib/domain/proposals/comment";
import { answered, maySuggest, type SuggestionAnswer } from "@/lib/domain/proposals/suggestion";
import { write } from "@/lib/db/write";
import type { SuggestionAnswerInput, SuggestionInput } from "./schema";

/** A comment that waits for the desk: the pledge doesn't change. */
export function suggestChange(
  actor: Actor,
  { reference, text, ...suggestion }: { reference: string } & SuggestionInput,
): Promise<Result<Comment>> {
  return write(actor, async (tx) => {
    if (!maySuggest(actor)) return refuse("role");
    const pledge = await tx.pledges.lock(reference);
    if (!pledge) return refuse("not-found");
    if (pledge.voided !== null) return refuse("no-such-step");
    const comment = {
      id: randomUUID(),
      pledge: reference,
      authorId: actor.id,
      text,
      suggestion: { ...suggestion, outcome: null },
      version: 1,
      createdAt: tx.at,
    };
    const event = { action: "comment.suggested", reason: suggestion.why } as const;
    return ok(await tx.save("comment", null, comment, event));
  });
}

/** Taking up a suggestion changes nothing yet. The form comes after it. */
export function answerSuggestion(
  actor: Actor,
  { id, ...answer }: { id: string } & SuggestionAnswerInput,
): Promise<Result<Comment>> {
  return write(actor, async (tx) => {
    const found = await tx.comments.find(id);
    const pledge = found?.suggestion ? await tx.pledges.lock(found.pledge) : null;
    const before = pledge && (await tx.comments.lock(id));
    if (!before) return refuse("not-found");
    const why = whyNotChange(actor, pledge.participant);
    if (why) return refuse(why);
    const after = answered(actor, before, answer, tx.at);
    if (!after.ok) return after;
    const event = { action: ACTIONS[answer.does], reason: answer.reason };
    return ok(await tx.save("comment", before, after.value, event));
  });
}

const ACTIONS: Record<SuggestionAnswer, Action> = {
  "take-up": "comment.taken-up",
  decline: "comment.declined",
};
