// Figures, lists and the order of words as the reader writes them.
import { currentLocale } from "./reader";

/** "15,000", "15 000"; of a decimal as text no digit is lost. */
export const numberInWords = (value: number | `${number}`, options: Intl.NumberFormatOptions = {}): string =>
  kept(numbers, JSON.stringify(options), (locale) => new Intl.NumberFormat(locale, options)).format(value);

/** "France, Germany and Poland". */
export const listWords = (words: readonly string[]): string =>
  kept(lists, "", (locale) => new Intl.ListFormat(locale)).format(words);

/** To sort words by. */
export const inOrder = (a: string, b: string): number =>
  kept(orders, "", (locale) => new Intl.Collator(locale)).compare(a, b);

const numbers = new Map<string, Intl.NumberFormat>();
const lists = new Map<string, Intl.ListFormat>();
const orders = new Map<string, Intl.Collator>();

/** Making one is slow, using it is not; a page of figures uses one. */
function kept<T>(made: Map<string, T>, options: string, make: (locale: string) => T): T {
  const locale = currentLocale();
  const existing = made.get(`${locale} ${options}`);
  if (existing !== undefined) return existing;
  const fresh = make(locale);
  made.set(`${locale} ${options}`, fresh);
  return fresh;
}
