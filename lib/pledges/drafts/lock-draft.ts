import "server-only";
import { refuse } from "@/lib/domain/base/refusal";
import type { Result } from "@/lib/domain/base/result";
import { settleableDraft, type DraftState, type PledgeDraft } from "@/lib/domain/passages/pledge-draft";
import { mayKeepRecords, type Actor } from "@/lib/domain/people/actor";
import type { Tx } from "@/lib/db/write";

export interface DraftRef {
  id: string;
  ifMatch: number;
}

/** Locked, at the version that was seen. */
export async function lockDraft(
  tx: Tx,
  actor: Actor,
  { id, ifMatch }: DraftRef,
  from: readonly DraftState[],
): Promise<Result<PledgeDraft>> {
  if (!mayKeepRecords(actor)) return refuse("role");
  const draft = await tx.drafts.lock(id);
  return draft ? settleableDraft(actor, draft, { ifMatch: ifMatch, from }) : refuse("not-found");
}

export async function textOfSource(tx: Tx, source: string): Promise<string | null> {
  const captured = (await tx.sources.find(source))?.captured;
  return captured === undefined ? null : tx.sources.findText(captured);
}
