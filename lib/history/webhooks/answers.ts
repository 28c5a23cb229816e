import { z } from "zod";
import { answers, instant } from "@/lib/api/parts";
import { ENTITY_TYPES } from "@/lib/domain/base/audit";
import { DELIVERY_FAULTS, WEBHOOK_PAUSES } from "@/lib/domain/log/webhook";

const position = z.int().min(0);

export const webhookAttempt = z
  .object({
    after: position,
    through: position,
    attempt: z.int().min(1),
    status: z.int().nullable().meta({ description: "What was answered; null: nothing." }),
    fault: z.enum(DELIVERY_FAULTS).nullable(),
    sentAt: instant,
  })
  .register(answers, { id: "WebhookAttempt" });

const webhook = {
  id: z.uuid(),
  name: z.string(),
  url: z.string(),
  types: z.array(z.enum(ENTITY_TYPES)).meta({ description: "Empty: all that its person may read." }),
  paused: z.enum(WEBHOOK_PAUSES).nullable(),
  position: position.meta({ description: "It has heard what comes up to here." }),
  attempts: z.int().min(0).meta({ description: "That failed in a row." }),
  nextAt: instant
    .nullable()
    .meta({ description: "When it is tried again; null: nothing has failed, or it is paused." }),
  madeAt: instant,
  person: z.object({ id: z.uuid(), name: z.string(), email: z.string() }),
  last: webhookAttempt.nullable(),
};

export const knownWebhook = z.object(webhook).register(answers, { id: "Webhook" });

/** The secret is in this one answer only. */
export const newWebhook = z
  .object({ ...webhook, secret: z.string() })
  .register(answers, { id: "NewWebhook" });
