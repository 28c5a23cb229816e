// Suggestions for the typed filter of a list; for pledges, each with how many would remain.
import "server-only";
import { isPast, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { COUNTED_TO, countedTo } from "@/lib/domain/base/listing";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { ofReader, PLEDGE_KEYS, type PledgeFilter } from "@/lib/domain/details/pledge-filter";
import { suggestedTerms, type NamedValue, type SuggestedTerm } from "@/lib/domain/details/typed-suggestions";
import { pledgesAskedOf } from "@/lib/domain/history/snapshot-pledges";
import { mayReadRegister, type Actor } from "@/lib/domain/people/actor";
import { TYPED_LISTS, type TypedList } from "@/lib/domain/details/list-keys";
import { pledgeVocabulary, typedVocabulary } from "@/lib/i18n/typed-words";
import { findPast } from "@/lib/db/past/snapshot";
import { countEach } from "@/lib/db/queries/pledges/pledge-list";
import { parsePledgeFilter } from "@/lib/pledges/pledges/asked";
import { todayAt } from "@/lib/db/queries/log/settings";

export interface CountedTerm extends SuggestedTerm {
  /** How many pledges would remain; null in other lists. */
  count: number | null;
  capped: boolean;
}

/** Each term is added to the boxes that are already set. The last suggestion searches for the text itself. */
export async function loadTerms(
  actor: Actor,
  { typed, asked, list }: { typed: string; asked: URLSearchParams; list: TypedList },
  named: readonly NamedValue[],
  at: NowOrAsOf,
): Promise<Result<CountedTerm[]>> {
  if (!mayReadRegister(actor)) return refuse("role");
  if (list !== "pledges") {
    const uncounted = suggestedTerms(typed, named, TYPED_LISTS[list], typedVocabulary(list));
    return ok(uncounted.map((term) => ({ ...term, count: null, capped: false })));
  }
  const words = { key: "", text: typed, name: typed };
  const terms = [
    ...suggestedTerms(typed, named, PLEDGE_KEYS, pledgeVocabulary()),
    ...(/[:"]/.test(typed) ? [] : [words]),
  ].flatMap((term) => {
    const params = new URLSearchParams(asked);
    params.set("q", term.text);
    const filter = parsePledgeFilter(params);
    return filter.ok ? [{ term, filter: ofReader(actor, filter.value) }] : [];
  });
  const counts = await countPledgesOf(
    terms.map(({ filter }) => filter),
    at,
  );
  return ok(
    terms.map(({ term }, place) => {
      const { total, capped } = countedTo(counts[place] ?? 0);
      return { ...term, count: total, capped };
    }),
  );
}

/** How many pledges each filter has, at most one more than COUNTED_TO. */
export async function countPledgesOf(filters: readonly PledgeFilter[], at: NowOrAsOf): Promise<number[]> {
  if (!isPast(at)) return countEach(filters, await todayAt(at));
  const { snapshot, day } = await findPast(at);
  return filters.map((filter) => Math.min(COUNTED_TO + 1, pledgesAskedOf(snapshot, filter, day).length));
}
