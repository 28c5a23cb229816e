import { z } from "zod";
import { limit } from "@/lib/schema/parameters";

/** `after`: the last position that was read; 0 for all from the beginning. */
export const feedParameters = z.strictObject({
  after: z
    .string()
    .regex(/^(0|[1-9]\d{0,14})$/)
    .transform(Number)
    .default(0),
  limit,
});
