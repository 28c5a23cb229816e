import { z } from "zod";
import { answers, fieldChange } from "@/lib/api/parts";
import { logEntry } from "../audit/answers";

export const feedPage = z
  .object({
    items: z.array(
      z.object({
        ...logEntry.shape,
        changes: z
          .array(fieldChange)
          .meta({ description: "The changes, as far as the reader may see them." }),
      }),
    ),
    position: z
      .int()
      .min(0)
      .meta({ description: "The last position examined; send it as `after` in the next call." }),
    head: z
      .int()
      .min(0)
      .meta({ description: "The last position of the log; no entry will be added before it." }),
  })
  .register(answers, { id: "FeedPage" });
