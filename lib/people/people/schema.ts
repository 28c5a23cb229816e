import { z } from "zod";
import { ROLES } from "@/lib/domain/people/actor";
import { hasInvisible } from "@/lib/domain/people/look-alike";
import { LANGUAGES } from "@/lib/domain/base/language";
import { textInput, email, line, participantCode, problemOf } from "@/lib/schema/fields";

const PERSON_LIMITS = { email: 254, name: 120, desk: 100, reason: 2_000 } as const;

const name = line(PERSON_LIMITS.name).refine((value) => !hasInvisible(value), problemOf("invisible"));
const role = z.enum(ROLES);
const desk = z
  .array(participantCode)
  .max(PERSON_LIMITS.desk)
  .transform((codes) => [...new Set(codes)].sort());

const reason = textInput(PERSON_LIMITS.reason).nullable().optional();

/** For a link, or the removal of a second factor. */
export const reasonInput = z.strictObject({ reason });

export const personInput = z.strictObject({
  // Plain ASCII: a letter of another alphabet can look like one of these, both in a mail and on record.
  email: email
    .refine((value) => /^[^\s@]+@[^\s@]+$/.test(value), problemOf("not-an-address"))
    .refine((value) => /^[\x21-\x7e]+$/.test(value), problemOf("address-not-plain")),
  name,
  role,
  desk: desk.default([]),
  /** Cleared for sealed numbers. */
  sealed: z.boolean().default(false),
  /** Why, for the person who decides about an account with power. */
  reason,
});
export type PersonInput = z.output<typeof personInput>;

/** Fields left out stay as they are. The e-mail identifies a person on the record and can't change. */
export const personChanges = z.strictObject({
  name: name.optional(),
  role: role.optional(),
  desk: desk.optional(),
  sealed: z.boolean().optional(),
  disabled: z.boolean().optional(),
  reason,
});
export type PersonChanges = z.output<typeof personChanges>;

/** One of the three. `passkey`: the browser's answer, as JSON text. */
export const proofInput = z
  .strictObject({
    password: z.string().max(1_000).optional(),
    code: z.string().max(200).optional(),
    passkey: z.string().max(12_000).optional(),
  })
  .refine((given) => Object.values(given).filter((one) => one !== undefined).length === 1, {
    ...problemOf("missing"),
    path: ["password"],
  });

/** The language a person reads the register in; null: the browser's. */
export const languageInput = z.strictObject({ language: z.enum(LANGUAGES).nullable() });
