import { compareAmounts } from "@/lib/domain/base/amount";
import {
  DELIVERED_COLUMNS,
  type AmountColumn,
  type AmountSide,
  type DeliveredColumn,
} from "@/lib/domain/requirements/side-by-side";
import { exactInWords as figure } from "@/lib/i18n/numbers";
import { translator } from "@/lib/i18n/translator";

const t = translator("amounts");
const domain = translator("domain");

/** "people", "GBP"; "no unit" for null. */
export function measureWords(measure: string | null, of: "unit" | "currency"): string {
  if (measure === null) return t("noUnit");
  return of === "currency" ? measure : domain.ofCode("unit", measure, { n: 2 });
}

export const columnWords = (column: AmountColumn): string =>
  isDelivered(column) ? t(`column.${column}`) : domain(`stage.${column}`);

const isDelivered = (column: AmountColumn): column is DeliveredColumn =>
  DELIVERED_COLUMNS.some((one) => one === column);

/** "about 5,300", "5,300–7,000", "up to 250", "at least about 5,300"; null where no line says a number. */
export function amountFigureWords({ low, high, about, numbered }: AmountSide): string | null {
  if (numbered === 0) return null;
  const approximately = (number: string): string => (about ? t("number.about", { number }) : number);
  if (high === null) return t("number.atLeast", { low: approximately(figure(low)) });
  if (compareAmounts(low, "0") === 0 && compareAmounts(high, "0") > 0)
    return t("number.upTo", { high: approximately(figure(high)) });
  const key = compareAmounts(low, high) === 0 ? "exact" : "range";
  return approximately(t(`number.${key}`, { low: figure(low), high: figure(high) }));
}

/** Lines that add no number to the figure, but aren't nothing. */
export function extraWords({ unnumbered, sealed, numbered }: AmountSide): string[] {
  const plus = numbered > 0 ? "plus" : "only";
  return [
    ...(unnumbered > 0 ? [t(`unnumbered.${plus}`, { count: unnumbered })] : []),
    ...(sealed > 0 ? [t(`sealed.${plus}`, { count: sealed })] : []),
  ];
}
