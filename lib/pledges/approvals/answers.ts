import { z } from "zod";
import { answers, code, instant, money, quantity, reference, version } from "@/lib/api/parts";
import { APPROVAL_FIELDS, APPROVAL_STATUSES } from "@/lib/domain/pledge/approval";
import { answersOf } from "@/lib/schema/by-field";

export const approval = z
  .object({
    id: z.uuid(),
    version,
    participant: code,
    ...answersOf(APPROVAL_FIELDS, {
      serves: z.array(reference),
      limits: z.array(z.object({ quantity: quantity.nullable(), money: money.nullable() })),
    }),
    current: z.enum(APPROVAL_STATUSES).meta({
      description:
        "Effective status on that day: LAPSED from the day after `validUntil`, otherwise `status`.",
    }),
    createdAt: instant,
    updatedAt: instant,
  })
  .register(answers, { id: "Approval" });
