import { z } from "zod";
import type { Shaped } from "@/lib/api/answer";
import { answers, code, count, fieldChange, priority, reference, stage } from "@/lib/api/parts";
import { point, presentItem, resolvedRow, unresolvedRow } from "@/lib/api/unresolved-item";
import type { Instant } from "@/lib/domain/base/day";
import type { ChangeSection, ChangesGroup, RegisterChanges } from "@/lib/domain/history/changes";

const pledgeChange = z
  .object({
    reference,
    participant: code,
    priority,
    title: z.string(),
    from: stage.nullable().meta({ description: "Null if the pledge was not on record." }),
    to: stage,
    changes: z.array(fieldChange),
  })
  .register(answers, { id: "PledgeChange" });

const counts = {
  new: count,
  resolved: count,
  open: count,
  logged: count,
  moved: count,
  quantities: count,
  declined: count,
  voided: count,
};

export const changes = z
  .object({
    since: point,
    until: point,
    counts: z.object(counts),
    groups: z.array(z.object({ key: z.string(), ...counts })),
    new: z.array(unresolvedRow),
    resolved: z.array(resolvedRow),
    open: z.array(unresolvedRow),
    logged: z.array(pledgeChange),
    moved: z.array(pledgeChange),
    quantities: z.array(pledgeChange),
    declined: z.array(pledgeChange),
    voided: z.array(pledgeChange),
    next: z.string().nullable(),
  })
  .register(answers, { id: "Changes" });

export interface ChangesPoint {
  at: Instant;
  baseline: { id: string; name: string } | null;
}

interface ShownChanges extends RegisterChanges {
  from: ChangesPoint;
  to: ChangesPoint;
  counts: Record<ChangeSection, number>;
  groups: ChangesGroup[];
  next: string | null;
}

export const presentChanges = ({ from, to, groups, ...page }: ShownChanges): Shaped<typeof changes> => ({
  ...page,
  since: from,
  until: to,
  groups: groups.map(({ key, counts: own }) => ({ key, ...own })),
  new: page.new.map(presentItem),
  resolved: page.resolved.map(presentItem),
  open: page.open.map(presentItem),
});
