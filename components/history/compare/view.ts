import { viewHref } from "@/components/ui/address/view-href";

export interface CompareView {
  reference: string;
  /** As in the address. */
  from: string;
  to: string | null;
  /** Only fields that differ. */
  only: boolean;
}

export const compareHref = ({ reference, from, to, only }: CompareView): string =>
  viewHref(`/pledges/${reference}/compare`, { from, to, show: only ? "differences" : null });
