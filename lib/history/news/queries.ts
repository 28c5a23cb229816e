import "server-only";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { NewsFound } from "@/lib/domain/oversight/news";
import type { RecordKey } from "@/lib/domain/oversight/record-key";
import { mayReadRegister, maySeeAccountProposals, type Actor } from "@/lib/domain/people/actor";
import { findNews } from "@/lib/db/queries/log/news";

/**
 * Which of these records someone else changed after this entry. It doesn't say what changed, so it reveals
 * nothing sealed.
 */
export async function loadNews(
  actor: Actor,
  { since, on }: { since: number | null; on: readonly RecordKey[] },
): Promise<Result<NewsFound>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const reader = { id: actor.id, seesAccounts: maySeeAccountProposals(actor) };
  return ok(await findNews(reader, since ?? Number.MAX_SAFE_INTEGER, on));
}
