// Since when, and until when, a pledge lacks something.
import { latest } from "@/lib/domain/base/day";
import { isCounted } from "@/lib/domain/unresolved/reasons";
import type { ItemRow } from "./item-row";

export type CountedItem = Pick<
  ItemRow,
  "participant" | "priority" | "pledge_id" | "code" | "class" | "since" | "until"
>;

export type CodeSpan = Pick<CountedItem, "code" | "class" | "since" | "until">;

/** The times in which each pledge lacks something, by the first item of each. A suspended pledge lacks nothing. */
export function lackingSpans(items: readonly CountedItem[]): CodeSpan[] {
  const spans: CodeSpan[] = [];
  const last = new Map<string, CodeSpan>();
  const counted = items.filter((item) => item.code !== "SUSPENDED" && isCounted(item.class));
  for (const { pledge_id, ...item } of counted.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))) {
    if (pledge_id === null) continue;
    const known = last.get(pledge_id);
    if (known && item.since <= known.until) known.until = latest([known.until, item.until]);
    else {
      const { code, class: of, since, until } = item;
      const span = { code, class: of, since, until };
      spans.push(span);
      last.set(pledge_id, span);
    }
  }
  return spans;
}

const orderOf = ({ since, code }: CountedItem): string => `${since} ${code}`;
