import { z } from "zod";
import { WEBHOOK_TYPES } from "@/lib/domain/log/webhook";
import { line, webAddress } from "@/lib/schema/fields";

export const webhookInput = z.strictObject({
  name: line(80),
  url: webAddress(500),
  types: z
    .array(z.enum(WEBHOOK_TYPES))
    .max(WEBHOOK_TYPES.length)
    .transform((types) => WEBHOOK_TYPES.filter((type) => types.includes(type)))
    .default([]),
});
export type WebhookInput = z.output<typeof webhookInput>;

export const pauseInput = z.strictObject({ paused: z.boolean() });
