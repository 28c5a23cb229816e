import type { Shaped } from "@/lib/api/answer";
import { z } from "zod";
import { answers } from "@/lib/api/parts";
import { type PersonWatch, WATCH_KINDS, topicName } from "@/lib/domain/people/watch";

const topic = z.string().meta({ description: "For example `participant:FR`." });

const watched = {
  topic,
  kind: z.enum(WATCH_KINDS),
  key: z.string(),
  title: z
    .string()
    .nullable()
    .meta({ description: "Null for a priority, whose name is one of the register’s own terms." }),
};

export const watch = z.object(watched).register(answers, { id: "Watch" });

export const watchSet = z.object({ ...watched, watching: z.boolean() }).register(answers, { id: "WatchSet" });

export const presentWatch = (one: PersonWatch): Shaped<typeof watch> => ({ ...one, topic: topicName(one) });

export const presentWatchSet = (one: PersonWatch & { watching: boolean }): Shaped<typeof watchSet> => ({
  ...presentWatch(one),
  watching: one.watching,
});
