// What comes first on a desk: what is late, what nobody has confirmed lately, then what others hold up, then what is
// missing, then what needs care.
import type { UnresolvedRow } from "@/lib/domain/unresolved/summary";
import { CLASS_OF, UNRESOLVED_CODES, type UnresolvedCode } from "@/lib/domain/unresolved/unresolved";

export const URGENCIES = ["OVERDUE", "STALE", "BLOCKED", "GAP", "QUALITY"] as const;
export type Urgency = (typeof URGENCIES)[number];

export interface UrgencySection {
  urgency: Urgency;
  /** All of them, shown or not. */
  count: number;
  /** Oldest first. */
  items: readonly UnresolvedRow[];
}

/** The reasons of each; a missing pledge is nobody's own. */
export function codesOf(urgency: Urgency): UnresolvedCode[] {
  if (urgency === "OVERDUE" || urgency === "STALE") return [urgency];
  return UNRESOLVED_CODES.filter(
    (code) => CLASS_OF[code] === urgency && !["OVERDUE", "STALE", "NO_PLEDGE"].includes(code),
  );
}

export const oldestFirst = (items: readonly UnresolvedRow[]): UnresolvedRow[] =>
  [...items].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
