// One cause of an item, and how items are compared: by code, class, day, and each cause in full.
import type { Day } from "@/lib/domain/base/day";
import type { UnresolvedCode, UnresolvedItem } from "@/lib/domain/unresolved/unresolved";
import { firstOf } from "./days";

export interface Said {
  code: UnresolvedCode;
  what: string;
  since: Day;
  data?: Record<string, string | number>;
}

/** As the table of 1-domain.md has them; NO_PLEDGE first, TRIGGER_WAITING last. */
const CLASSES: Record<string, readonly UnresolvedCode[]> = {
  GAP: [
    ...([
      "NO_PLEDGE",
      "NO_QUANTITY",
      "NO_WINDOW",
      "NO_INSTRUMENT",
      "NO_AUTHORITY",
      "APPROVAL_UNKNOWN",
    ] as const),
    ...(["OVERDUE", "ALLOCATION_SHORT", "DELIVERY_UNCONFIRMED", "CAVEAT_MISMATCH"] as const),
    ...(["CONDITION_DEAD", "PARTICIPANT_LEFT"] as const),
  ],
  BLOCKED: [
    ...(["SUSPENDED", "APPROVAL_PENDING", "APPROVAL_REFUSED", "DEPENDS_ON_PARTNER"] as const),
    ...(["TRIGGER_BLOCKING", "DEADLOCK"] as const),
  ],
  QUALITY: [
    ...(["NO_OFFICIAL_SOURCE", "DISPUTED", "STALE", "EVIDENCE_EXPIRED", "NO_OWNER"] as const),
    ...(["DECISION_OPEN", "OVER_OFFERED", "CONDITION_UNSOURCED", "RULING_NOT_APPLIED"] as const),
  ],
  DORMANT: ["TRIGGER_WAITING"],
};

export const classOf = (code: UnresolvedCode): string =>
  Object.keys(CLASSES).find((name) => CLASSES[name]?.includes(code)) ?? "";

/** In one order, so that two lists of causes are equal or not. */
export function itemsFrom(said: readonly Said[]): unknown[] {
  const codes = [...new Set(said.map(({ code }) => code))].sort();
  return codes.map((code) => {
    const causes = said.filter((one) => one.code === code);
    return {
      ...{ code, class: classOf(code), since: firstOf(...causes.map(({ since }) => since)) },
      causes: causes.map(({ what, since, data }) => causeText(what, since, data)).sort(),
    };
  });
}

export const itemsToldBy = (items: readonly UnresolvedItem[]): unknown[] =>
  items
    .map(({ code, class: name, since, params }) => ({
      ...{ code, class: name, since },
      causes: params.causes.map((one) => causeText(one.what, one.since, one.data)).sort(),
    }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));

const causeText = (what: string, since: Day, data: Said["data"] = {}): string =>
  JSON.stringify([since, what, Object.entries(data).sort()]);
