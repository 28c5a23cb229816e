// Someone looked for a missing position and found nothing. The cell stays without a pledge and keeps its age:
// a search only says where and up to which day someone looked. The last one is shown, the log has all.
import type { Day } from "../base/day";
import type { Priority } from "../base/priority";
import { invalid } from "../base/refusal";
import { ok, type Result } from "../base/result";
import type { Participant, GapSearch, GapSearches } from "./participant";

export const searchFor = ({ searches }: { searches: GapSearches }, priority: Priority): GapSearch | null =>
  searches.find((one) => one.priority === priority) ?? null;

/** A later search, or one of the same day, replaces the previous one. */
export function withSearch(participant: Participant, search: GapSearch, today: Day): Result<Participant> {
  if (search.until > today) return invalid({ path: "until", code: "in-future" });
  const before = searchFor(participant, search.priority);
  if (before && search.until < before.until) return invalid({ path: "until", code: "searched-later" });
  const others = participant.searches.filter(({ priority }) => priority !== search.priority);
  const searches = [...others, search].sort((a, b) => a.priority - b.priority);
  return ok({ ...participant, searches });
}

/** The search in the data of an unresolved item. */
export function searchedData(
  participant: Participant,
  priority: Priority,
): { data?: Record<string, string> } {
  const search = searchFor(participant, priority);
  return search === null ? {} : { data: { until: search.until, where: search.where, by: search.by } };
}
