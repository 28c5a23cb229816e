import { z } from "zod";
import { answers, instant, version } from "@/lib/api/parts";

export const baseline = z
  .object({ id: z.uuid(), version, name: z.string(), asOf: instant, createdAt: instant })
  .register(answers, { id: "Baseline" });
