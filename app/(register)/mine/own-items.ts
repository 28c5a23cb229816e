import { codesOf, oldestFirst, URGENCIES, type UrgencySection } from "@/components/workspace/mine/urgency";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import { LARGEST_LIMIT } from "@/lib/domain/base/listing";
import type { UnresolvedFilter } from "@/lib/domain/unresolved/summary";
import { ok, type Result } from "@/lib/domain/base/result";
import { loadUnresolved } from "@/lib/unresolved/unresolved/queries";

/** Unresolved items of the pledges that the actor owns, by urgency, without empty sections. */
export async function loadOwn(actor: Actor, at: Instant): Promise<Result<UrgencySection[]>> {
  const found = await Promise.all(
    URGENCIES.map((urgency) =>
      loadUnresolved(actor, { ...OWN, owner: [actor.email], code: codesOf(urgency) }, at),
    ),
  );
  const sections: UrgencySection[] = [];
  for (const [i, urgency] of URGENCIES.entries()) {
    const part = found[i];
    if (part?.ok === false) return part;
    if (part && part.value.counted > 0)
      sections.push({ urgency, count: part.value.counted, items: oldestFirst(part.value.items) });
  }
  return ok(sections);
}

const OWN: UnresolvedFilter = {
  group: "code",
  class: [],
  code: [],
  participant: [],
  priority: [],
  owner: [],
  since: null,
  against: null,
  after: null,
  limit: LARGEST_LIMIT,
};
