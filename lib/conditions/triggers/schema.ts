import { z } from "zod";
import { PIECE_FIELDS } from "@/lib/domain/pledge/evidence";
import { TRIGGER_STATES, WAITINGS } from "@/lib/domain/pledge/trigger";
import { inputsOf } from "@/lib/schema/by-field";
import { dayInput, id, line, nullable, sourceFields, textInput } from "@/lib/schema/fields";

export const TRIGGER_LIMITS = {
  code: 60,
  title: 200,
  description: 2_000,
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
  title: line(TRIGGER_LIMITS.title),
  description: nullable(textInput(TRIGGER_LIMITS.description)),
  waiting: z.enum(WAITINGS).default("BLOCKING"),
  state: z.enum(TRIGGER_STATES).default("UNKNOWN"),
  since: nullable(dayInput),
  evidence,
});
export type TriggerInput = z.output<typeof triggerInput>;

/** Fields left out stay as they are. Evidence is added to the existing evidence. */
export const triggerChanges = z.strictObject({
  title: line(TRIGGER_LIMITS.title).optional(),
  description: textInput(TRIGGER_LIMITS.description).nullable().optional(),
  waiting: z.enum(WAITINGS).optional(),
  state: z.enum(TRIGGER_STATES).optional(),
  since: dayInput.nullable().optional(),
  evidence,
  reason: textInput(TRIGGER_LIMITS.reason).optional(),
});
export type TriggerChanges = z.output<typeof triggerChanges>;

export const cancelInput = z.strictObject({});
