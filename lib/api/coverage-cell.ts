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
  onBehalf: count.meta({ description: "Promised on its behalf, which is no position of its own." }),
  claimed: count.meta({ description: "Said to be its joint promise, or on its behalf, and not confirmed." }),
  declined: count,
  unresolved: count,
  dormant: count,
  searched: z.object({ until: day, where: z.string(), by: z.string() }).optional().meta({
    description: "Where a position is missing: the last day up to which somebody looked, where, and who.",
  }),
  new: count.optional().meta({ description: "With `since`: counted items that came up since." }),
  resolved: count.optional().meta({ description: "With `since`: counted items that no longer hold." }),
});
