import { z } from "zod";
import { answers, day, ended, instant, money, quantity, reference, version } from "@/lib/api/parts";
import { DELIVERED_AS } from "@/lib/domain/pledge/delivery";

export const delivery = z
  .object({
    id: z.uuid(),
    version,
    pledge: reference,
    contribution: z.uuid(),
    quantity: quantity.nullable(),
    money: money.nullable(),
    deliveredOn: day,
    definition: z.enum(DELIVERED_AS),
    evidence: z.array(z.uuid()).min(1),
    confirmation: z.object({ on: day, by: z.string(), evidence: z.uuid() }).nullable(),
    note: z.string().nullable(),
    retracted: ended,
    createdAt: instant,
    updatedAt: instant,
  })
  .register(answers, { id: "Delivery" });
