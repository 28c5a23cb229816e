import { z } from "zod";
import { coverageCell } from "@/lib/api/coverage-cell";
import { answers, count } from "@/lib/api/parts";
import { point } from "@/lib/api/unresolved-item";

export const coverage = z
  .object({
    cells: z.array(coverageCell),
    since: point.optional(),
    totals: z.object({
      participants: z.record(z.string(), count),
      priorities: z.record(z.string(), count),
      counted: count,
    }),
  })
  .register(answers, { id: "Coverage" });
