// Text that a spreadsheet would run as a formula gets an apostrophe in our own tables, and loses it when it is read back.
// Where lists are separated by semicolons, a spreadsheet splits there too, and at line breaks inside quotes: text after
// such a place gets one as well.

/** A formula after apostrophes gets another one, so that each can be told from ours. */
export const guarded = (text: string): string =>
  `${FORMULA.test(text) ? "'" : ""}${inFormulas(text, (gap) => gap.replace(SEPARATOR, "$&'"))}`;

/** Restores guarded text. Apostrophes that no formula follows stay: 's Hertogenbosch, ''in quotes''. */
export function unguarded(cell: string): string {
  const text = inFormulas(cell, (gap) => gap.replace(GUARDED, "$1"));
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}

/** Full-width forms count: some spreadsheets treat them as the ordinary characters. */
const FORMULA = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;

/** Changes what is between a separator and the sign of a formula. A gap is read once, whatever follows: there may be thousands. */
const inFormulas = (text: string, change: (gap: string) => string): string =>
  text.replace(GAP, (gap, sign?: string) => (sign === undefined ? gap : change(gap)));

const GAP = /[;\t\r\n]['\s]*([=+\-@＝＋－＠])?/gu;
const SEPARATOR = /[;\t\r\n]/g;
const GUARDED = /([;\t\r\n])'/g;
