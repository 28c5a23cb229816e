// A list in pages: what one asks for, and what comes back.
import type { CursorKey } from "./cursor";

export const PAGE_LIMIT = 50;
export const LARGEST_LIMIT = 200;
/** Totals are exact up to this many rows, then say "or more". */
export const COUNTED_TO = 1_000;

/** Stands for "nobody" where an owner is asked for or grouped by. */
export const NOBODY = "none";

/** Stands for all there is to wait for, where pledges are asked for by what they wait for. */
export const ANYTHING = "any";

/** A search asks for each of its words. */
export const searchWords = (q: string | null): string[] => (q ?? "").split(/\s+/).filter(Boolean);

export interface Paged {
  /** The key of the last row already seen. */
  after: CursorKey | null;
  limit: number;
}

/** A page of a list. `next` is the cursor of the page after it. */
export interface Listed<T> {
  items: T[];
  next: string | null;
  total: number;
  /** The total stopped counting at COUNTED_TO. */
  capped: boolean;
}

/** The page of a list that asked for one row more than its limit: that one tells that another page follows. */
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

/** A total as it is told: beyond COUNTED_TO nobody counts. */
export const countedTo = (total: number): Pick<Listed<never>, "total" | "capped"> => ({
  total: Math.min(total, COUNTED_TO),
  capped: total > COUNTED_TO,
});
