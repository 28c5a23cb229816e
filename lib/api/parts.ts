import { z } from "zod";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { ROLES } from "@/lib/domain/people/actor";
import { NUMBERED_KINDS, QUANTITY_KINDS, UNITS } from "@/lib/domain/pledge/quantity";
import { LADDER, STAGES } from "@/lib/domain/pledge/stages";

/** Schemas that have a name in the API description. */
export const answers = z.registry<{ id: string }>();

export const day = z.string().meta({ format: "date" });
export const instant = z.string().meta({ format: "date-time" });
export const code = z.string().regex(/^[A-Z]{2,4}$/);
export const hash = z.string().regex(/^[0-9a-f]{64}$/);
export const reference = z.string().regex(/^[A-Z]{2,4}-[1-5]-\d{3,}$/);
export const version = z.int().min(1);
export const priority = z.literal(PRIORITIES);
export const stage = z.enum(STAGES);
export const count = z.int().min(0);
export const writer = z.object({ name: z.string(), role: z.enum(ROLES) });
/** As it is sent: an exact sum by its amount, any other by its kind. */
export const money = z.union([
  z.object({ amount: z.string(), currency: z.string(), asStated: z.string().optional() }),
  z.object({
    kind: z.enum(NUMBERED_KINDS).exclude(["EXACT"]),
    min: z.string(),
    max: z.string().nullable(),
    currency: z.string(),
    asStated: z.string().nullable(),
  }),
]);
export const quantity = z.object({
  kind: z.enum(QUANTITY_KINDS),
  min: z.int().nullable(),
  max: z.int().nullable(),
  unit: z.enum(UNITS).nullable(),
  asStated: z.string().nullable(),
});
export const fieldChange = z.object({ field: z.string(), from: z.unknown(), to: z.unknown() });
/** With the moment and the reason. */
export const ended = z.object({ at: instant, reason: z.string() }).nullable();
/** A fact that pledges wait for. */
export const leaf = z.union([
  z.object({ trigger: z.string() }),
  z.object({ approval: z.uuid() }),
  z.object({ pledge: reference, atLeast: z.enum(LADDER) }),
]);

export const listOf = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), next: z.string().nullable(), total: z.int(), capped: z.boolean() });

/** Added by the route to any answer that names such pledges. */
export const coalitionOnly = z.array(reference).optional().meta({
  description: "Pledges named in this response that are for the coalition only; left out if there are none.",
});

export const coalitionOnlySchema = (answer: z.ZodType): z.ZodType =>
  answer instanceof z.ZodObject ? answer.extend({ coalitionOnly }) : answer;
