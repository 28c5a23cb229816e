// Why something is unresolved: each reason once.
export const UNRESOLVED_CLASSES = ["GAP", "BLOCKED", "QUALITY", "DORMANT"] as const;
export type UnresolvedClass = (typeof UNRESOLVED_CLASSES)[number];

/** Items that only wait for the ceasefire and the like are shown, but not counted. */
export const isCounted = (name: UnresolvedClass) => name !== "DORMANT";
export const countedItems = <Item extends { class: UnresolvedClass }>(items: readonly Item[]): Item[] =>
  items.filter((item) => isCounted(item.class));
export const COUNTED_CLASSES = UNRESOLVED_CLASSES.filter(isCounted);

interface Reason {
  class: UnresolvedClass;
  /** A focal point can answer. The others are the register's own housekeeping, or wait for someone else. */
  askable: boolean;
  /** It depends on the triggers of a condition. Deadlock doesn't. */
  byTriggers: boolean;
}

/** In display order. */
export const REASONS = {
  NO_PLEDGE: { class: "GAP", askable: true, byTriggers: false },
  NO_QUANTITY: { class: "GAP", askable: true, byTriggers: false },
  NO_WINDOW: { class: "GAP", askable: true, byTriggers: false },
  NO_INSTRUMENT: { class: "GAP", askable: true, byTriggers: false },
  NO_AUTHORITY: { class: "GAP", askable: true, byTriggers: false },
  APPROVAL_UNKNOWN: { class: "GAP", askable: true, byTriggers: false },
  OVERDUE: { class: "GAP", askable: true, byTriggers: false },
  ALLOCATION_SHORT: { class: "GAP", askable: true, byTriggers: false },
  DELIVERY_UNCONFIRMED: { class: "GAP", askable: true, byTriggers: false },
  CAVEAT_MISMATCH: { class: "GAP", askable: true, byTriggers: false },
  PARTICIPANT_LEFT: { class: "GAP", askable: true, byTriggers: false },
  MANDATE_ENDING: { class: "GAP", askable: true, byTriggers: false },
  CONDITION_DEAD: { class: "GAP", askable: true, byTriggers: true },
  SUSPENDED: { class: "BLOCKED", askable: true, byTriggers: false },
  APPROVAL_PENDING: { class: "BLOCKED", askable: true, byTriggers: false },
  APPROVAL_REFUSED: { class: "BLOCKED", askable: true, byTriggers: false },
  APPROVED_LESS: { class: "BLOCKED", askable: true, byTriggers: false },
  DEPENDS_ON_PARTNER: { class: "BLOCKED", askable: false, byTriggers: true },
  TRIGGER_BLOCKING: { class: "BLOCKED", askable: false, byTriggers: true },
  DEADLOCK: { class: "BLOCKED", askable: false, byTriggers: false },
  NO_OFFICIAL_SOURCE: { class: "QUALITY", askable: true, byTriggers: false },
  DISPUTED: { class: "QUALITY", askable: true, byTriggers: false },
  STALE: { class: "QUALITY", askable: true, byTriggers: false },
  EVIDENCE_EXPIRED: { class: "QUALITY", askable: true, byTriggers: false },
  NO_OWNER: { class: "QUALITY", askable: false, byTriggers: false },
  DECISION_OPEN: { class: "QUALITY", askable: false, byTriggers: false },
  OVER_OFFERED: { class: "QUALITY", askable: false, byTriggers: false },
  RULING_NOT_APPLIED: { class: "QUALITY", askable: false, byTriggers: false },
  CONDITION_UNSOURCED: { class: "QUALITY", askable: true, byTriggers: false },
  TRIGGER_WAITING: { class: "DORMANT", askable: false, byTriggers: true },
} as const satisfies Record<string, Reason>;

type Code = keyof typeof REASONS;
type CodeWith<Trait extends "askable" | "byTriggers"> = {
  [One in Code]: (typeof REASONS)[One][Trait] extends true ? One : never;
}[Code];

export const codesWith = <Trait extends "askable" | "byTriggers">(trait: Trait) =>
  (Object.keys(REASONS) as Code[]).filter((code) => REASONS[code][trait]) as CodeWith<Trait>[];
