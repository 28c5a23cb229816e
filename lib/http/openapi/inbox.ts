import { z } from "zod";
import { ROLES } from "@/lib/domain/people/actor";
import { ACTIONS } from "@/lib/domain/base/audit";
import { NOTICE_KINDS } from "@/lib/domain/notices/notice";
import { WATCH_KINDS } from "@/lib/domain/people/watch";
import { logEntry } from "./audit";
import { answers, instant } from "./parts";

const topic = z.string().meta({ description: "As participant:FR." });

export const notice = z
  .strictObject({
    seq: z.int().min(1).meta({ description: "Of the entry in the log." }),
    kind: z.enum(NOTICE_KINDS),
    watch: topic
      .nullable()
      .meta({ description: "What of it is watched; null where it concerns one anyway." }),
    entries: z
      .int()
      .min(1)
      .meta({ description: "More than one: so many of one step, of which this entry is the last." }),
    read: z.boolean(),
    at: instant,
    actor: z.strictObject({ name: z.string(), role: z.enum(ROLES) }),
    action: z.enum(ACTIONS),
    record: logEntry.shape.record,
    reason: z.string().nullable(),
    comment: z.string().nullable(),
    changes: z.array(z.strictObject({ field: z.string(), from: z.unknown(), to: z.unknown() })),
  })
  .register(answers, { id: "Notice" });

const watched = {
  topic,
  kind: z.enum(WATCH_KINDS),
  key: z.string(),
  title: z
    .string()
    .nullable()
    .meta({ description: "Null for a priority: its words are the register's own." }),
};

export const watch = z.strictObject(watched).register(answers, { id: "Watch" });
export const watchSet = z
  .strictObject({ ...watched, watching: z.boolean() })
  .register(answers, { id: "WatchSet" });

export const marked = z
  .strictObject({ marked: z.int().min(0), unread: z.int().min(0) })
  .register(answers, { id: "Marked" });

export const choices = z
  .strictObject({
    kinds: z.array(z.enum(NOTICE_KINDS)),
    digest: z.boolean(),
    hour: z.int().min(0).max(23),
    timeZone: z.string().nullable().meta({ description: "Null: the register's." }),
  })
  .register(answers, { id: "InboxChoices" });
