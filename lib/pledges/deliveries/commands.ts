// Delivery reports are separate records, made while their pledge is locked, so that no decision relies on one
// that is just being retracted.
import "server-only";
import { randomUUID } from "node:crypto";
import { mayKeepRecords, whyNotChange, type Actor } from "@/lib/domain/people/actor";
import {
  withConfirmation,
  MOST_DELIVERIES,
  retracted,
  whyNotConfirm,
  whyNotReport,
  type Delivery,
} from "@/lib/domain/pledge/delivery";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { invalid, refuse } from "@/lib/domain/base/refusal";
import { ok, type Result } from "@/lib/domain/base/result";
import { write, type Tx } from "@/lib/db/write";
import type { ConfirmationInput, DeliveryInput, RetractionInput } from "./schema";

type Answer = Promise<Result<Delivery>>;

export function reportDelivery(
  actor: Actor,
  { reference, ...input }: { reference: string } & DeliveryInput,
): Answer {
  return write(actor, async (tx) => {
    if (!mayKeepRecords(actor)) return refuse("role");
    const pledge = await tx.pledges.lock(reference);
    if (!pledge) return refuse("not-found");
    const why = whyNotChange(actor, pledge.participant);
    if (why) return refuse(why);
    if (pledge.voided !== null) return refuse("no-such-step");
    const wrong = whyNotReport(pledge, input, tx.today);
    if (wrong.length > 0) return invalid(...wrong);
    if ((await tx.deliveries.of(reference)).length >= MOST_DELIVERIES)
      return invalid({ path: "contribution", code: "too-many", params: { max: MOST_DELIVERIES } });
    const report: Delivery = {
      id: randomUUID(),
      pledge: reference,
      ...input,
      evidence: [...new Set(input.evidence)],
      confirmation: null,
      retracted: null,
      version: 1,
      createdAt: tx.at,
      updatedAt: tx.at,
    };
    return ok(await tx.save("delivery", null, report, { action: "delivery.reported" }));
  });
}

/** What the recipient confirms, recorded by the recipient's desk or a manager. */
export function confirmDelivery(actor: Actor, { id, ...input }: { id: string } & ConfirmationInput): Answer {
  return write(actor, async (tx) => {
    if (!mayKeepRecords(actor)) return refuse("role");
    const found = await lock(tx, id);
    if (!found.ok) return found;
    const { pledge, delivery } = found.value;
    const why = whyNotConfirm(actor, await tx.participants.recipients(), pledge.participant);
    if (why) return why;
    const after = withConfirmation(delivery, pledge, input, tx.today);
    if (!after.ok) return after;
    return ok(await tx.save("delivery", delivery, after.value, { action: "delivery.confirmed" }));
  });
}

/** The report stays on record with its confirmation, but no longer counts. */
export function retractDelivery(actor: Actor, { id, reason }: { id: string } & RetractionInput): Answer {
  return write(actor, async (tx) => {
    if (!mayKeepRecords(actor)) return refuse("role");
    const found = await lock(tx, id);
    if (!found.ok) return found;
    const { pledge, delivery, all } = found.value;
    const why = whyNotChange(actor, pledge.participant);
    if (why) return refuse(why);
    if (reason === undefined) return refuse("reason-missing");
    const after = retracted(delivery, pledge, all, { reason, at: tx.at });
    if (!after.ok) return after;
    return ok(await tx.save("delivery", delivery, after.value, { action: "delivery.retracted", reason }));
  });
}

/** A report of a pledge that isn't void, with the pledge's other reports; the pledge is locked. */
async function lock(
  tx: Tx,
  id: string,
): Promise<Result<{ pledge: Pledge; delivery: Delivery; all: Delivery[] }>> {
  const reference = await tx.deliveries.pledgeOf(id);
  const pledge = reference === null ? null : await tx.pledges.lock(reference);
  if (!pledge) return refuse("not-found");
  const all = await tx.deliveries.of(pledge.reference);
  const delivery = all.find((one) => one.id === id);
  if (!delivery) return refuse("not-found");
  return pledge.voided === null ? ok({ pledge, delivery, all }) : refuse("no-such-step");
}
