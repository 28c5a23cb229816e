import { z } from "zod";
import type { Shaped } from "@/lib/api/answer";
import { answers, code, day, instant, priority, reference, version } from "@/lib/api/parts";
import { HANDLINGS } from "@/lib/domain/pledge/pledge-fields";
import { CALENDAR_KINDS, type CalendarEntry } from "@/lib/domain/unresolved/calendar";

export const calendarEntry = z
  .object({
    kind: z.enum(CALENDAR_KINDS),
    on: day,
    reference: reference.nullable().meta({
      description: "The pledge; for an approval, the first pledge that it serves.",
    }),
    participant: code.nullable(),
    priority: priority.nullable(),
    title: z.string().nullable(),
    about: z.string().nullable().meta({
      description:
        "The body that decides, the next action, the question’s or the requirement’s reference, the kind of contribution, or the publisher of evidence.",
    }),
    id: z.uuid().nullable().meta({
      description:
        "ID of the approval, question, requirement, contribution or evidence, if the entry is about one.",
    }),
    handling: z.enum(HANDLINGS),
    version,
    updatedAt: instant,
  })
  .register(answers, { id: "CalendarEntry" });

export const presentCalendarEntry = ({
  what: kind,
  ...entry
}: CalendarEntry): Shaped<typeof calendarEntry> => ({ kind, ...entry });
