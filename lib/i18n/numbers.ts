// Figures, lists and sorting in the reader's language.
import { currentLocale } from "./reader";

/** "15,000", "15 000"; a decimal given as text keeps every digit. */
export const numberInWords = (value: number | `${number}`, options: Intl.NumberFormatOptions = {}): string =>
  cached(numbers, JSON.stringify(options), (locale) => new Intl.NumberFormat(locale, options)).format(value);

/** "200,000,000", "0.50": an exact amount, with cents only where there are any. */
export const exactInWords = (amount: string): string => numberInWords(amount as `${number}`, centsOf(amount));

export function centsOf(amount: string): Intl.NumberFormatOptions & { maximumFractionDigits: number } {
  const [, cents = ""] = amount.split(".");
  const digits = /[1-9]/.test(cents) ? cents.length : 0;
  return { minimumFractionDigits: digits, maximumFractionDigits: digits };
}

/** Round millions in short: "2bn", "1,5 Md"; what would lose a digit in full. */
export function shortNumberInWords(
  value: number | `${number}`,
  options: Intl.NumberFormatOptions = {},
): string {
  const size = Number(value);
  const unit = size < 1e9 ? 1e6 : 1e9;
  if (size < unit || size >= 1e12 || size % (unit / 1000) !== 0) return numberInWords(value, options);
  return numberInWords(value, { notation: "compact", maximumFractionDigits: 3 });
}

/** "France, Germany and Poland". */
export const listWords = (words: readonly string[]): string =>
  cached(lists, "", (locale) => new Intl.ListFormat(locale)).format(words);

/** "in 5 days", "2 days ago"; if `numeric` is "auto" also "tomorrow" and "now". */
export const relativeWords = (
  value: number,
  unit: Intl.RelativeTimeFormatUnit,
  numeric: "auto" | "always",
): string =>
  cached(relatives, numeric, (locale) => new Intl.RelativeTimeFormat(locale, { numeric })).format(
    value,
    unit,
  );

/** A comparator for sorting words. */
export const inOrder = (a: string, b: string): number =>
  cached(orders, "", (locale) => new Intl.Collator(locale)).compare(a, b);

const numbers = new Map<string, Intl.NumberFormat>();
const lists = new Map<string, Intl.ListFormat>();
const orders = new Map<string, Intl.Collator>();
const relatives = new Map<string, Intl.RelativeTimeFormat>();

/** Caches formatters: constructing one is slow, using it isn't. */
function cached<T>(made: Map<string, T>, options: string, make: (locale: string) => T): T {
  const locale = currentLocale();
  const existing = made.get(`${locale} ${options}`);
  if (existing !== undefined) return existing;
  const fresh = make(locale);
  made.set(`${locale} ${options}`, fresh);
  return fresh;
}
