import { z } from "zod";
import { answers, code, day, instant, reference, version } from "@/lib/api/parts";
import { APPROVAL_KINDS, APPROVAL_STATUSES } from "@/lib/domain/pledge/approval";

export const approval = z
  .object({
    id: z.uuid(),
    version,
    participant: code,
    kind: z.enum(APPROVAL_KINDS),
    body: z.string(),
    subject: z.string().nullable(),
    status: z.enum(APPROVAL_STATUSES),
    statusSince: day.nullable(),
    scheduledFor: day.nullable(),
    decidedOn: day.nullable(),
    serves: z.array(reference),
    createdAt: instant,
    updatedAt: instant,
  })
  .register(answers, { id: "Approval" });
