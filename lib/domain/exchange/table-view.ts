// A view as it is taken away: its rows in batches, as they come, and what has to be said of them.
import type { Instant } from "../base/day";

export interface TableView<In> {
  rows: AsyncIterable<readonly In[]>;
  /** The moment whose record it is. */
  asOf: Instant;
  marking: string;
  /** Less than all there is was asked for. */
  narrowed: boolean;
}

/** What is at hand already, as a view reads it. */
export async function* atOnce<In>(rows: readonly In[]): AsyncGenerator<readonly In[]> {
  yield rows;
}

/** `pledges-as-of-2026-02-25T090000Z`, `pledges-filtered-as-of-…`: what it holds, and of when, in a name any system takes. */
export function fileNameOf(
  table: string,
  { asOf, narrowed }: Pick<TableView<never>, "asOf" | "narrowed">,
): string {
  const moment = asOf.replace(/\.\d+Z$/, "Z").replaceAll(":", "");
  return `${table}${narrowed ? "-filtered" : ""}-as-of-${moment}`;
}

/** Whether anything is asked for: values that are left out are empty lists, null, or "without". */
export const asksForLess = (asked: Readonly<Record<string, unknown>>): boolean =>
  Object.values(asked).some((value) =>
    Array.isArray(value) ? value.length > 0 : value !== null && value !== "without",
  );
