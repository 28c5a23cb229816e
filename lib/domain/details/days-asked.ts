// A number of days, compared: `>30`, `<7`, `>=30`, `<=7`, `30`, `10..20`, or "none" where there is no day.

/** Both ends are included. */
export type DaysAsked = { least: number | null; most: number | null } | "none";

/** Null: not such a comparison. */
export function daysAsked(text: string): DaysAsked | null {
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

/** The text that `daysAsked` reads, one for each meaning. */
export function daysText(asked: DaysAsked): string {
  if (asked === "none") return asked;
  const { least, most } = asked;
  if (least === null) return `<${String((most ?? 0) + 1)}`;
  if (most === null) return `>${String(least - 1)}`;
  return least === most ? String(least) : `${String(least)}..${String(most)}`;
}

/** Both of two comparisons. */
export function bothAsked(a: DaysAsked, b: DaysAsked): DaysAsked {
  if (a === "none" || b === "none") return "none";
  const least = a.least === null ? b.least : Math.max(a.least, b.least ?? a.least);
  const most = a.most === null ? b.most : Math.min(a.most, b.most ?? a.most);
  return { least, most };
}

export function fitsDays(asked: DaysAsked, days: number | null): boolean {
  if (asked === "none" || days === null) return asked === "none" && days === null;
  return (asked.least === null || days >= asked.least) && (asked.most === null || days <= asked.most);
}

const COMPARISON = /^(>=?|<=?)?(-?\d{1,5})(?:\.\.(-?\d{1,5}))?$/;
