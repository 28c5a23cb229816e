import { z } from "zod";
import { answers, instant } from "@/lib/api/parts";
import type { NewsFound } from "@/lib/domain/oversight/news";
import { recordKey } from "@/lib/domain/oversight/record-key";

export const news = z
  .object({
    position: z
      .int()
      .min(0)
      .meta({ description: "The last entry examined; send it as `since` in the next call." }),
    changed: z.array(
      z.object({
        record: z.string().meta({ description: "The record, as the request named it." }),
        entry: z.int().min(1).meta({ description: "The newest entry about the record by someone else." }),
        at: instant,
        by: z.string(),
      }),
    ),
  })
  .register(answers, { id: "News" });

export const presentNews = ({ position, changed }: NewsFound): z.input<typeof news> => ({
  position,
  changed: changed.map(({ kind, key, entry, at, by }) => ({
    record: recordKey({ kind, key }),
    entry,
    at,
    by,
  })),
});
