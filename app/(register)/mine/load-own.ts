import { codesOf, oldestFirst, URGENCIES, type UrgencySection } from "@/components/mine/urgency";
import type { Actor } from "@/lib/domain/actor";
import type { Instant } from "@/lib/domain/day";
import { LARGEST_LIMIT, type UnresolvedFilter } from "@/lib/domain/listing";
import { ok, type Result } from "@/lib/domain/result";
import { loadUnresolved } from "@/lib/unresolved/queries";

/** What is open on the pledges the actor owns, by urgency; sections that hold nothing are left out. */
export async function loadOwn(actor: Actor, at: Instant): Promise<Result<UrgencySection[]>> {
  const sections: UrgencySection[] = [];
  for (const urgency of URGENCIES) {
    const found = await loadUnresolved(actor, { ...OWN, owner: [actor.email], code: codesOf(urgency) }, at);
    if (!found.ok) return found;
    const { counted: count, items } = found.value;
    if (count > 0) sections.push({ urgency, count, items: oldestFirst(items) });
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
  after: null,
  limit: LARGEST_LIMIT,
};
