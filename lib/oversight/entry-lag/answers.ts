import { z } from "zod";
import type { Shaped } from "@/lib/api/answer";
import { answers, code, day, instant, priority, reference, writer } from "@/lib/api/parts";
import type { Listed } from "@/lib/domain/base/listing";
import type { Lag, LagGroup, LagRow } from "@/lib/domain/details/entry-lag";

const days = z.int().nullable();

const lag = z.object({
  known: z.int().min(0),
  unknown: z.int().min(0),
  early: z.int().min(0),
  median: days,
  p90: days,
  longest: days,
});

export const entryLag = z
  .object({
    lag,
    groups: z.array(
      z.object({
        key: z.string().nullable(),
        participants: z.array(code),
        priority: priority.nullable(),
        ...lag.shape,
      }),
    ),
    items: z.array(
      z.object({
        reference,
        title: z.string(),
        participant: code,
        priority,
        voided: z.boolean(),
        statedOn: day.nullable(),
        loggedAt: instant,
        by: writer,
        days,
      }),
    ),
    next: z.string().nullable(),
    total: z.int(),
    capped: z.boolean(),
  })
  .register(answers, { id: "EntryLag" });

export const presentEntryLag = ({
  rows,
  groups,
  lag,
}: {
  lag: Lag;
  groups: readonly LagGroup[];
  rows: Listed<LagRow>;
}): Shaped<typeof entryLag> => ({
  lag,
  groups: groups.map(({ lag: own, ...group }) => ({ ...group, ...own })),
  ...rows,
});
