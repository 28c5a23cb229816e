// The tables of words as patterns, and which of them a sentence is read by.
import type { Language } from "../../base/language";
import { europeanPattern, whole } from "../language-rules";
import type { CueWords } from "./words/cue-words";
import { ENGLISH_CUES } from "./words/english";
import { FRENCH_CUES } from "./words/french";
import { OPEN_VERBS } from "./words/open-verbs";
import { UKRAINIAN_CUES } from "./words/ukrainian";

export type CueKind =
  | "WILL"
  | "MAY"
  | "REFUSES"
  | "REPEATS"
  | "CONFIRMS"
  | "AS_BEFORE"
  | "ANNOUNCED"
  | "DONE"
  | "ASKS"
  | "AND"
  | "OTHER";

/** `isOpen`: the pattern accepts any verb, not only those of the tables, so other words must support it. */
export type CuePattern = readonly [kind: CueKind, pattern: RegExp, isOpen: boolean];

export interface Tongue {
  language: Language;
  /** In order of precedence, where two match the same words. */
  cues: readonly CuePattern[];
  joins: RegExp;
  we: RegExp;
  weForm: RegExp;
  same: RegExp;
  bothOf: RegExp;
  perhaps: RegExp;
  denies: RegExp;
  /** At the end of a line that opens a list: "Germany will:". */
  leads: readonly (readonly ["WILL" | "MAY" | "REFUSES", RegExp])[];
  strangers: RegExp;
  /** After an adjective of nationality, and before one. */
  officeAfter: RegExp;
  officeBefore: RegExp;
  preposition: RegExp;
  togetherWith: RegExp;
  behalf: RegExp;
  nameJoin: RegExp;
  together: RegExp;
  each: RegExp;
  respectively: RegExp;
  history: RegExp;
}

/** A modal, what may come between, perhaps an aside between commas, and a verb. */
const led = (by: string, { between, verbs }: CueWords): string =>
  String.raw`(?:${by})(?:(?: |(?<=[ '])|, [^,;.:]{1,100}, )(?:${between}))*` +
  String.raw`(?: |(?<=[ '])|, [^,;.:]{1,100}, )(?:${verbs})`;

/** After a verb's bare form, which could be a noun as well. */
const OBJECT = String.raw`(?= (?:the|an?|up|some|its|their|our|at|more|about|around|in|part(?!s)|another|additional|further|over|nearly|les?|la|une?|des|du|de|jusqu|ses|leurs?|nos|\p{Script=Cyrillic}|\p{Lu}|\d|[$£€]|l'|d'))`;
const ANY_ARTICLE = String.raw`(?:the |an? |une? |les? |la |l'|our |its |nos |ses |своїм\p{L}* )?`;

/** Not the "A" of "2A4"; but the end of "we're". */
const verb = (pattern: string): RegExp =>
  europeanPattern(
    String.raw`(?<![\p{L}\p{M}\d](?!'))(?:${pattern})(?![\p{L}\p{M}]|(?<=\p{L})\d|-\p{L}{4})`,
    "giu",
  );

function tongueOf(language: Language, words: CueWords): Tongue {
  const open = OPEN_VERBS[language];
  const anyVerb = { ...words, verbs: open.infinitive };
  return {
    language,
    cues: (
      [
        ["AS_BEFORE", words.asBefore],
        ["ANNOUNCED", words.announced],
        ["REFUSES", `${led(words.willNot, words)}|${words.refuses}`],
        ["MAY", `${led(words.may, words)}|${words.mays}`],
        ["WILL", led(words.will, words)],
        ["WILL", words.wills],
        ["REPEATS", words.repeats],
        ["CONFIRMS", words.confirms],
        ["DONE", words.done],
        ["ASKS", words.asks],
        ["OTHER", words.others],
      ] as const
    )
      .map(([kind, pattern]): CuePattern => [kind, verb(pattern), false])
      .concat([
        ["AND", europeanPattern(`(?:${words.and})(?:${words.verbs})(?![\\p{L}])${OBJECT}`, "gu"), false],
        ["REFUSES", verb(`${open.refuses}|${led(words.willNot, anyVerb)}`), true],
        ["MAY", verb(`${open.may}|${led(words.may, language === "en" ? words : anyVerb)}`), true],
        ["WILL", verb(`${open.will}|${led(words.will, anyVerb)}`), true],
      ]),
    joins: europeanPattern(words.joins, "giu"),
    we: whole(words.we),
    weForm: europeanPattern(words.weForm, "iu"),
    same: whole(words.same),
    bothOf: whole(words.bothOf),
    perhaps: whole(words.perhaps),
    denies: whole(words.denies),
    leads: (
      [
        ["REFUSES", words.willNot],
        ["WILL", words.will],
        ["MAY", words.may],
      ] as const
    ).map(
      ([does, by]) =>
        [
          does,
          europeanPattern(String.raw`(?<![\p{L}])(?:${by})(?: (?:${words.between}))*\s*:?$`, "iu"),
        ] as const,
    ),
    strangers: whole(words.strangers),
    officeAfter: europeanPattern(String.raw`^(?: |-)(?:\p{L}+ ){0,2}(?:${words.offices})`, "iu"),
    officeBefore: europeanPattern(String.raw`(?<![\p{L}])(?:${words.offices})\p{L}*(?: \p{L}+)? $`, "iu"),
    preposition: europeanPattern(
      String.raw`(?<![\p{L}])(?:${words.prepositions})(?: |(?<='))${ANY_ARTICLE}$`,
      "iu",
    ),
    togetherWith: europeanPattern(
      String.raw`(?<![\p{L}])(?:together|jointly|along|ensemble|conjointement|de concert|разом|спільно) (?:with|avec|з|із|зі) ${ANY_ARTICLE}$`,
      "iu",
    ),
    behalf: europeanPattern(String.raw`(?<![\p{L}])(?:${words.behalf}) ?${ANY_ARTICLE}$`, "iu"),
    nameJoin: europeanPattern(String.raw`^(?:${words.nameJoins})$`, "iu"),
    together: whole(words.together),
    each: whole(words.each),
    respectively: whole(words.respectively),
    history: whole(words.history),
  };
}

export const TONGUES: Readonly<Record<Language, Tongue>> = {
  en: tongueOf("en", ENGLISH_CUES),
  fr: tongueOf("fr", FRENCH_CUES),
  uk: tongueOf("uk", UKRAINIAN_CUES),
};

/** Of a sentence. */
export const tongueIn = (words: string, languages: readonly Language[]): Tongue =>
  TONGUES[languageOf(words, languages)];

/** By its letters, then by its small words; where these don't say, the text's own. */
export function languageOf(words: string, languages: readonly Language[]): Language {
  const cyrillic = words.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  if (cyrillic * 2 > words.length / 2) return "uk";
  const english = words.match(ENGLISH)?.length ?? 0;
  const french = words.match(FRENCH)?.length ?? 0;
  if (english !== french) return english > french ? "en" : "fr";
  return languages.find((one) => one !== "uk") ?? "en";
}

const ENGLISH =
  /(?<![\p{L}])(?:the|of|and|to|will|with|for|by|is|are|we|our|its|has|have|that|from)(?![\p{L}'])/giu;
const FRENCH =
  /(?<![\p{L}])(?:le|la|les|l|des|du|et|une?|de|nous|pour|par|avec|sera|seront|est|sont|dans|ses|son|notre|d|au|aux|en)(?![\p{L}])/giu;
