import type { Names } from "@/components/ui/names";
import { typedTerms, type TypedKeys } from "@/lib/domain/details/typed-filter";
import { TYPED_LISTS, type TypedList } from "@/lib/domain/details/list-keys";
import { typedVocabulary } from "@/lib/i18n/typed-words";

interface ListChip {
  /** "who", "-missing". */
  key: string;
  /** "France, Germany". */
  value: string;
  href: string;
}

/**
 * One chip per term, for a view that filters by lists alone. If most of a closed list is asked for, the chip
 * says what is left out instead.
 */
export function listChips(
  list: Exclude<TypedList, "pledges">,
  lists: Readonly<Record<string, readonly (string | number)[]>>,
  names: Partial<Names>,
  /** The list without what it asks for, or leaves out, by a parameter. */
  hrefWithout: (parameter: string, isLeftOut: boolean) => string,
  leftOut: Readonly<Record<string, readonly string[] | undefined>> = {},
): ListChip[] {
  const say = typedVocabulary(list);
  const keys: TypedKeys = TYPED_LISTS[list];
  const asked: Record<string, string[]> = {};
  const not: Record<string, string[]> = {};
  for (const { parameter, all = [] } of Object.values(keys)) {
    const values = (lists[parameter] ?? []).map(String);
    const others = all.filter((one) => !values.includes(one));
    if (others.length > 0 && values.length > all.length / 2) not[parameter] = others;
    else asked[parameter] = values;
    if (leftOut[parameter]?.length) not[parameter] = [...leftOut[parameter]];
  }
  const terms = typedTerms({ lists: asked, not, days: {} }, keys, {
    ...say,
    wordOfValue: (_key, value) => value,
  });
  return terms.map(({ parameter, term }) => {
    const key = say.keyOf(term.key) ?? term.key;
    const own =
      parameter === "participant" ? names.participants : parameter === "owner" ? names.owners : undefined;
    return {
      key: `${term.not ? "-" : ""}${term.key}`,
      value: term.values.map((value) => own?.[value] ?? say.wordOfValue(key, value)).join(", "),
      href: hrefWithout(parameter, term.not && leftOut[parameter] !== undefined),
    };
  });
}
