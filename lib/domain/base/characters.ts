// Characters of text from outside that nobody sees: copied from Word, a PDF or a page in Arabic, or put there to deceive.
// What is only in the way is left out where somebody types, imports or reads a document; the API refuses it.

/** Classes for regular expressions. These begin, isolate or end a direction of reading. */
export const DIRECTIONS = "\\u202a-\\u202c\\u2066-\\u2069";
/**
 * These turn even digits round: "0003" looks like 3000. They are never left out, since another number would be read, but
 * refused.
 */
export const OVERRIDES = "\\u202d\\u202e";
export const DIRECTION_MARKS = "\\u061c\\u200e\\u200f";
const ZERO_WIDTH = "\\u200b\\u2060\\ufeff";

const CONTROLS = new RegExp(`[^\\P{Cc}\\n\\t]|[${DIRECTIONS}\\ufeff]`, "gu");
const UNSEEN = new RegExp(`[${DIRECTIONS}${DIRECTION_MARKS}${ZERO_WIDTH}\\ufffe\\uffff]`, "gu");

/** Other kinds of line breaks become "\n". */
export const visibleText = (text: string): string =>
  text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n").replace(CONTROLS, "");

/** The same for a field of one line. */
export const visibleLine = (text: string): string => visibleText(text).replace(/[\n\t]/g, " ");

/** Leaves out all of these but overrides. Accents that they separated may then be piled up. */
export const withoutUnseen = (text: string): string => text.replace(UNSEEN, "");

/** PostgreSQL can't store NUL or a lone surrogate. */
export const printable = (text: string): string => text.replaceAll("\u0000", "\ufffd").toWellFormed();

/** The first character that is no text, as in "U+202E", and its place, from 1. */
export function refusedCharacter(text: string, refused: RegExp): { character: string; place: number } | null {
  const found = refused.exec(text);
  if (!found) return null;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return { character: `U+${code}`, place: Array.from(text.slice(0, found.index)).length + 1 };
}

/**
 * More accents on one letter than any language writes (UAX 15, stream-safe text). Composing a text takes time that grows
 * with the square of such a pile: text from outside is checked before anything composes it.
 */
const PILE = /(\p{M}{30})\p{M}+/gu;

export const hasPiledMarks = (text: string): boolean => text.search(PILE) >= 0;

export const withoutPiledMarks = (text: string): string => text.replace(PILE, "$1");
