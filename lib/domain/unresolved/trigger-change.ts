// A trigger that more pledges wait for than can be derived while others wait: its change is prepared first, and then
// takes place in one moment.
import type { Actor } from "../people/actor";
import type { Instant } from "../base/day";
import type { Pledge } from "../pledge/pledge";
import { isOpen } from "../pledge/stages";
import type { Trigger } from "../pledge/trigger";
import { itemFrom, type UnresolvedItem } from "./unresolved";
import { WAITING_RULES, type WaitingContext } from "../conditions/waiting";

export const CHANGE_STATES = ["PREPARING", "READY", "DONE", "CANCELLED", "FAILED"] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

export interface TriggerChange {
  id: number;
  /** Of the trigger. */
  code: string;
  state: ChangeState;
  /** Pledges that wait for it, and how many of them are prepared. */
  total: number;
  done: number;
  startedBy: string;
  startedAt: Instant;
  endedAt: Instant | null;
}

/** All that its end takes. */
export interface PreparedChange {
  id: number;
  state: ChangeState;
  after: Trigger;
  reason: string | null;
  actor: Actor;
}

/** So many pledges are derived at once, in the transaction that changes what they wait for. */
export const DERIVED_AT_ONCE = 500;

export const isTriggerChangeUnderWay = ({ state }: Pick<TriggerChange, "state">): boolean =>
  state === "PREPARING" || state === "READY";

/** What follows from the triggers that a condition names. Whether it is deadlocked doesn't. */
export const FOLLOWS_FROM_TRIGGERS = ["DEPENDS_ON_PARTNER", "TRIGGER_BLOCKING", "TRIGGER_WAITING"] as const;

/** Of `unresolvedEver`, that part; nothing else of a pledge has to be known for it. */
export function unresolvedByTriggers(
  pledge: Pick<Pledge, "reference" | "stage" | "voided" | "condition" | "conditionSetOn">,
  { facts, timeZone }: Pick<WaitingContext, "facts" | "timeZone">,
): UnresolvedItem[] {
  if (pledge.voided !== null || !isOpen(pledge.stage)) return [];
  return FOLLOWS_FROM_TRIGGERS.flatMap((code) =>
    itemFrom(code, WAITING_RULES[code](pledge, { facts, cycle: null, timeZone })),
  );
}
