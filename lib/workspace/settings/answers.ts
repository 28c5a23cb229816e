import { z } from "zod";
import type { Shaped } from "@/lib/api/answer";
import { answers, version } from "@/lib/api/parts";
import { ROLES } from "@/lib/domain/people/actor";
import type { Register } from "@/lib/domain/people/register";

export const settings = z
  .object({
    version,
    demonstration: z.boolean(),
    timeZone: z.string(),
    marking: z.string().nullable(),
    staleDays: z.int(),
    mandateDays: z.int(),
    secondFactorFor: z.array(z.enum(ROLES)),
  })
  .register(answers, { id: "Settings" });

export const presentSettings = (register: Register): Shaped<typeof settings> => ({
  ...register,
  marking: register.marking === "" ? null : register.marking,
});
