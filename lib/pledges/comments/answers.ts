import { z } from "zod";
import { answers, instant, reference, version } from "@/lib/api/parts";

export const comment = z
  .object({ id: z.uuid(), version, pledge: reference, text: z.string(), createdAt: instant })
  .register(answers, { id: "Comment" });
