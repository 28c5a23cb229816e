import { z } from "zod";
import { moneyInput, quantityInput } from "@/lib/schema/amounts";
import { inputsOf } from "@/lib/schema/by-field";
import { CAVEAT_CATEGORIES, CONTRIBUTION_FIELDS } from "@/lib/domain/pledge/contribution";
import { EVIDENCE_FIELDS, type EvidenceField } from "@/lib/domain/pledge/evidence";
import { PLEDGE_FIELDS } from "@/lib/domain/pledge/pledge-fields";
import { STAGES } from "@/lib/domain/pledge/stages";
import { memberOf } from "@/lib/domain/proposals/ruled-value";
import { id, pledgeReference, problemOf, textInput } from "@/lib/schema/fields";

const RULING_LIMITS = {
  finding: 500,
  reason: 2_000,
  text: 2_000,
  lines: 50,
  caveats: 30,
  caveat: 1_000,
} as const;

/** Without a number given in confidence, because everyone reads a ruling. */
const quantity = quantityInput.refine(
  ({ kind }) => kind !== "SEALED",
  problemOf("number-is-sealed", ["kind"]),
);
const caveats = z
  .array(z.strictObject({ category: z.enum(CAVEAT_CATEGORIES), text: textInput(RULING_LIMITS.caveat) }))
  .max(RULING_LIMITS.caveats);

/** The value of any field; `VALUES` says what each field takes. */
const value = z.union([
  z.null(),
  z.int().min(0).max(3_650),
  textInput(RULING_LIMITS.text),
  quantity,
  moneyInput,
  caveats,
]);

const says = z.union([
  z.strictObject({ value }),
  z.strictObject({
    lines: z
      .record(id, value)
      .refine((lines) => Object.keys(lines).length > 0, problemOf("empty"))
      .refine(
        (lines) => Object.keys(lines).length <= RULING_LIMITS.lines,
        problemOf("too-many", [], { max: RULING_LIMITS.lines }),
      ),
  }),
]);

const {
  allocated: _none,
  sameAs: _nobody,
  ...ofLines
} = inputsOf(CONTRIBUTION_FIELDS, {
  quantity,
  money: moneyInput,
  caveats,
  allocated: z.null(),
  sameAs: z.null(),
});
const VALUES: Readonly<Record<string, z.ZodType>> = {
  ...inputsOf(PLEDGE_FIELDS, {}),
  stage: z.enum(STAGES),
  ...Object.fromEntries(Object.entries(ofLines).map(([name, schema]) => [`contributions.${name}`, schema])),
};

/** Lists and conditions are ruled on only in words. */
function fits(field: EvidenceField, value: z.output<typeof says>): boolean {
  const schema = VALUES[field];
  if (!schema || "lines" in value !== (memberOf(field) !== null)) return false;
  return ("lines" in value ? Object.values(value.lines) : [value.value]).every(
    (one) => schema.safeParse(one).success,
  );
}

/**
 * `holds`: the evidence that is right; null if the record is. `says`: the value that the record should have;
 * if left out, its current value if that is right, otherwise only the finding in words. `supersedes`: the
 * current ruling, as it was seen. Without a reason the command refuses it as `reason-missing`.
 */
export const rulingInput = z
  .strictObject({
    pledge: pledgeReference,
    field: z.enum(EVIDENCE_FIELDS),
    holds: id.nullable(),
    finding: textInput(RULING_LIMITS.finding),
    reason: textInput(RULING_LIMITS.reason).optional(),
    says: says.optional(),
    supersedes: id.nullable().default(null),
  })
  .refine(
    ({ field, says: value }) => value === undefined || fits(field, value),
    problemOf("not-of-this-field", ["says"]),
  );
export type RulingInput = z.output<typeof rulingInput>;
