// How many changes a person may make in a row. Nothing on record can be deleted, so a flood couldn't be
// undone.
import "server-only";
import { env } from "./env";

interface Budget {
  left: number;
  at: number;
}

/** Per person, in this process. */
const budgets = new Map<string, Budget>();

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
