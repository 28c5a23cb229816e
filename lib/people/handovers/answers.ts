import { z } from "zod";
import type { Shaped } from "@/lib/api/answer";
import { answers, code, instant, version } from "@/lib/api/parts";
import {
  HANDOVER_ACTS,
  HANDOVER_STATES,
  handoverState,
  type KnownHandover,
} from "@/lib/domain/people/handover";

const named = z.object({ name: z.string(), email: z.string() });

export const handover = z
  .object({
    id: z.uuid(),
    version,
    from: named,
    to: named,
    participants: z.array(code),
    note: z.string(),
    pledges: z.int().min(0),
    state: z.enum(HANDOVER_STATES),
    steps: z
      .array(
        z.object({ does: z.enum(HANDOVER_ACTS), by: z.string(), note: z.string().nullable(), at: instant }),
      )
      .meta({ description: "If the desk has sealed numbers: the offer, the answer to it and the decision." }),
    createdAt: instant,
  })
  .register(answers, { id: "Handover" });

export const presentHandover = (one: KnownHandover): Shaped<typeof handover> => ({
  ...one,
  state: handoverState(one),
  steps: (one.entries ?? []).map(({ does, note, at }, index) => ({
    does,
    by: one.actors[index] ?? "",
    note,
    at,
  })),
});
