// When unresolved items came up, by month.
import { firstOfMonth, plusDays, type Day } from "../base/day";
import type { UnresolvedClass } from "./reasons";

export interface ItemMonth {
  class: UnresolvedClass;
  /** Its first day. */
  month: Day;
  count: number;
}

export interface Ages {
  /** First days of the months; the last is this month. Null stands for everything earlier. */
  months: (Day | null)[];
  counts: Partial<Record<UnresolvedClass, number[]>>;
}

export function agesOf(items: readonly ItemMonth[], today: Day, most: number): Ages {
  const months: Day[] = [firstOfMonth(today)];
  while (months.length < most) months.unshift(firstOfMonth(plusDays(months[0] ?? today, -1)));
  const first = months[0] ?? today;
  const columns = [null, ...months];
  const counts: Partial<Record<UnresolvedClass, number[]>> = {};
  for (const { class: name, month, count } of items) {
    const row = (counts[name] ??= columns.map(() => 0));
    const at = month < first ? 0 : columns.indexOf(month);
    row[at] = (row[at] ?? 0) + count;
  }
  return { months: columns, counts };
}
