// Text copied from Word, a PDF or a page in Arabic brings characters along that nobody sees. They are left out where
// somebody types or imports; the API refuses them.

/**
 * Other kinds of line breaks become "\n". What overrides the direction of reading stays, and is refused: without it,
 * another number would be read.
 */
export const visibleText = (text: string): string =>
  text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n")
    .replace(/[^\P{Cc}\n\t]|[\u202a-\u202c\u2066-\u2069\ufeff]/gu, "");

/** The same for a field of one line. */
export const visibleLine = (text: string): string => visibleText(text).replace(/[\n\t]/g, " ");

/** PostgreSQL can't store NUL or a lone surrogate. */
export const printable = (text: string): string => text.replaceAll("\u0000", "\ufffd").toWellFormed();

/** The first character that is no text, as in "U+202E", and its place, from 1. */
export function refusedCharacter(text: string, refused: RegExp): { character: string; place: number } | null {
  const found = refused.exec(text);
  if (!found) return null;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return { character: `U+${code}`, place: Array.from(text.slice(0, found.index)).length + 1 };
}
