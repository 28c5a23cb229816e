import { z } from "zod";
import { WORD_FIELDS, type WordField } from "@/lib/domain/import/file-answers";
import { composable, isText, problemOf } from "./fields";

const MOST_WORDS = 500;
/** A cell's words as they were read; the database stores neither NUL nor half of a character. */
const words = composable.check(isText(/[^\P{Cc}\n\t]|\p{Cs}/u)).max(100);
const wordsInput = z
  .record(words.min(1), words)
  .refine((found) => Object.keys(found).length <= MOST_WORDS, problemOf("too-many", [], { max: MOST_WORDS }));

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
