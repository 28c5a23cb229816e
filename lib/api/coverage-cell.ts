import { z } from "zod";
import { LADDER } from "@/lib/domain/pledge/stages";
import { POSITIONS } from "@/lib/domain/unresolved/position";
import { code, count, day, priority } from "./parts";

export const coverageCell = z.object({
  participant: code,
  priority,
  position: z.enum(POSITIONS),
  expected: z.boolean(),
  highestStage: z.enum(LADDER).nullable(),
  pledges: count,
  onBehalf: count.meta({ description: "Pledges made on its behalf; they don't count as its position." }),
  claimed: count.meta({
    description: "Pledges claimed to be joint with it or on its behalf, but not confirmed.",
  }),
  declined: count,
  unresolved: count,
  dormant: count,
  searched: z.object({ until: day, where: z.string(), by: z.string() }).optional().meta({
    description: "If a position is missing: the last day that a search covered, where, and by whom.",
  }),
  new: count
    .optional()
    .meta({ description: "Only with `since`: number of counted items that are new since then." }),
  resolved: count
    .optional()
    .meta({ description: "Only with `since`: number of counted items resolved since then." }),
});
