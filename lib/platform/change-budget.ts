// How many changes a person may make in a row. Nothing on record can be deleted, so a flood couldn't be
// undone.
import "server-only";
import type { Refusal } from "@/lib/domain/base/refusal";
import type { Actor } from "@/lib/domain/people/actor";
import { env } from "./env";

interface Budget {
  left: number;
  at: number;
}

/** Per person, in this process. */
const budgets = new Map<string, Budget>();

/** Before any change of theirs; a token has its own budget. Null: it may go on. */
export function whyTooFast({ id, session, token }: Actor): Refusal | null {
  const seconds = spendChange(token ? `${id} ${String(session)}` : id);
  return seconds === null ? null : { code: "slow-down", params: { seconds, minutes: 0 } };
}

/** Takes one change from a person's budget. Null, or the seconds until the next change is available. */
export function spendChange(person: string, now = performance.now()): number | null {
  const most = env().CHANGES_AT_ONCE;
  if (most === 0) return null;
  const { left, at } = budgets.get(person) ?? { left: most, at: now };
  const perSecond = most / FULL_AGAIN_SECONDS;
  const has = Math.min(most, left + ((now - at) / 1_000) * perSecond);
  budgets.set(person, { left: has < 1 ? has : has - 1, at: now });
  return has < 1 ? Math.ceil((1 - has) / perSecond) : null;
}

/** Someone who has used up the budget has it in full again after this long without a change. */
const FULL_AGAIN_SECONDS = 30;
