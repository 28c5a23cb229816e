import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import { LARGEST_LIMIT } from "@/lib/domain/base/listing";
import type { QuestionAbout } from "@/lib/domain/oversight/question";
import type { PledgeDetails } from "@/lib/domain/details/pledge-details";
import type { UnresolvedCode, UnresolvedItem } from "@/lib/domain/unresolved/unresolved";
import { loadUnresolvedItems } from "@/lib/unresolved/unresolved/queries";
import { parseUnresolvedFilter } from "@/lib/unresolved/unresolved/asked";

/** The item of a pledge or a missing position; null where it no longer holds. */
export async function loadItem(
  actor: Actor,
  { participant, priority }: QuestionAbout,
  details: PledgeDetails | null,
  code: UnresolvedCode | null,
  at: Instant,
): Promise<Pick<UnresolvedItem, "code" | "params"> | null> {
  if (details !== null) return details.unresolved.find((item) => item.code === code) ?? null;
  if (code !== "NO_PLEDGE") return null;
  const filter = parseUnresolvedFilter(
    new URLSearchParams({ participant, priority: String(priority), code, limit: String(LARGEST_LIMIT) }),
  );
  const found = filter.ok ? await loadUnresolvedItems(actor, filter.value, at) : filter;
  return found.ok ? (found.value.items[0] ?? null) : null;
}
