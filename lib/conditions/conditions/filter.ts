import { z } from "zod";
import { TRIGGER_STATES, WAITINGS } from "@/lib/domain/pledge/trigger";
import { dayParameter } from "@/lib/schema/parameters";

/** The state a trigger would have; a field left out stays as it is. */
export const effectParameters = z.strictObject({
  state: z.enum(TRIGGER_STATES).optional(),
  waiting: z.enum(WAITINGS).optional(),
  since: dayParameter,
});
export type EffectQuery = z.output<typeof effectParameters>;
