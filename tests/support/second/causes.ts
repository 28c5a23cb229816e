// One cause of an item, and how items are compared: by code, class, day, and each cause in full.
import type { Day } from "@/lib/domain/base/day";
import type { UnresolvedCode, UnresolvedItem } from "@/lib/domain/unresolved/unresolved";
import { firstOf, lastOf } from "./days";

export interface Cause {
  code: UnresolvedCode;
  what: string;
  since: Day;
  /** The first day on which it is over by itself. */
  until?: Day;
  data?: Record<string, string | number>;
}

/** In the order in which they are shown; NO_PLEDGE first, TRIGGER_WAITING last. */
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
    ...(["CONDITION_DEAD", "PARTICIPANT_LEFT", "MANDATE_ENDING"] as const),
  ],
  BLOCKED: [
    ...(["SUSPENDED", "APPROVAL_PENDING", "APPROVAL_REFUSED", "DEPENDS_ON_PARTNER"] as const),
    ...(["TRIGGER_BLOCKING", "DEADLOCK", "APPROVED_LESS"] as const),
  ],
  QUALITY: [
    ...(["NO_OFFICIAL_SOURCE", "DISPUTED", "STALE", "EVIDENCE_EXPIRED", "NO_OWNER"] as const),
    ...(["DECISION_OPEN", "OVER_OFFERED", "CONDITION_UNSOURCED", "RULING_NOT_APPLIED"] as const),
  ],
  DORMANT: ["TRIGGER_WAITING"],
};

export const classOf = (code: UnresolvedCode): string =>
  Object.keys(CLASSES).find((name) => CLASSES[name]?.includes(code)) ?? "";

/** What tells it from another, whenever it is said. */
export const keyOf = ({ code, what, data = {} }: Cause): string =>
  `${code} ${causeText({ what, since: "", data })}`;

interface Item {
  code: UnresolvedCode;
  since: Day;
  until: Day;
  causes: Cause[];
}

const NEVER = "9999-99-99";

/** Causes of one code that overlap, or of which one begins where another ends, are one item. */
function joined(causes: readonly Cause[]): Item[] {
  const items = causes.map((one): Item => ({ ...one, until: one.until ?? NEVER, causes: [one] }));
  for (;;) {
    const pair = items.flatMap((a) =>
      items
        .filter((b) => a !== b && a.code === b.code && a.since <= b.until && b.since <= a.until)
        .map((b) => [a, b] as const),
    )[0];
    if (pair === undefined) return items;
    const [a, b] = pair;
    a.since = firstOf(a.since, b.since);
    a.until = lastOf(a.until, b.until);
    a.causes.push(...b.causes);
    items.splice(items.indexOf(b), 1);
  }
}

const toText = ({ code, since, until, causes }: Item) => ({
  ...{ code, class: classOf(code), since, until },
  causes: causes.map(causeText).sort(),
});

/** In one order, so that two lists are equal or not. */
const inOrder = (items: readonly ReturnType<typeof toText>[]): unknown[] =>
  items.toSorted((a, b) => (`${a.code} ${a.since}` < `${b.code} ${b.since}` ? -1 : 1));

export const itemsFrom = (causes: readonly Cause[]): unknown[] => inOrder(joined(causes).map(toText));

/** Those of a day, with the causes that hold on it. */
export const itemsOn = (causes: readonly Cause[], day: Day): unknown[] => {
  const holds = ({ since, until = NEVER }: Pick<Cause, "since" | "until">): boolean =>
    since <= day && day < until;
  return inOrder(
    joined(causes)
      .filter(holds)
      .map((item) => toText({ ...item, causes: item.causes.filter(holds) })),
  );
};

export const itemsToldBy = (items: readonly UnresolvedItem[]): unknown[] =>
  inOrder(
    items.map(({ code, class: name, since, until = NEVER, params }) => ({
      ...{ code, class: name, since, until },
      causes: params.causes.map(causeText).sort(),
    })),
  );

const causeText = ({ what, since, until, data = {} }: Omit<Cause, "code">): string =>
  JSON.stringify([since, until ?? NEVER, what, Object.entries(data).sort()]);
