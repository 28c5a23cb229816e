import "server-only";
import type { Instant } from "@/lib/domain/base/day";
import { isId } from "@/lib/domain/base/id";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { maySeeDraft, type PledgeDraft } from "@/lib/domain/passages/pledge-draft";
import { mayKeepRecords, type Actor } from "@/lib/domain/people/actor";
import { findDraft, findDrafts } from "@/lib/db/queries/pledges/drafts";
import type { DraftFilter } from "./schema";

/** In the order of their words, newest text first. No state asked for: those that are open. */
export async function loadDrafts(
  actor: Actor,
  { state, ...asked }: DraftFilter,
  _at: Instant,
): Promise<Result<PledgeDraft[]>> {
  if (!mayKeepRecords(actor)) return refuse("role");
  const seenBy = actor.role === "MANAGER" ? null : { person: actor.id, desk: actor.desk };
  return ok(await findDrafts({ ...asked, states: state.length === 0 ? ["OPEN"] : state, seenBy }));
}

/** One that the actor may not see is not there. */
export async function loadDraft(actor: Actor, id: string, _at: Instant): Promise<Result<PledgeDraft>> {
  if (!mayKeepRecords(actor)) return refuse("role");
  const draft = isId(id) ? await findDraft(id) : null;
  return draft && maySeeDraft(actor, draft) ? ok(draft) : refuse("not-found");
}
