import type { Lag, LagGroup, LagRow } from "@/lib/domain/details/entry-lag";
import type { Listed } from "@/lib/domain/base/listing";
import { listJson } from "./record-json";

export const entryLagJson = ({
  lag,
  groups,
  rows,
}: {
  lag: Lag;
  groups: readonly LagGroup[];
  rows: Listed<LagRow>;
}) => ({
  lag: lagJson(lag),
  groups: groups.map(({ key, participants, priority, lag: one }) => ({
    key,
    participants,
    priority,
    ...lagJson(one),
  })),
  ...listJson(rowJson)(rows),
});

const lagJson = ({ known, unknown, early, median, p90, longest }: Lag) => ({
  known,
  unknown,
  early,
  median,
  p90,
  longest,
});

const rowJson = (row: LagRow) => ({
  reference: row.reference,
  title: row.title,
  participant: row.participant,
  priority: row.priority,
  voided: row.voided,
  statedOn: row.statedOn,
  loggedAt: row.loggedAt,
  by: row.by,
  days: row.days,
});
