import { z } from "zod";
import { MOST_RECORDS } from "@/lib/domain/oversight/news";
import { isSeq } from "@/lib/domain/log/logged";
import { LONGEST_RECORD_KEY, recordKeyed, type RecordKey } from "@/lib/domain/oversight/record-key";
import { problemOf } from "@/lib/schema/fields";

/** `pledge:FR-3-001,participant:FR` */
const records = z
  .string()
  .max(MOST_RECORDS * LONGEST_RECORD_KEY)
  .transform((text, context): RecordKey[] => {
    const names = [...new Set(text.split(","))];
    const found = names.map(recordKeyed).filter((one) => one !== null);
    if (names.length <= MOST_RECORDS && found.length === names.length) return found;
    context.addIssue({ code: "custom", params: { code: "not-a-record" } });
    return z.NEVER;
  })
  .default([]);

/** `since` is the number of an entry; if left out, only the log's position is returned. */
export const newsParameters = z.strictObject({
  since: z
    .string()
    .max(15)
    .refine(isSeq, problemOf("not-an-entry"))
    .transform(Number)
    .nullable()
    .default(null),
  on: records,
});
