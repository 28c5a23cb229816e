import { z } from "zod";
import { answers, code, instant, reference, version } from "@/lib/api/parts";
import { APPROVAL_FIELDS } from "@/lib/domain/pledge/approval";
import { answersOf } from "@/lib/schema/by-field";

export const approval = z
  .object({
    id: z.uuid(),
    version,
    participant: code,
    ...answersOf(APPROVAL_FIELDS, { serves: z.array(reference) }),
    createdAt: instant,
    updatedAt: instant,
  })
  .register(answers, { id: "Approval" });
