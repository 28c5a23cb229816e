import "server-only";
import { type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import { isPast, type NowOrAsOf } from "@/lib/domain/base/as-of";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import type { Trigger } from "@/lib/domain/pledge/trigger";
import type { TriggerChange } from "@/lib/domain/unresolved/trigger-change";
import { triggersIn } from "@/lib/domain/history/snapshot-waiting";
import { findPast } from "@/lib/db/past/snapshot";
import { findLastChange } from "@/lib/db/queries/conditions/trigger-changes";
import { findTriggers } from "@/lib/db/queries/conditions/triggers";

/** Dormant ones first. Not paged: there are only as many as facts that pledges wait for. */
export async function loadTriggers(actor: Actor, at: NowOrAsOf): Promise<Result<Trigger[]>> {
  if (!mayReadRegister(actor)) return refuse("role");
  return ok(isPast(at) ? triggersIn((await findPast(at)).snapshot) : await findTriggers());
}

export async function loadTrigger(actor: Actor, code: string, at: NowOrAsOf): Promise<Result<Trigger>> {
  const triggers = await loadTriggers(actor, at);
  if (!triggers.ok) return triggers;
  const trigger = triggers.value.find((one) => one.code === code);
  return trigger ? ok(trigger) : refuse("not-found");
}

/** The last change that had to be prepared, running or finished. */
export async function loadTriggerChange(actor: Actor, code: string): Promise<Result<TriggerChange>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const change = await findLastChange(code);
  return change ? ok(change) : refuse("not-found");
}
