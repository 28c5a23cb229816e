import { viewHref } from "@/components/ui/address/view-href";
import { isPriority, type Priority } from "@/lib/domain/base/priority";

export const ROW_ORDERS = ["unresolved", "name"] as const;
export type RowOrder = (typeof ROW_ORDERS)[number];

export interface CellPlace {
  participant: string;
  priority: Priority;
}

export interface CoverageView {
  order: RowOrder;
  cell: CellPlace | null;
}

export function coverageHref({ order, cell }: CoverageView): string {
  const name = cell && cellName(cell);
  return viewHref(
    "/coverage",
    { sort: order === "unresolved" ? null : order, cell: name },
    name ?? undefined,
  );
}

/** "FR-3": in addresses, and as the cell's id. */
export const cellName = ({ participant, priority }: { participant: string; priority: number }): string =>
  `${participant}-${priority}`;

export function readCoverageView(sort: string | null, cell: string | null): CoverageView {
  const [, participant, digit] = /^([A-Z]{2,4})-([1-5])$/.exec(cell ?? "") ?? [];
  const priority = Number(digit);
  return {
    order: sort === "name" ? "name" : "unresolved",
    cell: participant !== undefined && isPriority(priority) ? { participant, priority } : null,
  };
}
