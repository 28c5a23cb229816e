import { z } from "zod";
import { answers, instant } from "@/lib/api/parts";
import type { NewsFound } from "@/lib/domain/oversight/news";
import { recordKey } from "@/lib/domain/oversight/record-key";

export const news = z
  .object({
    position: z.int().min(0).meta({ description: "The last entry looked at: `since` of the next call." }),
    changed: z.array(
      z.object({
        record: z.string().meta({ description: "As it was asked for." }),
        entry: z.int().min(1).meta({ description: "The newest entry about it by somebody else." }),
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
