// A number of days, compared: `>30`, `<7`, `>=30`, `<=7`, `30`, `10..20`, or "none" where there is no day.

/** Both ends are included. */
export type DayRange = { least: number | null; most: number | null } | "none";

/** Null: not such a comparison. */
export function parseDayRange(text: string): DayRange | null {
  if (text === "none") return text;
  const [, sign = "", one, other] = COMPARISON.exec(text) ?? [];
  if (one === undefined) return null;
  // Adding 0 turns -0 into 0.
  const n = Number(one) + 0;
  if (other !== undefined) return sign === "" ? { least: n, most: Number(other) + 0 } : null;
  switch (sign) {
    case ">":
      return { least: n + 1, most: null };
    case ">=":
      return { least: n, most: null };
    case "<":
      return { least: null, most: n - 1 };
    case "<=":
      return { least: null, most: n };
    default:
      return { least: n, most: n };
  }
}

/** The text that `parseDayRange` reads, one for each meaning. */
export function dayRangeText(range: DayRange): string {
  if (range === "none") return range;
  const { least, most } = range;
  if (least === null) return `<${String((most ?? 0) + 1)}`;
  if (most === null) return `>${String(least - 1)}`;
  return least === most ? String(least) : `${String(least)}..${String(most)}`;
}

/** Both of two comparisons. */
export function intersectDayRanges(a: DayRange, b: DayRange): DayRange {
  if (a === "none" || b === "none") return "none";
  const least = a.least === null ? b.least : Math.max(a.least, b.least ?? a.least);
  const most = a.most === null ? b.most : Math.min(a.most, b.most ?? a.most);
  return { least, most };
}

export function fitsDays(range: DayRange, days: number | null): boolean {
  if (range === "none" || days === null) return range === "none" && days === null;
  return (range.least === null || days >= range.least) && (range.most === null || days <= range.most);
}

const COMPARISON = /^(>=?|<=?)?(-?\d{1,5})(?:\.\.(-?\d{1,5}))?$/;
