import { z } from "zod";
import { answers, instant, reference, version } from "@/lib/api/parts";
import { EVIDENCE_FIELDS } from "@/lib/domain/pledge/evidence";

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
    supersedes: z.uuid().nullable(),
    ruledBy: z.string(),
    createdAt: instant,
  })
  .register(answers, { id: "Ruling" });
