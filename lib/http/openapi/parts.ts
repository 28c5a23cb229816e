import { z } from "zod";
import { PRIORITIES } from "@/lib/domain/base/priority";

/** Schemas that have a name in the API description. */
export const answers = z.registry<{ id: string }>();

export const day = z.string().meta({ format: "date" });
export const instant = z.string().meta({ format: "date-time" });
export const code = z.string().regex(/^[A-Z]{2,4}$/);
export const hash = z.string().regex(/^[0-9a-f]{64}$/);
export const reference = z.string().regex(/^[A-Z]{2,4}-[1-5]-\d{3,}$/);
export const version = z.int().min(1);
export const priority = z.literal(PRIORITIES);

export const listOf = <S extends z.ZodType>(item: S) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable(), total: z.int(), capped: z.boolean() });

/** Added by the route to any answer that names such pledges. */
export const coalitionOnly = z.array(reference).optional().meta({
  description:
    "Pledges named in this answer that are for the coalition alone; left out where there are none.",
});

export const coalitionOnlySchema = (answer: z.ZodType): z.ZodType =>
  answer instanceof z.ZodObject ? answer.extend({ coalitionOnly }) : answer;
