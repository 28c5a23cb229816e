import { z } from "zod";
import { FINDING_TEXT } from "@/lib/domain/oversight/finding";
import { LONGEST_RECORD_KEY, meantBy } from "@/lib/domain/oversight/record-key";
import { problemOf, textInput } from "@/lib/schema/fields";

/** `pledge:FR-3-001`, or only `FR-3-001`, a code or an id. */
export const recordInput = z
  .string()
  .max(LONGEST_RECORD_KEY)
  .refine((name) => meantBy(name).length > 0, problemOf("not-a-record"));

export const findingInput = z.strictObject({ about: recordInput, text: textInput(FINDING_TEXT) });
export type FindingInput = z.output<typeof findingInput>;

/** An answer, the basis for closing, or why it is reopened. */
export const entryInput = z.strictObject({ text: textInput(FINDING_TEXT) });
export type EntryInput = z.output<typeof entryInput>;
