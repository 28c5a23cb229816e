import { z } from "zod";
import { WORD_FIELDS, type WordField } from "@/lib/domain/import/file-answers";
import { problemOf } from "./fields";

const MOST_WORDS = 500;
const wordsInput = z
  .record(z.string().min(1).max(100), z.string().max(100))
  .refine((words) => Object.keys(words).length <= MOST_WORDS, problemOf("too-many", [], { max: MOST_WORDS }));

/** One answer for the whole file; `words`: by field and the word, what it means, empty for nothing. */
export const answersInput = z.strictObject({
  dayFirst: z.boolean().nullable().default(null),
  years2000: z.boolean().default(false),
  decimalComma: z.boolean().nullable().default(null),
  words: z
    .strictObject(
      Object.fromEntries(WORD_FIELDS.map((field) => [field, wordsInput.optional()])) as Record<
        WordField,
        z.ZodOptional<typeof wordsInput>
      >,
    )
    .default({}),
});
