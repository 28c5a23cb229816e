// Somebody looked for a position that is missing, and found nothing. The cell stays without a pledge and keeps its age: a
// search says how far one knows. The last one is shown; the log has the earlier ones.
import type { Day } from "../base/day";
import type { Priority } from "../base/priority";
import { invalid } from "../base/refusal";
import { ok, type Result } from "../base/result";
import type { Participant, GapSearch, GapSearches } from "./participant";

export const searchFor = ({ searches }: { searches: GapSearches }, priority: Priority): GapSearch | null =>
  searches.find((one) => one.priority === priority) ?? null;

/** A later search, or one of the same day, takes the place of the one before. */
export function withSearch(participant: Participant, search: GapSearch, today: Day): Result<Participant> {
  if (search.until > today) return invalid({ path: "until", code: "in-future" });
  const before = searchFor(participant, search.priority);
  if (before && search.until < before.until) return invalid({ path: "until", code: "searched-later" });
  const others = participant.searches.filter(({ priority }) => priority !== search.priority);
  const searches = [...others, search].sort((a, b) => a.priority - b.priority);
  return ok({ ...participant, searches });
}

/** What an item says of it. */
export function searchedData(
  participant: Participant,
  priority: Priority,
): { data?: Record<string, string> } {
  const search = searchFor(participant, priority);
  return search === null ? {} : { data: { until: search.until, where: search.where, by: search.by } };
}
