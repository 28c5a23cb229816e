import { ruling } from "@/lib/api/ruling";
import { z } from "zod";
import { answers, code } from "@/lib/api/parts";

export const rulingRow = z
  .object({ ...ruling.shape, participant: code, title: z.string(), current: z.boolean() })
  .register(answers, { id: "RulingRow" });
