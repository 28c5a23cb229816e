import { z } from "zod";
import { ROLES } from "@/lib/domain/people/actor";
import { line, participantCode } from "@/lib/schema/fields";

export const signInGroupInput = z.strictObject({
  name: line(200),
  role: z.enum(ROLES),
  desk: z
    .array(participantCode)
    .max(100)
    .transform((codes) => [...new Set(codes)].sort())
    .default([]),
  sealed: z.boolean().default(false),
});
export type SignInGroupInput = z.output<typeof signInGroupInput>;
