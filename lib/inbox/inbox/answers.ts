import { z } from "zod";
import type { Shaped } from "@/lib/api/answer";
import { loggedRecord } from "@/lib/api/logged-record";
import { answers, fieldChange, instant, writer } from "@/lib/api/parts";
import { ACTIONS } from "@/lib/domain/base/audit";
import { NOTICE_KINDS, type Notice } from "@/lib/domain/notices/notice";
import { hiddenIn } from "@/lib/domain/pledge/sealed";

const topic = z.string().meta({ description: "For example `participant:FR`." });

export const notice = z
  .object({
    seq: z.int().min(1).meta({ description: "Number of the entry in the log." }),
    kind: z.enum(NOTICE_KINDS),
    watch: topic
      .nullable()
      .meta({ description: "The topic that you watch; null if the notification concerns you anyway." }),
    entries: z
      .int()
      .min(1)
      .meta({ description: "Number of entries of the same step; above 1, `seq` is the last of them." }),
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
    timeZone: z.string().nullable().meta({ description: "Null for the register’s time zone." }),
  })
  .register(answers, { id: "InboxChoices" });

export const presentNotice = (one: Notice): Shaped<typeof notice> => ({
  ...one,
  read: one.isRead,
  changes: hiddenIn(one.changes),
});
