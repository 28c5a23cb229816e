// Reads the captured text of a source into drafts. Only by rules; nothing is logged.
import "server-only";
import { invalid } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { draftContents } from "@/lib/domain/passages/drafts/draft-contents";
import { readingSteps } from "@/lib/domain/passages/drafts/read-statement";
import { MOST_OPEN_DRAFTS, type PledgeDraft } from "@/lib/domain/passages/pledge-draft";
import type { Actor } from "@/lib/domain/people/actor";
import { write } from "@/lib/db/write";
import { inTurns } from "@/lib/platform/in-turns";
import { loadStatement } from "./queries";

/**
 * Reads it before the transaction begins, and in turns with other requests: nobody waits for twenty pages.
 * Reading a text again doesn't bring back settled drafts.
 */
export async function readDrafts(actor: Actor, source: string): Promise<Result<PledgeDraft[]>> {
  const statement = await loadStatement(actor, source);
  if (!statement.ok) return statement;
  const { text, context } = statement.value;
  const contents = draftContents(text, await inTurns(readingSteps(text, context)), context.statedOn);
  return write(actor, async (tx) => {
    const made = contents.length === 0 ? [] : await tx.drafts.add(actor, { source, contents }, tx.at);
    const max = MOST_OPEN_DRAFTS;
    return (await tx.drafts.countOpen(actor)) > max
      ? invalid({ path: "drafts", code: "too-many-drafts", params: { max } })
      : ok(made);
  });
}
