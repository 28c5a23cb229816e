import type { CursorKey } from "./cursor";
import { readWords } from "./typed-terms";

export const PAGE_LIMIT = 50;
export const LARGEST_LIMIT = 200;
/** Totals are exact up to this many rows; beyond it, "or more". */
export const COUNTED_TO = 1_000;

/** The value for "no owner" in filters and groups. */
export const NOBODY = "none";

/** The value for the reader in filters. */
export const ME = "me";

/** The filter value for pledges that wait for anything at all. */
export const ANYTHING = "any";

/** An order as the parameter writes it. */
export const orderOf = ({ sort, turned }: { sort: string; turned: boolean }): string =>
  turned ? `-${sort}` : sort;

/** A row must match each of the words; quotes hold several together. */
export const searchWords = (q: string | null): string[] => readWords(q ?? "");

export interface Paged {
  /** The key of the last row already seen. */
  after: CursorKey | null;
  limit: number;
}

/** `next` is the cursor of the next page. */
export interface Listed<T> {
  items: T[];
  next: string | null;
  total: number;
  /** The total stopped counting at COUNTED_TO. */
  capped: boolean;
}

/** Expects one row more than the limit: the extra row shows that another page follows. */
export function listed<T>(
  found: readonly T[],
  limit: number,
  total: number,
  cursorAfter: (last: T) => string,
): Listed<T> {
  const items = found.slice(0, limit);
  const last = found.length > items.length ? items.at(-1) : undefined;
  return { items, next: last === undefined ? null : cursorAfter(last), ...countedTo(total) };
}

/** Rows beyond COUNTED_TO aren't counted. */
export const countedTo = (total: number): Pick<Listed<never>, "total" | "capped"> => ({
  total: Math.min(total, COUNTED_TO),
  capped: total > COUNTED_TO,
});

/** Texts by their code units, as the database orders them. */
export const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** For comparison: without accents, in lower case, with punctuation as a space. */
export const plainWords = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The values of `stage:DECLINED,owner:none`, by list. */
export const leftOutByList = (text: string): [name: string, values: string[]][] => {
  const items = text.split(",").map((item) => item.split(":"));
  return [...groupedBy(items, ([name = ""]) => name)].map(([name, all]) => [
    name,
    all.map(([, ...value]) => value.join(":")),
  ]);
};

/** For a filter's list: an empty one admits everything. */
export const isAmong = <T>(list: readonly T[], value: T): boolean =>
  list.length === 0 || list.includes(value);

/** By key, in the order given. */
export const groupedBy = <T, K>(all: Iterable<T>, keyOf: (one: T) => K): Map<K, T[]> =>
  groupedByEach(all, (one) => [keyOf(one)]);

/** The same for those that may have several keys, or none. */
export function groupedByEach<T, K>(all: Iterable<T>, keysOf: (one: T) => readonly K[]): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all)
    for (const key of keysOf(one)) {
      const known = groups.get(key);
      if (known) known.push(one);
      else groups.set(key, [one]);
    }
  return groups;
}
