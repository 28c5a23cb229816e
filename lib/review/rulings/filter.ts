import { z } from "zod";
import { isKeyInTime } from "@/lib/domain/base/cursor";
import type { RulingRow, RulingFilter } from "@/lib/domain/proposals/ruling";
import { problemOf } from "@/lib/schema/fields";
import { listQuery, type FiltersOf } from "@/lib/schema/listed";
import { participantCodes, priorities } from "@/lib/schema/parameters";

/** Newest first. */
export const rulingQuery = listQuery({
  filters: {
    pledge: z
      .string()
      .max(20)
      .refine((text) => /^[A-Z]{2,4}-[1-5]-\d{3,6}$/.test(text), problemOf("not-a-reference"))
      .nullable()
      .default(null),
    participant: participantCodes,
    priority: priorities,
  } satisfies FiltersOf<RulingFilter>,
  order: "-createdAt",
  keyOf: ({ createdAt, id }: Pick<RulingRow, "createdAt" | "id">) => [createdAt, id],
  isKey: isKeyInTime,
});
