import { z } from "zod";
import { answers, code } from "@/lib/api/parts";
import { ROLES } from "@/lib/domain/people/actor";

export const signInGroup = z
  .object({
    id: z.uuid(),
    name: z.string().meta({ description: "As the provider of single sign-on says it." }),
    role: z.enum(ROLES),
    desk: z.array(code),
    sealed: z.boolean(),
    setBy: z
      .object({ id: z.uuid(), name: z.string() })
      .meta({ description: "Who proposes the power that it gives." }),
  })
  .register(answers, { id: "SignInGroup" });
