// The tables of words as patterns, and which of them a sentence is read by.
import type { Language } from "../../base/language";
import { whole } from "../language-rules";
import type { CueWords } from "./words/cue-words";
import { ENGLISH_CUES } from "./words/english";
import { FRENCH_CUES } from "./words/french";
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

export interface Tongue {
  language: Language;
  /** In order of precedence, where two match the same words. */
  cues: readonly (readonly [CueKind, RegExp])[];
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
  /** Behind an adjective of nationality, and before one. */
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
  String.raw`(?:${by})(?:(?: |(?<=[ '])|, [^,;.:]{1,100}, )(?:${between}))*`.replace(")*", "){0,3}") +
  String.raw`(?: |(?<=[ '])|, [^,;.:]{1,100}, )(?:${verbs})`;

/** Behind a verb's bare form, which could be a noun as well. */
const OBJECT = String.raw`(?= (?:the|an?|up|some|its|their|our|at|more|about|around|in|part|another|additional|further|over|nearly|les?|la|une?|des|du|de|jusqu|ses|leurs?|nos|\p{Script=Cyrillic}|\p{Lu}|\d|[$£€]|l'|d'))`;
const ANY_ARTICLE = String.raw`(?:the |les? |la |l'|our |its |nos |ses |своїм\p{L}* )?`;

const tongueOf = (language: Language, words: CueWords): Tongue => ({
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
    .map(([kind, pattern]): readonly [CueKind, RegExp] => [kind, whole(pattern)])
    .concat([["AND", new RegExp(`(?:${words.and})(?:${words.verbs})(?![\\p{L}])${OBJECT}`, "gu")]]),
  joins: new RegExp(words.joins, "giu"),
  we: whole(words.we),
  weForm: new RegExp(words.weForm, "iu"),
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
      [does, new RegExp(String.raw`(?<![\p{L}])(?:${by})(?: (?:${words.between}))*\s*:$`, "iu")] as const,
  ),
  strangers: whole(words.strangers),
  officeAfter: new RegExp(String.raw`^(?: |-)(?:\p{L}+ ){0,2}(?:${words.offices})`, "iu"),
  officeBefore: new RegExp(String.raw`(?<![\p{L}])(?:${words.offices})\p{L}*(?: \p{L}+)? $`, "iu"),
  preposition: new RegExp(String.raw`(?<![\p{L}])(?:${words.prepositions})(?: |(?<='))${ANY_ARTICLE}$`, "iu"),
  togetherWith: new RegExp(
    String.raw`(?<![\p{L}])(?:together|jointly|along|ensemble|conjointement|de concert|разом|спільно) (?:with|avec|з|із|зі) ${ANY_ARTICLE}$`,
    "iu",
  ),
  behalf: new RegExp(String.raw`(?<![\p{L}])(?:${words.behalf}) ?${ANY_ARTICLE}$`, "iu"),
  nameJoin: new RegExp(String.raw`^(?:${words.nameJoins})$`, "iu"),
  together: whole(words.together),
  each: whole(words.each),
  respectively: whole(words.respectively),
  history: whole(words.history),
});

export const TONGUES: Readonly<Record<Language, Tongue>> = {
  en: tongueOf("en", ENGLISH_CUES),
  fr: tongueOf("fr", FRENCH_CUES),
  uk: tongueOf("uk", UKRAINIAN_CUES),
};

/** By its letters, then by its small words; where these don't say, the text's own. */
export function tongueIn(words: string, languages: readonly Language[]): Tongue {
  const cyrillic = words.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  if (cyrillic * 2 > words.length / 2) return TONGUES.uk;
  const english = words.match(ENGLISH)?.length ?? 0;
  const french = words.match(FRENCH)?.length ?? 0;
  if (english !== french) return english > french ? TONGUES.en : TONGUES.fr;
  return TONGUES[languages.find((one) => one !== "uk") ?? "en"];
}

const ENGLISH =
  /(?<![\p{L}])(?:the|of|and|to|will|with|for|by|is|are|we|our|its|has|have|that|from)(?![\p{L}'])/giu;
const FRENCH =
  /(?<![\p{L}])(?:le|la|les|l|des|du|et|une?|de|nous|pour|par|avec|sera|seront|est|sont|dans|ses|son|notre|d|au|aux|en)(?![\p{L}])/giu;
