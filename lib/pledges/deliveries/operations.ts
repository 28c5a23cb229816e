import { created, one } from "@/lib/api/answer";
import { operation } from "@/lib/api/operation";
import { byId, byReference } from "@/lib/api/params";
import { mayKeepRecords, mayReadRegister } from "@/lib/domain/people/actor";
import { delivery } from "@/lib/pledges/deliveries/answers";
import { confirmDelivery, reportDelivery, retractDelivery } from "@/lib/pledges/deliveries/commands";
import { loadDelivery } from "@/lib/pledges/deliveries/queries";
import { confirmationInput, deliveryInput, retractionInput } from "@/lib/pledges/deliveries/schema";

export const deliveryOperations = [
  operation({
    method: "POST",
    path: "/pledges/{reference}/deliveries",
    summary: "Report a delivery",
    may: mayKeepRecords,
    params: byReference,
    body: deliveryInput,
    answer: created(delivery, (delivery) => `/api/v1/deliveries/${delivery.id}`),
    refuses: ["another-desk", "no-such-step"],
    run: ({ actor, path, body }) => reportDelivery(actor, { reference: path, ...body }),
  }),
  operation({
    method: "GET",
    path: "/deliveries/{id}",
    summary: "Get a delivery report",
    may: mayReadRegister,
    params: byId,
    answer: one(delivery),
    run: ({ actor, path }) => loadDelivery(actor, path),
  }),
  operation({
    method: "POST",
    path: "/deliveries/{id}/confirm",
    summary: "Record the recipient’s confirmation of a delivery",
    may: mayKeepRecords,
    params: byId,
    body: confirmationInput,
    answer: one(delivery),
    refuses: ["another-desk", "already-there", "no-such-step"],
    run: ({ actor, path, body }) => confirmDelivery(actor, { id: path, ...body }),
  }),
  operation({
    method: "POST",
    path: "/deliveries/{id}/retract",
    summary: "Retract a delivery report",
    may: mayKeepRecords,
    params: byId,
    body: retractionInput,
    answer: one(delivery),
    refuses: ["another-desk", "already-there", "no-such-step", "reason-missing"],
    run: ({ actor, path, body }) => retractDelivery(actor, { id: path, ...body }),
  }),
];
