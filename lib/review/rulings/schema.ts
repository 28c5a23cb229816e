import { z } from "zod";
import { EVIDENCE_FIELDS } from "@/lib/domain/pledge/evidence";
import { id, pledgeReference, textInput } from "@/lib/schema/fields";

const RULING_LIMITS = { finding: 500, reason: 2_000 } as const;

/**
 * `holds`: the evidence that is right, null where the record is. `supersedes`: the current ruling, as it was seen.
 * Without a reason the command refuses it as `reason-missing`.
 */
export const rulingInput = z.strictObject({
  pledge: pledgeReference,
  field: z.enum(EVIDENCE_FIELDS),
  holds: id.nullable(),
  finding: textInput(RULING_LIMITS.finding),
  reason: textInput(RULING_LIMITS.reason).optional(),
  supersedes: id.nullable().default(null),
});
export type RulingInput = z.output<typeof rulingInput>;
