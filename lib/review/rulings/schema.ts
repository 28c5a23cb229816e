import { z } from "zod";
import { EVIDENCE_FIELDS } from "@/lib/domain/pledge/evidence";
import { id, pledgeReference, textInput } from "@/lib/schema/fields";

const RULING_LIMITS = { finding: 500, reason: 2_000 } as const;

/**
 * `holds`: the evidence held right, null where the record stands. `supersedes`: the ruling that holds, as it was seen.
 * Without a reason it is refused as `reason-missing`, by the command.
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
