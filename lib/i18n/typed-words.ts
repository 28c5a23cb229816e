// The words that can be typed into the filter of a list: those of the reader's language, and the stable
// English ones.
import type { TypedKey, TypedVocabulary } from "@/lib/domain/details/typed-filter";
import { TYPED_LISTS, type TypedList } from "@/lib/domain/details/list-keys";
import { foldedWord } from "@/lib/domain/base/typed-terms";
import type { Language } from "@/lib/domain/base/language";
import { currentLanguage, withLanguage } from "./reader";
import { regionsIn } from "./state-names";
import type { Messages } from "./message-files";
import { translator } from "./translator";
import { CLOSED_VALUES, EXAMPLE_VALUES, FREE_VALUES, type TypedValues } from "./typed-values";
import { inSentence } from "./words/in-sentence";

const t = translator("lists");

/** For the current reader; the same object for all readers of a language. */
export function typedVocabulary(list: TypedList): TypedVocabulary {
  const language = currentLanguage();
  const name = `${list} ${language}`;
  const found = made.get(name) ?? vocabularyIn(language, TYPED_LISTS[list]);
  made.set(name, found);
  return found;
}

export const pledgeVocabulary = (): TypedVocabulary => typedVocabulary("pledges");

const made = new Map<string, TypedVocabulary>();

type KeyWord = keyof Messages["lists"]["key"];
type Keys = Readonly<Partial<Record<KeyWord, TypedKey>>>;

function vocabularyIn(language: Language, of: Keys): TypedVocabulary {
  const own = withLanguage(language, () => words(of));
  const stable = withLanguage("en", () => words(of));
  return {
    keyOf: (word) => own.keys.get(foldedWord(word)) ?? stable.keys.get(foldedWord(word)) ?? null,
    wordOfKey: (key) => own.keyWords.get(key) ?? key,
    valuesOf: (key, word) => valuesIn(own, key, word) ?? valuesIn(stable, key, word),
    wordOfValue: (key, value) => own.values.get(key)?.words.get(value) ?? nameOf(key, value, language),
    examplesOf: (key) => [...(own.values.get(key)?.examples ?? []), ...(EXAMPLE_VALUES[key] ?? [])],
  };
}

interface Words {
  keys: Map<string, string>;
  keyWords: Map<string, string>;
  values: Map<
    string,
    { byWord: Map<string, readonly string[]>; words: Map<string, string>; examples: string[] }
  >;
  regions: Map<string, string>;
}

function words(of: Keys): Words {
  const keys = Object.keys(of) as KeyWord[];
  const keyWords = new Map<string, string>(keys.map((key) => [key, t(`key.${key}`)]));
  return {
    keyWords,
    keys: new Map(
      keys
        .flatMap((key) =>
          [keyWords.get(key) ?? key, key, of[key]?.parameter ?? key].map(
            (word) => [foldedWord(word), key] as const,
          ),
        )
        .reverse(),
    ),
    values: new Map(Object.entries(CLOSED_VALUES).map(([key, list]) => [key, listWords(list())])),
    regions: regionsIn(currentLanguage()),
  };
}

function listWords(list: TypedValues) {
  const byWord = new Map<string, readonly string[]>();
  const said = new Map<string, string>();
  for (const [word, ...values] of list) {
    byWord.set(foldedWord(word), values);
    const [value = "", ...more] = values;
    if (more.length > 0) continue;
    byWord.set(foldedWord(value), values);
    said.set(value, inSentence(word));
  }
  return { byWord, words: said, examples: list.map(([word]) => inSentence(word)) };
}

function valuesIn({ values, regions }: Words, key: string, word: string): readonly string[] | null {
  const known = values.get(key)?.byWord.get(foldedWord(word));
  if (known !== undefined) return known;
  const free = FREE_VALUES[key]?.(word, regions) ?? null;
  return free === null ? null : [free];
}

const nameOf = (key: string, value: string, language: Language): string => {
  if (key !== "who" || value.length !== 2) return value;
  const name = new Intl.DisplayNames(language, { type: "region", fallback: "none" }).of(value);
  return name !== undefined && regionsIn(language).get(foldedWord(name)) === value ? name : value;
};
