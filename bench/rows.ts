// The rows of the main pages, loaded as the pages load them: what the twins keep in memory, and what reading
// costs without rendering.
import { loadNames } from "@/app/(register)/load-names";
import { loadView } from "@/app/(register)/unresolved/load-view";
import type { Memory } from "@/app/bench/memory";
import { WHOLE } from "@/components/unresolved/view";
import { loadCoverage } from "@/lib/coverage/queries";
import type { Actor } from "@/lib/domain/actor";
import { dayOf, type Instant } from "@/lib/domain/day";
import type { PledgeFilter } from "@/lib/domain/listing";
import type { Result } from "@/lib/domain/result";
import { loadParticipantList } from "@/lib/participants/queries";
import { parsePledgeFilter } from "@/lib/pledges/filter";
import { loadPledges } from "@/lib/pledges/queries";

export const PAGES = ["unresolved", "coverage", "pledges"] as const;
export type Page = (typeof PAGES)[number];

export const rowsOf: Record<Page, (actor: Actor, at: Instant) => Promise<unknown>> = {
  unresolved: (actor, at) => loadView(actor, WHOLE, null, at),
  coverage: (actor, at) => Promise.all([loadCoverage(actor, at), loadParticipantList(actor, at)]),
  pledges: (actor, at) => Promise.all([loadPledges(actor, everything(), at), loadNames(actor, at)]),
};

export async function memoryOf(actor: Actor, at: Instant): Promise<Memory> {
  const timeZone = "Europe/Kyiv";
  return {
    today: dayOf(at, timeZone),
    timeZone,
    unresolved: value(await loadView(actor, WHOLE, null, at)),
    coverage: value(await loadCoverage(actor, at)),
    participants: value(await loadParticipantList(actor, at)),
    pledges: value(await loadPledges(actor, everything(), at)),
    names: await loadNames(actor, at),
  };
}

const everything = (): PledgeFilter => value(parsePledgeFilter(new URLSearchParams()));

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}
