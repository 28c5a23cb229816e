import { z } from "zod";
import { PIECE_FIELDS } from "@/lib/domain/pledge/evidence";
import { TRIGGER_FIELDS } from "@/lib/domain/pledge/trigger";
import { optionalInputsOf, inputsOf } from "@/lib/schema/by-field";
import { id, sourceFields, textInput } from "@/lib/schema/fields";

export const TRIGGER_LIMITS = {
  code: 60,
  evidence: 20,
  evidenceInAll: 100,
  reason: 2_000,
} as const;

const triggerEvidence = z.strictObject({
  source: z.union([sourceFields, z.strictObject({ id })]),
  ...inputsOf(PIECE_FIELDS, {}),
});
export type TriggerEvidenceInput = z.output<typeof triggerEvidence>;

const evidence = z.array(triggerEvidence).max(TRIGGER_LIMITS.evidence).default([]);

export const triggerInput = z.strictObject({
  code: z
    .string()
    .max(TRIGGER_LIMITS.code)
    .regex(/^[A-Z][A-Z0-9_]+$/),
  ...inputsOf(TRIGGER_FIELDS, { evidence }),
});
export type TriggerInput = z.output<typeof triggerInput>;

/** Fields left out stay as they are. Evidence is added to the existing evidence. */
export const triggerChanges = z.strictObject({
  ...optionalInputsOf(TRIGGER_FIELDS, { evidence }),
  evidence,
  reason: textInput(TRIGGER_LIMITS.reason).optional(),
});
export type TriggerChanges = z.output<typeof triggerChanges>;

export const cancelInput = z.strictObject({});
