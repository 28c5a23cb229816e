import { z } from "zod";
import { decimalInput, moneyInput, quantityInput } from "@/lib/schema/amounts";
import { FITS } from "@/lib/domain/requirements/offer";
import { isExact, moneyEnds } from "@/lib/domain/pledge/money";
import type { Quantity, QuantityKind } from "@/lib/domain/pledge/quantity";
import { NEED_KINDS, REQUIREMENT_FIELDS, REQUIREMENT_REFERENCE } from "@/lib/domain/requirements/requirement";
import { optionalInputsOf, inputsOf } from "@/lib/schema/by-field";
import { dayInput, id, nullable, pledgeReference, problemOf, textInput } from "@/lib/schema/fields";

const REQUIREMENT_LIMITS = { days: 3_650, reason: 2_000 } as const;

const isNeeded = (kind: QuantityKind): boolean => (NEED_KINDS as readonly QuantityKind[]).includes(kind);

/** A need must be a number: otherwise nothing could be said to meet it. */
const need = quantityInput
  .refine(({ kind }) => isNeeded(kind), problemOf("needs-number", ["kind"]))
  .refine(({ unit }) => unit !== null, problemOf("required", ["unit"]))
  .refine(({ min }) => min === null || min > 0, problemOf("above-nothing", ["min"]));

/** The lower end is what must be met, so there must be one. */
const cost = moneyInput
  .refine((money) => isExact(money) || isNeeded(money.kind), problemOf("needs-number", ["kind"]))
  .refine((money) => !isExact(money) || /[1-9]/.test(money.amount), problemOf("above-nothing", ["amount"]))
  .refine((money) => /[1-9]/.test(moneyEnds(money).min), problemOf("above-nothing", ["min"]));

const neededBy = z
  .strictObject({ day: nullable(z.int().min(0).max(REQUIREMENT_LIMITS.days)), date: nullable(dayInput) })
  .refine(({ day, date }) => day === null || date === null, problemOf("one-of-both", ["date"]));

const one = ({ quantity, money }: { quantity: Quantity | null; money: unknown }): boolean =>
  (quantity === null) !== (money === null);

export const requirementInput = z
  .strictObject({
    reference: z
      .string()
      .max(20)
      .refine((code) => REQUIREMENT_REFERENCE.test(code), problemOf("not-a-requirement")),
    ...inputsOf(REQUIREMENT_FIELDS, {
      quantity: need,
      money: cost,
      neededBy: neededBy.default({ day: null, date: null }),
    }),
  })
  .refine(one, problemOf("one-of-both", ["quantity", "min"]));
export type RequirementInput = z.output<typeof requirementInput>;

/** Fields left out stay as they are. `closed` with a reason closes it, null reopens it. */
export const requirementChanges = z.strictObject({
  ...optionalInputsOf(REQUIREMENT_FIELDS, { quantity: need, money: cost, neededBy }),
  closed: z
    .strictObject({ reason: textInput(REQUIREMENT_LIMITS.reason) })
    .nullable()
    .optional(),
  reason: textInput(REQUIREMENT_LIMITS.reason).optional(),
});
export type RequirementChanges = z.output<typeof requirementChanges>;

/** `amount` null: all of it. `fit` with its reason only if the table leaves it open. */
export const offerInput = z.strictObject({
  pledge: pledgeReference,
  contribution: id,
  amount: nullable(decimalInput.refine((amount) => /[1-9]/.test(amount), problemOf("above-nothing"))),
  fit: nullable(z.enum(FITS)),
  reason: nullable(textInput(REQUIREMENT_LIMITS.reason)),
});
export type OfferInput = z.output<typeof offerInput>;

export const offerWithdrawal = z.strictObject({ reason: textInput(REQUIREMENT_LIMITS.reason) });
