import { z } from "zod";
import { answers } from "@/lib/api/parts";
import { PLACE_KINDS } from "@/lib/domain/details/place";

export const place = z
  .object({
    kind: z.enum(PLACE_KINDS),
    href: z.string(),
    title: z.string(),
    detail: z.string().nullable(),
  })
  .register(answers, { id: "Place" });
