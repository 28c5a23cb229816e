import { z } from "zod";
import type { Shaped } from "@/lib/api/answer";
import { loggedRecord } from "@/lib/api/logged-record";
import { answers, fieldChange, instant, writer } from "@/lib/api/parts";
import { ACTIONS } from "@/lib/domain/base/audit";
import { NOTICE_KINDS, type Notice } from "@/lib/domain/notices/notice";
import { hiddenIn } from "@/lib/domain/pledge/sealed";

const topic = z.string().meta({ description: "As participant:FR." });

export const notice = z
  .object({
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
    actor: writer,
    action: z.enum(ACTIONS),
    record: loggedRecord,
    reason: z.string().nullable(),
    comment: z.string().nullable(),
    changes: z.array(fieldChange),
  })
  .register(answers, { id: "Notice" });

export const marked = z
  .object({ marked: z.int().min(0), unread: z.int().min(0) })
  .register(answers, { id: "Marked" });

export const choices = z
  .object({
    kinds: z.array(z.enum(NOTICE_KINDS)),
    digest: z.boolean(),
    hour: z.int().min(0).max(23),
    timeZone: z.string().nullable().meta({ description: "Null: the register's." }),
  })
  .register(answers, { id: "InboxChoices" });

export const presentNotice = (one: Notice): Shaped<typeof notice> => ({
  ...one,
  read: one.isRead,
  changes: hiddenIn(one.changes),
});
