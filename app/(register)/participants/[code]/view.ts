import { cache } from "react";
import type { ParticipantView } from "@/components/people/participants/positions";
import { loadApprovals } from "@/lib/pledges/approvals/queries";
import type { Actor } from "@/lib/domain/people/actor";
import { LARGEST_LIMIT } from "@/lib/domain/base/listing";
import type { NowOrAsOf } from "@/lib/domain/base/as-of";
import { ok, type Result } from "@/lib/domain/base/result";
import { loadParticipant } from "@/lib/people/participants/queries";
import { parsePledgeFilter } from "@/lib/pledges/pledges/asked";
import { loadPledges } from "@/lib/pledges/pledges/queries";
import { parseUnresolvedFilter } from "@/lib/unresolved/unresolved/asked";
import { loadUnresolvedItems } from "@/lib/unresolved/unresolved/queries";
import { readAt } from "../../read-at";

const ITEMS = 10;

/** Cached: the page and its title both ask. */
export const loadParticipantNamed = cache(async (code: string) => {
  const { actor, at } = await readAt();
  return loadParticipant(actor, code, at);
});

/** What a participant has stated, what that waits for, and what is unresolved. */
export async function loadParticipantView(
  actor: Actor,
  code: string,
  at: NowOrAsOf,
): Promise<Result<ParticipantView>> {
  const pledgeFilter = parsePledgeFilter(
    new URLSearchParams({ participant: code, limit: String(LARGEST_LIMIT) }),
  );
  const namedFilter = parsePledgeFilter(new URLSearchParams({ named: code, limit: String(LARGEST_LIMIT) }));
  const itemFilter = parseUnresolvedFilter(new URLSearchParams({ participant: code, limit: String(ITEMS) }));
  if (!pledgeFilter.ok) return pledgeFilter;
  if (!namedFilter.ok) return namedFilter;
  if (!itemFilter.ok) return itemFilter;
  const everyApproval = { participant: [code], kind: [], status: [], after: null, limit: LARGEST_LIMIT };
  const [pledges, named, approvals, items] = await Promise.all([
    loadPledges(actor, pledgeFilter.value, at),
    loadPledges(actor, namedFilter.value, at),
    loadApprovals(actor, everyApproval, at),
    loadUnresolvedItems(actor, itemFilter.value, at),
  ]);
  if (!pledges.ok) return pledges;
  if (!named.ok) return named;
  if (!approvals.ok) return approvals;
  if (!items.ok) return items;
  return ok({
    pledges: pledges.value.items,
    named: named.value.items,
    approvals: approvals.value.items,
    items: items.value.items,
  });
}
