import { z } from "zod";
import { MOST_MARKED, NOTICE_KINDS } from "@/lib/domain/notices/notice";
import { problemOf, timeZone } from "@/lib/schema/fields";

const seq = z.int().min(1);

/** Some entries, or all up to one. */
export const markInput = z
  .strictObject({
    entries: z
      .array(seq)
      .min(1)
      .max(MOST_MARKED)
      .transform((entries) => [...new Set(entries)])
      .optional(),
    through: seq.optional(),
    read: z.boolean(),
  })
  .refine(
    ({ entries, through }) => (entries === undefined) !== (through === undefined),
    problemOf("one-of-both", ["entries"]),
  )
  .refine(({ through, read }) => through === undefined || read, problemOf("not-used", ["through"]));
export type MarkInput = z.output<typeof markInput>;

/** Fields left out stay as they are. */
export const choiceChanges = z.strictObject({
  kinds: z
    .array(z.enum(NOTICE_KINDS))
    .max(NOTICE_KINDS.length)
    .transform((kinds) => [...new Set(kinds)])
    .optional(),
  digest: z.boolean().optional(),
  hour: z.int().min(0).max(23).optional(),
  /** Null: the register's. */
  timeZone: timeZone.nullable().optional(),
});
export type ChoiceChanges = z.output<typeof choiceChanges>;
