import { cache } from "react";
import { loadCitations } from "@/lib/unresolved/briefing/queries";
import type { Actor } from "@/lib/domain/people/actor";
import type { BriefingCitations } from "@/lib/domain/unresolved/briefing";
import type { NowOrAsOf } from "@/lib/domain/base/as-of";
import type { PledgeRow } from "@/lib/domain/details/pledge-details";
import { ok, type Result } from "@/lib/domain/base/result";
import { loadParticipant } from "@/lib/people/participants/queries";
import { parsePledgeFilter } from "@/lib/pledges/pledges/filter";
import { loadPledges } from "@/lib/pledges/pledges/queries";
import { readAt } from "../../read-at";

/** More than any participant has today; the list of pledges has the rest. */
const PLEDGES = 40;

/** Cached: the page and its title both ask. */
export const loadBriefedParticipant = cache(async (code: string) => {
  const { actor, at } = await readAt();
  return loadParticipant(actor, code, at);
});

/** A participant's statements, with the evidence for each pledge. */
export async function loadStated(
  actor: Actor,
  code: string,
  at: NowOrAsOf,
): Promise<Result<{ pledges: PledgeRow[]; stated: BriefingCitations }>> {
  const filter = parsePledgeFilter(new URLSearchParams({ participant: code, limit: String(PLEDGES) }));
  if (!filter.ok) return filter;
  const pledges = await loadPledges(actor, filter.value, at);
  if (!pledges.ok) return pledges;
  const stated = await loadCitations(
    actor,
    pledges.value.items.map(({ reference }) => reference),
    at,
  );
  return stated.ok ? ok({ pledges: pledges.value.items, stated: stated.value }) : stated;
}
