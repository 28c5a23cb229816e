import { z } from "zod";
import {
  ASSUMED_STATES,
  ASSUMED_STATUSES,
  MOST_ASSUMPTIONS,
  type Assumption,
} from "@/lib/domain/history/scenarios/assumption";
import { LONGEST_NAME, momentNamed } from "@/lib/domain/base/moment";
import { LARGEST_QUANTITY, UNITS } from "@/lib/domain/pledge/quantity";
import { LADDER } from "@/lib/domain/pledge/stages";
import { currencyInput, decimalInput } from "@/lib/schema/amounts";
import { id, line, nullable, pledgeReference, problemOf, textInput } from "@/lib/schema/fields";

const SCENARIO_LIMITS = { name: LONGEST_NAME, note: 2_000, reason: 2_000 } as const;

const triggerCode = z.string().regex(/^[A-Z][A-Z0-9_]{1,59}$/);

export const assumption: z.ZodType<Assumption> = z.union([
  z.strictObject({ trigger: triggerCode, state: z.enum(ASSUMED_STATES) }),
  z.strictObject({ approval: id, status: z.enum(ASSUMED_STATUSES) }),
  z.strictObject({ pledge: pledgeReference, atLeast: z.enum(LADDER) }),
  z.strictObject({ contribution: id, quantity: z.int().min(0).max(LARGEST_QUANTITY), unit: z.enum(UNITS) }),
  z.strictObject({ contribution: id, amount: decimalInput, currency: currencyInput }),
]);

/** A baseline by name or id, a day, or an instant; left out: now. */
const asOf = nullable(
  z
    .string()
    .max(LONGEST_NAME)
    .refine((words) => momentNamed(words) !== null, problemOf("not-a-moment")),
);

const assumptions = z.array(assumption).max(MOST_ASSUMPTIONS);

export const previewInput = z.strictObject({ asOf, assumptions });
export type PreviewInput = z.output<typeof previewInput>;

const name = line(SCENARIO_LIMITS.name);
const note = textInput(SCENARIO_LIMITS.note);

export const scenarioInput = z.strictObject({
  name,
  note: nullable(note),
  asOf,
  assumptions: assumptions.min(1),
});
export type ScenarioInput = z.output<typeof scenarioInput>;

/** Assumptions and outcome stay as they are. `withdrawn` with a reason takes it off the list, null puts it back. */
export const scenarioChanges = z.strictObject({
  name: name.optional(),
  note: note.nullable().optional(),
  withdrawn: z
    .strictObject({ reason: textInput(SCENARIO_LIMITS.reason) })
    .nullable()
    .optional(),
});
export type ScenarioChanges = z.output<typeof scenarioChanges>;
