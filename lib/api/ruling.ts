import { z } from "zod";
import { answers, instant, money, quantity, reference, version } from "@/lib/api/parts";
import { CAVEAT_CATEGORIES } from "@/lib/domain/pledge/contribution";
import { EVIDENCE_FIELDS } from "@/lib/domain/pledge/evidence";

const value = z.union([
  z.null(),
  z.int(),
  z.string(),
  quantity,
  money,
  z.array(z.object({ category: z.enum(CAVEAT_CATEGORIES), text: z.string() })),
]);
/** Lists and conditions are in the form in which the register compares them. */
const ruledValue = z.union([
  z.object({ value: z.union([value, z.unknown()]) }),
  z.object({ lines: z.record(z.uuid(), value) }),
  z.object({ not: z.unknown() }),
]);

export const ruling = z
  .object({
    id: z.uuid(),
    version,
    pledge: reference,
    field: z.enum(EVIDENCE_FIELDS),
    holds: z.uuid().nullable(),
    finding: z.string(),
    reason: z.string(),
    weighed: z.array(z.uuid()),
    /**
     * The value that the record should have; `not`: its value at the time of the ruling, where the finding is
     * only text.
     */
    says: ruledValue.optional(),
    supersedes: z.uuid().nullable(),
    ruledBy: z.string(),
    createdAt: instant,
  })
  .register(answers, { id: "Ruling" });
