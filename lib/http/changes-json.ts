import type {
  RegisterChanges,
  ChangesGroup,
  PledgeChange,
  ChangeSection,
} from "@/lib/domain/history/changes";
import type { Instant } from "@/lib/domain/base/day";
import { itemRowJson, resolvedJson } from "./record-json";

export interface ChangesPoint {
  at: Instant;
  baseline: { id: string; name: string } | null;
}

interface Shown extends RegisterChanges {
  from: ChangesPoint;
  to: ChangesPoint;
  counts: Record<ChangeSection, number>;
  groups: ChangesGroup[];
  next: string | null;
}

export const changesJson = (page: Shown) => ({
  since: pointJson(page.from),
  until: pointJson(page.to),
  counts: page.counts,
  groups: page.groups.map(({ key, counts }) => ({ key, ...counts })),
  new: page.new.map(itemRowJson),
  resolved: page.resolved.map(resolvedJson),
  open: page.open.map(itemRowJson),
  logged: page.logged.map(pledgeChangeJson),
  moved: page.moved.map(pledgeChangeJson),
  quantities: page.quantities.map(pledgeChangeJson),
  declined: page.declined.map(pledgeChangeJson),
  voided: page.voided.map(pledgeChangeJson),
  next: page.next,
});

const pointJson = ({ at, baseline }: ChangesPoint) => ({ at, baseline });

const pledgeChangeJson = (row: PledgeChange) => ({
  reference: row.reference,
  participant: row.participant,
  priority: row.priority,
  title: row.title,
  from: row.from,
  to: row.to,
  changes: row.changes,
});
