// Sections of a desk in order: late, not confirmed lately, held up by others, missing, needs care.
import type { UnresolvedRow } from "@/lib/domain/unresolved/summary";
import { CLASS_OF, UNRESOLVED_CODES, type UnresolvedCode } from "@/lib/domain/unresolved/unresolved";

export const URGENCIES = ["OVERDUE", "STALE", "BLOCKED", "GAP", "QUALITY"] as const;
export type Urgency = (typeof URGENCIES)[number];

export interface UrgencySection {
  urgency: Urgency;
  /** All items, shown or not. */
  count: number;
  /** Oldest first. */
  items: readonly UnresolvedRow[];
}

/** The reasons of each section. NO_PLEDGE is left out: a missing pledge has no owner. */
export function codesOf(urgency: Urgency): UnresolvedCode[] {
  if (urgency === "OVERDUE" || urgency === "STALE") return [urgency];
  return UNRESOLVED_CODES.filter(
    (code) => CLASS_OF[code] === urgency && !["OVERDUE", "STALE", "NO_PLEDGE"].includes(code),
  );
}

export const oldestFirst = (items: readonly UnresolvedRow[]): UnresolvedRow[] =>
  [...items].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
