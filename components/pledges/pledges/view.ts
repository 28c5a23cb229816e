import { viewHref, type ViewValues } from "@/components/ui/address/view-href";
import { orderOf } from "@/lib/domain/base/listing";
import type { PledgeFilter, PledgeSort } from "@/lib/domain/details/pledge-filter";

export type PledgesView = Omit<PledgeFilter, "after" | "limit">;

export const pledgesHref = (view: PledgesView, cursor?: string): string =>
  viewHref("/pledges", { ...pledgesViewValues(view), cursor });

export const pledgesCsvHref = (view: PledgesView): string =>
  viewHref("/api/v1/pledges.csv", pledgesViewValues(view));

export const hasPledgesFilter = ({
  sort: _sort,
  turned: _turned,
  voided,
  q,
  ...lists
}: PledgesView): boolean =>
  voided !== "without" || q !== null || Object.values(lists).some((list) => list.length > 0);

/** Sorted by another column; by the current one, in reverse. */
export function pledgesSortedBy(view: PledgesView, sort: PledgeSort): PledgesView {
  return { ...view, sort, turned: view.sort === sort ? !view.turned : MOST_FIRST.includes(sort) };
}

/** Descending first: the latest, the most. */
const MOST_FIRST: readonly PledgeSort[] = ["updatedAt", "unresolved"];

/** As the address has them. */
export function pledgesViewValues({ sort, turned, voided, ...filter }: PledgesView): ViewValues {
  const order = orderOf({ sort, turned });
  return {
    ...filter,
    voided: voided === "without" ? null : voided,
    sort: order === "reference" ? null : order,
  };
}
