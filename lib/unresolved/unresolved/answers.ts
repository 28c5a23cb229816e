import { z } from "zod";
import type { Shaped } from "@/lib/api/answer";
import { answers, count, day } from "@/lib/api/parts";
import { presentItem, resolvedRow, unresolvedRow, point } from "@/lib/api/unresolved-item";
import type { ComparedSummary } from "@/lib/domain/history/changes";

export const unresolvedPage = z
  .object({
    counted: count,
    dormant: count,
    byClass: z.object({ GAP: count, BLOCKED: count, QUALITY: count }),
    groups: z.array(
      z.object({
        key: z.string(),
        count,
        oldest: day,
        ages: z.object({ d7: count, d30: count, d90: count, older: count }),
      }),
    ),
    items: z.array(
      z.object({
        ...unresolvedRow.shape,
        change: z
          .enum(["new", "open"])
          .optional()
          .meta({ description: "Only with a baseline or an instant as `since`." }),
      }),
    ),
    next: z.string().nullable(),
    since: z
      .object({
        ...point.shape,
        counts: z.object({ new: count, resolved: count, open: count }),
        resolved: z.array(resolvedRow),
      })
      .optional()
      .meta({
        description: "Only with a baseline or an instant as `since`; a date narrows the items instead.",
      }),
  })
  .register(answers, { id: "Unresolved" });

export const presentUnresolved = ({
  against,
  items,
  ...summary
}: ComparedSummary): Shaped<typeof unresolvedPage> => ({
  ...summary,
  items: items.map(presentItem),
  ...(against ? { since: { ...against, resolved: against.resolved.map(presentItem) } } : {}),
});
