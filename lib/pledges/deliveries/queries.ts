import "server-only";
import { mayKeepRecords, type Actor, mayReadRegister } from "@/lib/domain/people/actor";
import { whyNotConfirm, type Delivery } from "@/lib/domain/pledge/delivery";
import { refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { findDelivery, findRecipients } from "@/lib/db/queries/pledges/deliveries";

export async function loadDelivery(actor: Actor, id: string): Promise<Result<Delivery>> {
  if (!mayReadRegister(actor)) return refuse("role");
  const delivery = await findDelivery(id);
  return delivery ? ok(delivery) : refuse("not-found");
}

/** Whether this person may record confirmations of this participant's deliveries. */
export async function loadMayConfirm(actor: Actor, deliveredBy: string): Promise<boolean> {
  return mayKeepRecords(actor) && whyNotConfirm(actor, await findRecipients(), deliveredBy) === null;
}
