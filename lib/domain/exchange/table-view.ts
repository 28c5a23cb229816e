// A view for download: its rows in batches as they arrive, with its metadata.
import type { Instant } from "../base/day";

export interface TableView<In> {
  rows: AsyncIterable<readonly In[]>;
  /** The moment of the record. */
  asOf: Instant;
  marking: string;
  /** A filter left rows out. */
  narrowed: boolean;
}

/** Rows already loaded, as one batch. */
export async function* atOnce<In>(rows: readonly In[]): AsyncGenerator<readonly In[]> {
  yield rows;
}

/** `pledges-as-of-2026-02-25T090000Z`, `pledges-filtered-as-of-…`: content and moment, in characters every system allows. */
export function fileNameOf(
  table: string,
  { asOf, narrowed }: Pick<TableView<never>, "asOf" | "narrowed">,
): string {
  const moment = asOf.replace(/\.\d+Z$/, "Z").replaceAll(":", "");
  return `${table}${narrowed ? "-filtered" : ""}-as-of-${moment}`;
}

/** Whether a filter is set. Empty lists and objects, null and "without" don't filter. */
export const asksForLess = (asked: Readonly<Record<string, unknown>>): boolean =>
  Object.values(asked).some((value) =>
    typeof value === "object" && value !== null
      ? Object.keys(value).length > 0
      : value !== null && value !== "without",
  );
