// The number that begins at a place of a text: in digits, in words, or both, "1.5 million", "six thousand", "deux
// milliards et demi".
import { type CellRead, quotedCell, read, unread } from "../cells/cell";
import { Cursor } from "./cursor";
import { ONE, decimalIn, fixed, type Fixed } from "./digits";
import { ENGLISH_NUMERALS } from "./english";
import { FRENCH_NUMERALS } from "./french";
import type { NumeralWords } from "./numeral-words";
import { SHORT_SCALES } from "./scales";
import type { TextToken } from "./tokens";
import { UKRAINIAN_NUMERALS } from "./ukrainian";

export interface Numeral {
  value: Fixed;
  /** The token after it. */
  end: number;
  /** The multiplier of its last part, and how many of it: "two to three thousand". */
  scale: Fixed;
  lead: Fixed;
  /** Neither words nor abbreviations. */
  isDigits: boolean;
  isWritten: boolean;
  /** Approximate without a qualifier: "une centaine". */
  isLoose: boolean;
  /** A number only after a qualifier such as "up to" or "about". */
  asksQualifier: boolean;
  /** Its scale is a separate letter, which may also mean metres. */
  hasLetter: boolean;
}

const LANGUAGES = [ENGLISH_NUMERALS, FRENCH_NUMERALS, UKRAINIAN_NUMERALS];

/** The longest reading of any language; null: no number begins here, or its digits are invalid. */
export function numeralAt(tokens: readonly TextToken[], at: number): CellRead<Numeral> | null {
  const token = tokens[at];
  if (!token || !(isNumeral(token) || ARTICLES.has(token.key))) return null;
  let best: CellRead<Numeral> | null = null;
  for (const language of LANGUAGES) {
    const found = numeralIn(language, tokens, at);
    if (!found) continue;
    if (!found.ok) return found;
    if (!best?.ok || found.value.end > best.value.end) best = found;
  }
  return best;
}

/** Whether numbers can contain this token. */
export const isNumeral = (token: TextToken | undefined): boolean =>
  token !== undefined && (token.is === "number" || NUMERALS.has(token.key));

const NUMERALS = new Set(
  LANGUAGES.flatMap(({ words, scales, groups, whole, vague }) => [
    ...words,
    ...Object.keys(scales),
    ...Object.keys(groups),
    ...Object.keys(whole),
    ...vague,
  ]).concat("half", "чверть", "пів", "півтора", "півтори"),
);

const ARTICLES = new Set(
  "a an un une one один одна одне одну одного однієї одної одному одній одним однією".split(" "),
);

interface Part {
  value: Fixed;
  isDigits: boolean;
  mayBeFraction: boolean;
}

function numeralIn(
  language: NumeralWords,
  tokens: readonly TextToken[],
  at: number,
): CellRead<Numeral> | null {
  const words = new Cursor(tokens, at);
  const all = { value: 0n, end: at, scale: ONE, lead: 0n, isWritten: false };
  const loose = { isDigits: true, isLoose: false, asksQualifier: false, hasLetter: false };
  let limit: Fixed | null = null;
  for (;;) {
    const before = words.at;
    const lead = leadIn(language, words, before === at);
    if (lead && !lead.ok) return before === at ? lead : null;
    const bare = lead ? null : bareIn(language, words);
    const part: Part | null = lead ? lead.value : bare ? { ...WRITTEN, value: ONE } : null;
    if (!part) break;
    const hasHalf = language.andHalf(words);
    const count = part.value + (hasHalf ? ONE / 2n : 0n);
    const scale = scaleIn(language, words, part.isDigits);
    const by = scale?.by ?? ONE;
    if (part.mayBeFraction && scale)
      return unread("ambiguous-number", { text: quotedCell(tokens[before]?.text ?? "") });
    const isPart = limit === null || (by < limit && (scale !== null || (!part.isDigits && count < limit)));
    if (!isPart || (!part.isDigits && (count * by) / ONE < ONE)) {
      words.at = before;
      break;
    }
    const plusHalf = scale && !hasHalf && language.andHalf(words) ? by / 2n : 0n;
    all.value += (count * by) / ONE + plusHalf;
    Object.assign(all, ratioOf(count, by, part.isDigits), { end: words.at });
    all.isWritten ||= !part.isDigits;
    loose.isDigits &&= part.isDigits && scale === null;
    loose.isLoose ||= scale?.isLoose ?? false;
    loose.asksQualifier ||= bare === "qualified";
    loose.hasLetter ||= scale?.isLetter ?? false;
    if (scale === null || scale.isGroup) break;
    limit = by;
  }
  return all.end === at ? null : read({ ...all, ...loose });
}

/** "three hundred" is three times a hundred, so "two to" before it counts hundreds. */
const ratioOf = (count: Fixed, by: Fixed, isDigits: boolean): Pick<Numeral, "scale" | "lead"> =>
  by === ONE && !isDigits && count % (100n * ONE) === 0n
    ? { scale: 100n * ONE, lead: count / 100n }
    : { scale: by, lead: count };

const WRITTEN = { isDigits: false, mayBeFraction: false };

function leadIn(language: NumeralWords, words: Cursor, isFirst: boolean): CellRead<Part> | null {
  const token = words.tokens[words.at];
  if (token?.is === "number") {
    const decimal = decimalIn(token.text);
    words.at += 1;
    return decimal.ok ? read({ ...decimal.value, isDigits: true }) : decimal;
  }
  const written = (value: Fixed): CellRead<Part> => read({ ...WRITTEN, value });
  const hundredths = language.fraction(words);
  if (hundredths !== null) return written(fixed(hundredths) / 100n);
  const value =
    words.take(language.whole) ?? (isFirst ? language.one(words) : null) ?? language.belowThousand(words);
  return value === null ? null : written(fixed(value));
}

function bareIn({ bare, scales, groups }: NumeralWords, words: Cursor): "alone" | "qualified" | null {
  const { key } = words;
  return key in scales || key in groups ? (Object.hasOwn(bare, key) ? (bare[key] ?? null) : null) : null;
}

interface Scale {
  by: Fixed;
  isGroup: boolean;
  isLoose: boolean;
  isLetter: boolean;
}

function scaleIn(language: NumeralWords, words: Cursor, isDigits: boolean): Scale | null {
  const { key, at: from } = words;
  const scale = words.take(language.scales) ?? (isDigits ? words.take(SHORT_SCALES) : null);
  if (scale !== null) {
    // "тис.", "млн.": the full stop belongs to the abbreviation if the sentence continues.
    const [point, next] = words.tokens.slice(words.at, words.at + 2);
    if (isAbbreviated(key) && point?.key === "." && point.glued && next && /^[\p{Ll}\p{Sc}]/u.test(next.text))
      words.at += 1;
    const isLetter = key.length === 1 && words.tokens[from]?.glued === false;
    return { by: fixed(scale), isGroup: false, isLoose: false, isLetter };
  }
  const group = Object.hasOwn(language.groups, key) ? language.groups[key] : undefined;
  if (!group || !words.takes(key)) return null;
  return { by: fixed(group.size), isGroup: true, isLoose: group.isLoose, isLetter: false };
}

const isAbbreviated = (key: string): boolean => key.length <= 4 && !/^(?:mille|mil)$/.test(key);
