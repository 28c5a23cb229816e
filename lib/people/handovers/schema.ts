import { z } from "zod";
import { email, participantCode, textInput } from "@/lib/schema/fields";
import { limit } from "@/lib/schema/parameters";

const HANDOVER_LIMITS = { participants: 100, note: 2_000 } as const;

/** An officer leaves out `from`: it is their own desk. Without a note it is refused as `reason-missing`. */
export const handoverInput = z.strictObject({
  from: email.optional(),
  to: email,
  participants: z
    .array(participantCode)
    .min(1)
    .max(HANDOVER_LIMITS.participants)
    .transform((codes) => [...new Set(codes)].sort()),
  note: textInput(HANDOVER_LIMITS.note).optional(),
});
export type HandoverInput = z.output<typeof handoverInput>;

/** Declining and refusing without a note is refused as `reason-missing`. */
export const handoverAnswer = z.strictObject({
  does: z.enum(["accept", "decline", "withdraw"]),
  note: textInput(HANDOVER_LIMITS.note).nullable().default(null),
});
export const handoverDecision = z.strictObject({
  decision: z.enum(["APPROVE", "REFUSE"]),
  note: textInput(HANDOVER_LIMITS.note).nullable().default(null),
});

export const handoverParameters = z.strictObject({ limit });
