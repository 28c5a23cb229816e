import { z } from "zod";
import { ROLES, TOKEN_GROUPS } from "@/lib/domain/people/actor";
import { LONGEST_TOKEN_DAYS } from "@/lib/domain/people/token";
import { line, participantCode } from "@/lib/schema/fields";

export const tokenInput = z.strictObject({
  name: line(80),
  days: z.int().min(1).max(LONGEST_TOKEN_DAYS),
  /** Left out: the person's own. */
  role: z.enum(ROLES).optional(),
  /** Left out: the person's own. */
  desk: z
    .array(participantCode)
    .max(100)
    .transform((codes) => [...new Set(codes)].sort())
    .optional(),
  sealed: z.boolean().default(false),
  groups: z
    .array(z.enum(TOKEN_GROUPS))
    .max(TOKEN_GROUPS.length)
    .transform((groups) => TOKEN_GROUPS.filter((group) => groups.includes(group)))
    .default([]),
});
export type TokenInput = z.output<typeof tokenInput>;
