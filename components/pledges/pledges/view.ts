// The view of the list: what its address says.
import { viewHref, type ViewValues } from "@/components/ui/address/view-href";
import type { PledgeFilter, PledgeSort } from "@/lib/domain/details/pledge-filter";

export type PledgesView = Omit<PledgeFilter, "after" | "limit">;

export const pledgesHref = (view: PledgesView, cursor?: string): string =>
  viewHref("/pledges", { ...valuesOf(view), cursor });

/** The same rows as CSV. */
export const pledgesCsvHref = (view: PledgesView): string => viewHref("/api/v1/pledges.csv", valuesOf(view));

/** Narrowed to less than all pledges? */
export const hasPledgesFilter = ({
  sort: _sort,
  turned: _turned,
  voided,
  q,
  ...lists
}: PledgesView): boolean =>
  voided !== "without" || q !== null || Object.values(lists).some((list) => list.length > 0);

/** The same rows by another column; by the one they stand in, the other way round. */
export function pledgesSortedBy(view: PledgesView, sort: PledgeSort): PledgesView {
  return { ...view, sort, turned: view.sort === sort ? !view.turned : MOST_FIRST.includes(sort) };
}

/** What one wants to see at the top first: the latest, the most. */
const MOST_FIRST: readonly PledgeSort[] = ["updatedAt", "unresolved"];

function valuesOf({ sort, turned, voided, ...filter }: PledgesView): ViewValues {
  const order = turned ? `-${sort}` : sort;
  return {
    ...filter,
    voided: voided === "without" ? null : voided,
    sort: order === "reference" ? null : order,
  };
}
