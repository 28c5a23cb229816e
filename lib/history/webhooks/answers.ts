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
    status: z.int().nullable().meta({ description: "HTTP status of the response; null if there was none." }),
    fault: z.enum(DELIVERY_FAULTS).nullable(),
    sentAt: instant,
  })
  .register(answers, { id: "WebhookAttempt" });

const webhook = {
  id: z.uuid(),
  name: z.string(),
  url: z.string(),
  types: z
    .array(z.enum(ENTITY_TYPES))
    .meta({ description: "Types of records to send; if empty, all that its owner may read." }),
  paused: z.enum(WEBHOOK_PAUSES).nullable(),
  position: position.meta({ description: "Position in the log up to which the webhook is up to date." }),
  attempts: z.int().min(0).meta({ description: "Number of failed attempts in a row." }),
  nextAt: instant
    .nullable()
    .meta({ description: "Time of the next attempt; null if nothing has failed or the webhook is paused." }),
  madeAt: instant,
  person: z.object({ id: z.uuid(), name: z.string(), email: z.string() }),
  last: webhookAttempt.nullable(),
};

export const knownWebhook = z.object(webhook).register(answers, { id: "Webhook" });

/** The secret is in this one answer only. */
export const newWebhook = z
  .object({ ...webhook, secret: z.string() })
  .register(answers, { id: "NewWebhook" });
