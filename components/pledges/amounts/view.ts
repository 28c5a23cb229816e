import { viewHref } from "@/components/ui/address/view-href";
import { isPriority, type Priority } from "@/lib/domain/base/priority";
import { UNITS } from "@/lib/domain/pledge/quantity";
import { DELIVERED_COLUMNS, type AmountColumn } from "@/lib/domain/requirements/side-by-side";
import { LADDER } from "@/lib/domain/pledge/stages";

export interface AmountFigure {
  column: AmountColumn;
  /** A unit or a currency code; null where none is named. */
  measure: string | null;
  of: "unit" | "currency";
}

export interface AmountsView {
  priority: Priority;
  figure: AmountFigure | null;
}

/** The deterrent force, as on the map. */
const FIRST: Priority = 3;

export function readAmountsView(
  priority: string | null,
  column: string | null,
  measure: string | null,
): AmountsView {
  const asked = Number(priority);
  const one = isPriority(asked) ? asked : FIRST;
  const found = COLUMNS.find((known) => known === column);
  return { priority: one, figure: found === undefined ? null : figureOf(found, measure ?? "") };
}

export const amountsHref = ({ priority, figure }: AmountsView): string =>
  viewHref(
    "/coverage/stages",
    { priority, column: figure?.column, in: figure ? (figure.measure ?? NO_UNIT) : null },
    figure ? "lines" : undefined,
  );

export const isFigure = (a: AmountFigure | null, b: AmountFigure): boolean =>
  a !== null && a.column === b.column && a.measure === b.measure && a.of === b.of;

function figureOf(column: AmountColumn, measure: string): AmountFigure | null {
  if (measure === NO_UNIT) return { column, measure: null, of: "unit" };
  if ((UNITS as readonly string[]).includes(measure)) return { column, measure, of: "unit" };
  return /^[A-Z]{3}$/.test(measure) ? { column, measure, of: "currency" } : null;
}

/** No unit and no currency has this name. */
const NO_UNIT = "none";
const COLUMNS: readonly AmountColumn[] = [...LADDER, ...DELIVERED_COLUMNS];
