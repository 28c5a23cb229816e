import "server-only";
import { mayKeepRecords, type Actor } from "@/lib/domain/actor";
import type { Instant } from "@/lib/domain/day";
import { whyNotConfirm, type Delivery } from "@/lib/domain/delivery";
import { refuse } from "@/lib/domain/refusal";
import { ok, type Result } from "@/lib/domain/result";
import { findDelivery, findRecipients } from "@/lib/db/queries/pledges/deliveries";
import { reachesRegister } from "@/lib/db/reach";

export async function loadDelivery(actor: Actor, id: string, _at: Instant): Promise<Result<Delivery>> {
  if (!reachesRegister(actor)) return refuse("role");
  const delivery = await findDelivery(id);
  return delivery ? ok(delivery) : refuse("not-found");
}

/** Whether this person records what the recipient confirms of what this participant delivered. */
export async function loadMayConfirm(actor: Actor, deliveredBy: string): Promise<boolean> {
  return mayKeepRecords(actor) && whyNotConfirm(actor, await findRecipients(), deliveredBy) === null;
}
