import type { Names } from "@/components/ui/names";
import { typedTerms } from "@/lib/domain/details/typed-filter";
import { NO_LISTS, PLEDGE_KEYS, type PledgeLists } from "@/lib/domain/details/pledge-filter";
import { OPEN_STAGES } from "@/lib/domain/pledge/stages";
import { translator } from "@/lib/i18n/translator";
import { pledgeVocabulary } from "@/lib/i18n/typed-words";
import { pledgesHref, type PledgesView } from "../pledges/view";

const t = translator("lists");

export interface Chip {
  /** "stage", "-owner". */
  key: string;
  /** "pledged, committed". */
  value: string;
  /** The list without it. */
  without: PledgesView;
  href: string;
}

/** One chip per term of the view, in the order of the keys. A term without a key has no chip. */
export function chipsOf(view: PledgesView, names: Names): Chip[] {
  const { age, due } = view;
  const not = view.not ?? {};
  const say = pledgeVocabulary();
  const terms = typedTerms(
    {
      lists: textsIn(view),
      not: textsIn(not),
      days: { ...(age ? { age } : {}), ...(due ? { due } : {}) },
    },
    PLEDGE_KEYS,
    { ...say, wordOfValue: (_key, value) => value },
  );
  return terms.map(({ parameter, term }) => {
    const key = say.keyOf(term.key) ?? term.key;
    const word = (value: string) => nameIn(names, parameter, value) ?? say.wordOfValue(key, value);
    const without = isDays(parameter)
      ? { ...view, [parameter]: null }
      : term.not
        ? { ...view, not: { ...not, [parameter]: [] } }
        : { ...view, [parameter]: [] };
    return {
      key: `${term.not ? "-" : ""}${term.key}`,
      value:
        parameter === "stage" && term.values.join() === OPEN_STAGES.join()
          ? t("value.open")
          : term.values.map(word).join(", "),
      without,
      href: pledgesHref(without),
    };
  });
}

const textsIn = (lists: Partial<PledgeLists>): Record<string, string[]> =>
  Object.fromEntries(
    (Object.keys(NO_LISTS) as (keyof PledgeLists)[]).map((name) => [name, (lists[name] ?? []).map(String)]),
  );

const isDays = (parameter: string): boolean => parameter === "age" || parameter === "due";

function nameIn({ participants, owners }: Names, parameter: string, value: string): string | undefined {
  if (parameter === "participant") return participants[value];
  return parameter === "owner" ? owners[value] : undefined;
}
