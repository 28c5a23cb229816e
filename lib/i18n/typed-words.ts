// Words for what is typed into the filter of pledges: those of the reader's language, and the stable English ones.
import { ANYTHING, ME, NOBODY } from "@/lib/domain/base/listing";
import { daysAsked } from "@/lib/domain/details/days-asked";
import { PRIORITIES } from "@/lib/domain/base/priority";
import type { TypedVocabulary } from "@/lib/domain/details/typed-filter";
import { leafNamed } from "@/lib/domain/conditions/leaf-name";
import { PLEDGE_KEYS, type PledgeKeyWord } from "@/lib/domain/details/pledge-filter";
import { CONTRIBUTION_KINDS, DOMAINS } from "@/lib/domain/pledge/contribution";
import { OPEN_STAGES, STAGES } from "@/lib/domain/pledge/stages";
import { COUNTED_CLASSES, UNRESOLVED_CODES } from "@/lib/domain/unresolved/unresolved";
import { foldedWord } from "@/lib/domain/base/typed-terms";
import type { Language } from "@/lib/domain/base/language";
import { currentLanguage, withLanguage } from "./reader";
import { translator } from "./translator";
import { inSentence } from "./words/in-sentence";

const t = translator("lists");
const domain = translator("domain");

/** Of the current reader; the same for all readers of a language. */
export function pledgeVocabulary(): TypedVocabulary {
  const language = currentLanguage();
  const found = made.get(language) ?? vocabularyIn(language);
  made.set(language, found);
  return found;
}

const made = new Map<Language, TypedVocabulary>();

function vocabularyIn(language: Language): TypedVocabulary {
  const own = withLanguage(language, words);
  const stable = withLanguage("en", words);
  return {
    keyOf: (word) => own.keys.get(foldedWord(word)) ?? stable.keys.get(foldedWord(word)) ?? null,
    wordOfKey: (key) => own.keyWords.get(key) ?? key,
    valuesOf: (key, word) => valuesIn(own, key, word) ?? valuesIn(stable, key, word),
    wordOfValue: (key, value) => own.values.get(key)?.words.get(value) ?? nameOf(key, value, language),
    examplesOf: (key) => [...(own.values.get(key)?.examples ?? []), ...(EXAMPLES[key] ?? [])],
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

function words(): Words {
  const keyWords = new Map(KEYS.map((key) => [key, t(`key.${key}`)]));
  return {
    keyWords,
    keys: new Map(
      KEYS.flatMap((key) =>
        [keyWords.get(key) ?? key, key, PLEDGE_KEYS[key].parameter].map(
          (word) => [foldedWord(word), key] as const,
        ),
      ).reverse(),
    ),
    values: new Map(Object.entries(CLOSED).map(([key, list]) => [key, listWords(list())])),
    regions: regionsIn(currentLanguage()),
  };
}

type Listed = readonly (readonly [word: string, ...values: string[]])[];

/** By key: each word, and what it means; codes mean themselves. */
const CLOSED: Readonly<Record<string, () => Listed>> = {
  stage: () => [
    [t("value.open"), ...OPEN_STAGES],
    ...STAGES.map((one) => [domain(`stage.${one}`), one] as const),
  ],
  priority: () => PRIORITIES.map((one) => [String(one), String(one)] as const),
  kind: () => CONTRIBUTION_KINDS.map((one) => [domain(`contributionKind.${one}`), one] as const),
  area: () => DOMAINS.map((one) => [domain(`domain.${one}`), one] as const),
  missing: () => UNRESOLVED_CODES.map((one) => [domain(`code.${one}`), one] as const),
  open: () => COUNTED_CLASSES.map((one) => [domain(`class.${one}`), one] as const),
  owner: () => [
    [t("value.me"), ME],
    [t("value.nobody"), NOBODY],
  ],
  waits: () => [[t("value.any"), ANYTHING]],
  age: () => [[t("value.never"), "none"]],
  due: () => [
    [t("value.late"), "<0"],
    [t("value.today"), "0"],
    [t("value.none"), "none"],
  ],
};

function listWords(list: Listed) {
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
  const free = FREE[key]?.(word, regions) ?? null;
  return free === null ? null : [free];
}

/** Keys whose values are no closed list. */
const FREE: Readonly<Record<string, (word: string, regions: Words["regions"]) => string | null>> = {
  who: (word, regions) =>
    regions.get(foldedWord(word)) ??
    (/^\p{ASCII}{2,4}$/u.test(word) && /^[a-z]+$/i.test(word) ? word.toUpperCase() : null),
  owner: (word) => (/^[^\s,@]+@[^\s,@]+$/u.test(word) ? word : null),
  waits: (word) => {
    const [upper, code] = [word.toUpperCase(), foldedWord(word).toUpperCase().replaceAll("-", "_")];
    return [word, upper, code].find((one) => leafNamed(one) !== null) ?? null;
  },
  age: (word) => (daysAsked(word) === null ? null : word),
  due: (word) => (daysAsked(word) === null ? null : word),
};

const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  who: ["FR", "DE", "UA", "EU"],
  waits: ["US-4-001"],
  age: [">30", ">90", "30..60"],
  due: ["<7", "<30"],
};

const nameOf = (key: string, value: string, language: Language): string => {
  if (key !== "who" || value.length !== 2) return value;
  const name = new Intl.DisplayNames(language, { type: "region", fallback: "none" }).of(value);
  return name !== undefined && regionsIn(language).get(foldedWord(name)) === value ? name : value;
};

const regions = new Map<Language, Map<string, string>>();

/** Every state's name, and its code. */
function regionsIn(language: Language): Map<string, string> {
  const known = regions.get(language);
  if (known) return known;
  const names = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
  const found = new Map<string, string>();
  for (const first of LETTERS)
    for (const second of LETTERS) {
      const name = names.of(first + second);
      if (name !== undefined && !found.has(foldedWord(name))) found.set(foldedWord(name), first + second);
    }
  regions.set(language, found);
  return found;
}

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const KEYS = Object.keys(PLEDGE_KEYS) as PledgeKeyWord[];
