// Amounts in columns, each by unit or currency. Stages are never added up, nor different units or currencies. Amounts
// without a number are counted separately.
import { addAmounts } from "../base/amount";
import { UNITS, type QuantityKind, type Unit } from "../pledge/quantity";
import type { LadderStage } from "../pledge/stages";

/** Set aside, delivered by each definition, and confirmed: parts of what is pledged, hence a separate table. */
export const DELIVERED_COLUMNS = [
  "SET_ASIDE",
  "LEFT_ORIGIN",
  "HANDED_OVER",
  "ACCEPTED_BY_RECIPIENT",
  "CONFIRMED",
] as const;
export type DeliveredColumn = (typeof DELIVERED_COLUMNS)[number];
export type AmountColumn = LadderStage | DeliveredColumn;

/** Contributions in the same column and measure. */
export interface AmountGroup<C extends AmountColumn = AmountColumn> {
  column: C;
  /** A unit, or the code of a currency; null: no unit is named. */
  measure: string | null;
  of: "unit" | "currency";
  kind: QuantityKind;
  /** Sums of the lower and the upper ends; null: no number, or no upper end. */
  low: string | null;
  high: string | null;
  lines: number;
}

/** One column in one measure. */
export interface AmountSide {
  low: string;
  /** Null: no upper end. */
  high: string | null;
  /** Part of it is approximate. */
  about: boolean;
  /** Contributions with a number, without one, and with a sealed one. */
  numbered: number;
  unnumbered: number;
  sealed: number;
}

export interface AmountRow<C extends AmountColumn> {
  measure: string | null;
  of: "unit" | "currency";
  sides: Partial<Record<C, AmountSide>>;
}

export function sideBySide<C extends AmountColumn>(amounts: readonly AmountGroup<C>[]): AmountRow<C>[] {
  const rows = new Map<string, AmountRow<C>>();
  for (const one of amounts) {
    const { of, measure } = one;
    const row: AmountRow<C> = rows.get(`${of} ${measure}`) ?? { measure, of, sides: {} };
    row.sides[one.column] = together(row.sides[one.column] ?? NONE, one);
    rows.set(`${of} ${measure}`, row);
  }
  return [...rows.values()].sort((a, b) => place(a) - place(b) || compare(a.measure, b.measure));
}

/** The end of a row's scale: the highest number that one of its columns certainly reaches. */
export const scaleOf = <C extends AmountColumn>({ sides }: AmountRow<C>): number =>
  Math.max(
    0,
    ...Object.values<AmountSide | undefined>(sides).map((side) => Number(side?.high ?? side?.low ?? 0)),
  );

const NONE: AmountSide = { low: "0", high: "0", about: false, numbered: 0, unnumbered: 0, sealed: 0 };

function together(side: AmountSide, { kind, low, high, lines }: AmountGroup): AmountSide {
  if (kind === "SEALED") return { ...side, sealed: side.sealed + lines };
  if (low === null && high === null) return { ...side, unnumbered: side.unnumbered + lines };
  return {
    ...side,
    low: addAmounts(side.low, low ?? "0"),
    high: high === null || side.high === null ? null : addAmounts(side.high, high),
    about: side.about || kind === "APPROXIMATE",
    numbered: side.numbered + lines,
  };
}

/** Units in their order, currencies by code, and last what has no unit. */
const place = ({ measure, of }: AmountRow<AmountColumn>): number =>
  measure === null ? 1_000 : of === "currency" ? 100 : UNITS.indexOf(measure as Unit);

const compare = (a: string | null, b: string | null): number => ((a ?? "") < (b ?? "") ? -1 : 1);
