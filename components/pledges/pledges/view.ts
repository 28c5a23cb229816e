import { viewHref, type ViewValues } from "@/components/ui/address/view-href";
import { dayRangeText } from "@/lib/domain/details/day-range";
import { asksForLess } from "@/lib/domain/exchange/table-view";
import { leftOutText } from "@/lib/schema/typed";
import { layoutValues, USUAL_LAYOUT, type PledgesLayout } from "./layout";
import { orderOf } from "@/lib/domain/base/listing";
import type { PledgeFilter, PledgeSort } from "@/lib/domain/details/pledge-filter";

export type PledgesView = Omit<PledgeFilter, "after" | "limit"> & { layout?: PledgesLayout };

export const pledgesHref = (view: PledgesView, cursor?: string): string =>
  viewHref("/pledges", {
    ...pledgesViewValues(view),
    ...layoutValues(view.layout ?? USUAL_LAYOUT),
    cursor,
  });

export const pledgesCsvHref = (view: PledgesView): string =>
  viewHref("/api/v1/pledges.csv", pledgesViewValues(view));

export const hasPledgesFilter = ({
  sort: _sort,
  turned: _turned,
  layout: _layout,
  ...asked
}: PledgesView): boolean => asksForLess(asked);

/** Sorted by another column; by the current one, in reverse. */
export function pledgesSortedBy(view: PledgesView, sort: PledgeSort): PledgesView {
  return { ...view, sort, turned: view.sort === sort ? !view.turned : MOST_FIRST.includes(sort) };
}

/** Descending first: the latest, the most. */
const MOST_FIRST: readonly PledgeSort[] = ["updatedAt", "unresolved"];

/** As the address has them. */
export function pledgesViewValues({
  sort,
  turned,
  voided,
  not,
  age,
  due,
  layout: _layout,
  ...filter
}: PledgesView): ViewValues {
  const order = orderOf({ sort, turned });
  return {
    ...filter,
    not: leftOutText(not ?? {}),
    age: age ? dayRangeText(age) : null,
    due: due ? dayRangeText(due) : null,
    voided: voided === "without" ? null : voided,
    sort: order === "reference" ? null : order,
  };
}
