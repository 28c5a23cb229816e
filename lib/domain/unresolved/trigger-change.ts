// The change of a trigger that too many pledges wait for to derive them in one transaction. It is prepared
// first, then takes effect in one moment.
import type { Actor } from "../people/actor";
import type { Instant } from "../base/day";
import type { Pledge } from "../pledge/pledge";
import { isOpen } from "../pledge/stages";
import type { Trigger } from "../pledge/trigger";
import { codesWith } from "./reasons";
import { itemsFrom, type UnresolvedItem } from "./unresolved";
import { unsourcedCauses, type Sourcing } from "../conditions/sourced";
import { WAITING_RULES, type WaitingContext } from "../conditions/waiting";

export const CHANGE_STATES = ["PREPARING", "READY", "DONE", "CANCELLED", "FAILED"] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

export interface TriggerChange {
  id: number;
  /** The trigger's. */
  code: string;
  state: ChangeState;
  /** Pledges that wait for it, and how many are prepared. */
  total: number;
  done: number;
  startedBy: string;
  startedAt: Instant;
  endedAt: Instant | null;
}

/** Everything the final step needs. */
export interface PreparedChange {
  id: number;
  state: ChangeState;
  after: Trigger;
  reason: string | null;
  actor: Actor;
}

/** Up to this many pledges are derived in the transaction that changes the trigger. */
export const DERIVED_AT_ONCE = 500;

export const isTriggerChangeUnderWay = ({ state }: Pick<TriggerChange, "state">): boolean =>
  state === "PREPARING" || state === "READY";

export const FOLLOWS_FROM_TRIGGERS = codesWith("byTriggers");

/** What a change prepares. CONDITION_UNSOURCED doesn't follow from triggers, but says their titles. */
export const PREPARED_CODES = [...FOLLOWS_FROM_TRIGGERS, "CONDITION_UNSOURCED"] as const;

/** The part of `unresolvedEver` that follows from triggers or names them, by the condition and its sources alone. */
export function unresolvedByTriggers(
  pledge: Pick<Pledge, "reference" | "stage" | "voided" | "condition" | "conditionSetOn"> & {
    evidence: readonly Sourcing[];
  },
  { facts, timeZone }: Pick<WaitingContext, "facts" | "timeZone">,
): UnresolvedItem[] {
  if (pledge.voided !== null || !isOpen(pledge.stage)) return [];
  return [
    ...FOLLOWS_FROM_TRIGGERS.flatMap((code) =>
      itemsFrom(code, WAITING_RULES[code](pledge, { facts, cycle: null, timeZone })),
    ),
    ...itemsFrom("CONDITION_UNSOURCED", unsourcedCauses(pledge, facts)),
  ];
}
