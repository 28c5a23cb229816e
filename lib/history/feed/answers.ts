import { z } from "zod";
import { answers, fieldChange } from "@/lib/api/parts";
import { logEntry } from "../audit/answers";

export const feedPage = z
  .object({
    items: z.array(
      z.object({
        ...logEntry.shape,
        changes: z.array(fieldChange).meta({ description: "As the reader may see them." }),
      }),
    ),
    position: z.int().min(0).meta({ description: "The last position looked at: `after` of the next call." }),
    head: z.int().min(0).meta({ description: "The log’s last position; nothing comes before it any more." }),
  })
  .register(answers, { id: "FeedPage" });
