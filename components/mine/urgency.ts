// What comes first on a desk: what is late, then what others hold up, then what is missing, then what needs care.
import type { UnresolvedRow } from "@/lib/domain/summary";

export const URGENCIES = ["OVERDUE", "BLOCKED", "GAP", "QUALITY"] as const;
export type Urgency = (typeof URGENCIES)[number];

export const urgencyOf = (item: Pick<UnresolvedRow, "code" | "class">): Urgency | null =>
  item.code === "OVERDUE" ? "OVERDUE" : item.class === "DORMANT" ? null : item.class;

/** Sections that hold something, each oldest first. */
export function byUrgency(items: readonly UnresolvedRow[]): { urgency: Urgency; items: UnresolvedRow[] }[] {
  return URGENCIES.map((urgency) => ({
    urgency,
    items: items.filter((item) => urgencyOf(item) === urgency).sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0)),
  })).filter((section) => section.items.length > 0);
}
