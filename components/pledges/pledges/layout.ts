// Which columns the reader wants, and how tall rows are: in the address, and so in saved views.
import type { RowHeight } from "@/components/ui/ledger/lines";

export const COLUMN_NAMES = [
  "who",
  "what",
  "stage",
  "amount",
  "open",
  "owner",
  "next",
  "confirmed",
  "window",
  "stated",
  "changed",
] as const;
export type PledgeColumn = (typeof COLUMN_NAMES)[number];

export const USUAL_COLUMNS: readonly PledgeColumn[] = [
  "who",
  "what",
  "stage",
  "amount",
  "open",
  "owner",
  "next",
  "confirmed",
];

export const ROW_HEIGHTS = ["comfortable", "normal", "dense"] as const satisfies readonly RowHeight[];

export interface PledgesLayout {
  columns: readonly PledgeColumn[];
  rows: RowHeight;
}

export const USUAL_LAYOUT: PledgesLayout = { columns: USUAL_COLUMNS, rows: "normal" };

type Given = string | readonly string[] | undefined;

/** From the address: in its order; names that are no column are left out, and none at all means the usual ones. */
export function layoutIn({ columns, rows }: { columns?: Given; rows?: Given }): PledgesLayout {
  const named = [columns ?? []].flat().join(",").split(",");
  const known = [...new Set(named)].flatMap((name) => COLUMN_NAMES.filter((one) => one === name));
  return {
    columns: known.length === 0 ? USUAL_COLUMNS : known,
    rows: ROW_HEIGHTS.find((one) => one === rows) ?? "normal",
  };
}

/** As the address has them; the usual ones are left out. */
export const layoutValues = ({ columns, rows }: PledgesLayout) => ({
  columns: columns.join() === USUAL_COLUMNS.join() ? null : columns,
  rows: rows === "normal" ? null : rows,
});
