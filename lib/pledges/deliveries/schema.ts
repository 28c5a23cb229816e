import { z } from "zod";
import { DELIVERED_AS } from "@/lib/domain/pledge/delivery";
import { dayInput, id, line, nullable, textInput } from "@/lib/schema/fields";
import { moneyInput, quantityInput } from "@/lib/schema/amounts";

const DELIVERY_LIMITS = { by: 200, note: 2_000, reason: 2_000, evidence: 20 } as const;

/** A report names its definition of delivered: bodies that count differently get different numbers. */
export const deliveryInput = z.strictObject({
  contribution: id,
  quantity: nullable(quantityInput),
  money: nullable(moneyInput),
  deliveredOn: dayInput,
  definition: z.enum(DELIVERED_AS),
  /** Ids of evidence on record that supports the pledge. */
  evidence: z.array(id).min(1).max(DELIVERY_LIMITS.evidence),
  note: nullable(textInput(DELIVERY_LIMITS.note)),
});
export type DeliveryInput = z.output<typeof deliveryInput>;

/** `by`: the confirming office; `evidence`: the piece that says so. */
export const confirmationInput = z.strictObject({ on: dayInput, by: line(DELIVERY_LIMITS.by), evidence: id });
export type ConfirmationInput = z.output<typeof confirmationInput>;

/** Without a reason the command refuses it as `reason-missing`. */
export const retractionInput = z.strictObject({ reason: textInput(DELIVERY_LIMITS.reason).optional() });
export type RetractionInput = z.output<typeof retractionInput>;
