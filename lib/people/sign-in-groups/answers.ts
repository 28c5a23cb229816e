import { z } from "zod";
import { answers, code } from "@/lib/api/parts";
import { ROLES } from "@/lib/domain/people/actor";

export const signInGroup = z
  .object({
    id: z.uuid(),
    name: z.string().meta({ description: "Name of the group, as the single sign-on provider sends it." }),
    role: z.enum(ROLES),
    desk: z.array(code),
    sealed: z.boolean(),
    setBy: z
      .object({ id: z.uuid(), name: z.string() })
      .meta({ description: "The administrator in whose name the power that it gives is proposed." }),
  })
  .register(answers, { id: "SignInGroup" });
