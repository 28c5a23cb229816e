import { z } from "zod";
import { answers, code, instant, version } from "@/lib/api/parts";

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
    createdAt: instant,
  })
  .register(answers, { id: "Handover" });
