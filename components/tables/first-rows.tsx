import type { ReactNode } from "react";
import { translator } from "@/lib/i18n/translator";
import { Fold } from "@/components/ui/fold/fold";

const t = translator("tables");

interface Props<Row> {
  rows: readonly Row[];
  most: number;
  /** Draws some of the rows. */
  children: (rows: readonly Row[]) => ReactNode;
}

/** The first rows; the others are folded below them, under their number. */
export function FirstRows<Row>({ rows, most, children }: Props<Row>) {
  const others = rows.slice(most);
  // A fold for one row would be as tall as the row.
  if (others.length < 2) return children(rows);
  return (
    <>
      {children(rows.slice(0, most))}
      <Fold className="mt-2" summary={t("moreRows", { count: others.length })}>
        {children(others)}
      </Fold>
    </>
  );
}
