// What typed terms (base/typed-terms.ts) ask of a list, by the keys that the list declares: each key is a parameter of its
// address. Words are those of the reader's language, and the stable English ones.
import { intersectDayRanges, parseDayRange, dayRangeText, type DayRange } from "./day-range";
import { readTerms, type TypedTerm } from "../base/typed-terms";

/** The parameter behind each key, and whether it holds a list or a number of days. */
export type TypedKeys = Readonly<Record<string, TypedKey>>;

export interface TypedKey {
  parameter: string;
  is: "list" | "days";
  /** For a list with no parameter to exclude: all values, to ask for the others. Empty: it can't exclude. */
  all?: readonly string[];
}

export interface TypedVocabulary {
  /** The stable key that a word means. */
  keyOf: (word: string) => string | null;
  wordOfKey: (key: string) => string;
  /** The values, or a comparison's text, that a word means for a key; null: none. */
  valuesOf: (key: string, word: string) => readonly string[] | null;
  wordOfValue: (key: string, value: string) => string;
  /** Words for values of a key, as an example of what is known. */
  examplesOf: (key: string) => readonly string[];
}

export interface TypedFilter {
  /** Words to search for, as typed terms. */
  words: readonly string[];
  lists: Readonly<Record<string, readonly string[]>>;
  not: Readonly<Record<string, readonly string[]>>;
  days: Readonly<Record<string, DayRange>>;
}

/** What can't be understood, in the words that were typed, and what is known instead. */
export interface TypedTrouble {
  code: "typed-key" | "typed-value" | "typed-not" | "typed-left-out" | "typed-words";
  key: string;
  value: string;
  known: string;
}

export type Understood = { filter: TypedFilter } | { trouble: TypedTrouble };

export function understandTyped(text: string, keys: TypedKeys, say: TypedVocabulary): Understood {
  const words: string[] = [];
  const lists: Record<string, string[]> = {};
  const not: Record<string, string[]> = {};
  const days: Record<string, DayRange> = {};
  for (const term of readTerms(text)) {
    if (term.key === null) {
      words.push(...term.values);
      continue;
    }
    const key = say.keyOf(term.key);
    const declared = key === null ? undefined : keys[key];
    if (key === null || declared === undefined) return { trouble: unknownKey(term, keys, say) };
    const { parameter, is, all } = declared;
    if (term.not && all?.length === 0) return { trouble: trouble("typed-left-out", term, key, say) };
    if (is === "days" && (term.not || term.values.length > 1))
      return { trouble: trouble("typed-not", term, key, say) };
    for (const word of term.values) {
      const values = say.valuesOf(key, word);
      const range = is === "days" && values !== null ? parseDayRange(values[0] ?? "") : null;
      if (values === null || (is === "days" && range === null))
        return { trouble: trouble("typed-value", { ...term, values: [word] }, key, say) };
      if (range !== null) days[parameter] = intersectDayRanges(days[parameter] ?? range, range);
      else {
        const into = term.not ? not : lists;
        into[parameter] = [...new Set([...(into[parameter] ?? []), ...values])];
      }
    }
  }
  return { filter: { words, lists, not, days } };
}

/** One term for each parameter that is asked for, with the parameter it is of. */
export function typedTerms(
  { lists, not, days }: Omit<TypedFilter, "words">,
  keys: TypedKeys,
  say: TypedVocabulary,
): { parameter: string; term: TypedTerm & { key: string } }[] {
  return Object.entries(keys).flatMap(([key, { parameter }]) => {
    const term = (values: readonly string[], isNot: boolean) => ({
      parameter,
      term: {
        key: say.wordOfKey(key),
        not: isNot,
        values: values.map((value) => say.wordOfValue(key, value)),
      },
    });
    const compared = days[parameter];
    return [
      ...(lists[parameter]?.length ? [term(lists[parameter], false)] : []),
      ...(not[parameter]?.length ? [term(not[parameter], true)] : []),
      ...(compared === undefined ? [] : [term([dayRangeText(compared)], false)]),
    ];
  });
}

/** An exclusion, as the values that remain; null: none does. */
export function othersThan(
  not: readonly string[],
  all: readonly string[],
  included: readonly string[],
): string[] | null {
  const left = (included.length > 0 ? included : all).filter((value) => !not.includes(value));
  return left.length === 0 ? null : left;
}

/** For a list that can't be searched by words. */
export const wordsUnknown = (
  { words }: TypedFilter,
  keys: TypedKeys,
  say: TypedVocabulary,
): TypedTrouble => ({
  code: "typed-words",
  key: "",
  value: words.join(" ").slice(0, MOST_SAID),
  known: knownKeys(keys, say),
});

const knownKeys = (keys: TypedKeys, say: TypedVocabulary): string =>
  Object.keys(keys).map(say.wordOfKey).join(", ");

const unknownKey = ({ key }: TypedTerm, keys: TypedKeys, say: TypedVocabulary): TypedTrouble => ({
  code: "typed-key",
  key: key ?? "",
  value: "",
  known: knownKeys(keys, say),
});

const trouble = (
  code: TypedTrouble["code"],
  { key: word, values }: TypedTerm,
  key: string,
  say: TypedVocabulary,
): TypedTrouble => ({
  code,
  key: word ?? "",
  value: values.join(", ").slice(0, MOST_SAID),
  known: say.examplesOf(key).slice(0, 12).join(", "),
});

const MOST_SAID = 60;
