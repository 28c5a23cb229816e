import { z } from "zod";
import { DECISIONS } from "@/lib/domain/proposals/proposal";
import { textInput } from "@/lib/schema/fields";

const DECISION_LIMITS = { note: 2_000 } as const;

/**
 * `seen`: the version that the decider looked at; required when the pledge or approval has changed since the proposal.
 * Sending back without a note is refused as `reason-missing` by the command.
 */
export const decisionInput = z.strictObject({
  decision: z.enum(DECISIONS),
  note: textInput(DECISION_LIMITS.note).nullable().default(null),
  seen: z.int().min(0).max(1_000_000_000).optional(),
});
export type DecisionInput = z.output<typeof decisionInput>;

export const withdrawInput = z.strictObject({});
