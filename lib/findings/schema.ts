import { z } from "zod";
import { FINDING_TEXT } from "@/lib/domain/finding";
import { LONGEST_RECORD_KEY, recordKeyed, type RecordKey } from "@/lib/domain/record-key";
import { says, text } from "@/lib/fields";

/** `pledge:FR-3-001` */
export const recordKeyInput = z
  .string()
  .max(LONGEST_RECORD_KEY)
  .refine((name) => recordKeyed(name) !== null, says("not-a-record"));

export const findingInput = z.strictObject({ about: recordKeyInput, text: text(FINDING_TEXT) });
export type FindingInput = z.output<typeof findingInput>;

/** An answer, what the closing rests on, or why it is opened again. */
export const entryInput = z.strictObject({ text: text(FINDING_TEXT) });
export type EntryInput = z.output<typeof entryInput>;

/** Of a text that a schema has let through. */
export function namedIn(text: string): RecordKey {
  const name = recordKeyed(text);
  if (name === null) throw new Error("no name of a record");
  return name;
}
