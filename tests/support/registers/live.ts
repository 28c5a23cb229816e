// The live register, in the shape of a snapshot from the log.
import { pool } from "@/lib/db/client";
import { findHead, type LogPosition } from "@/lib/db/past/position";
import { findCoverage } from "@/lib/db/queries/unresolved/coverage";
import { findItems } from "@/lib/db/queries/unresolved/unresolved";
import { selectRecords } from "@/lib/db/statements/record-json";
import type { EntityType } from "@/lib/domain/base/audit";
import { dayOf, type Day, type Instant } from "@/lib/domain/base/day";
import type { UnresolvedFilter, UnresolvedRow } from "@/lib/domain/unresolved/summary";
import type { Coverage } from "@/lib/domain/unresolved/matrix";
import { UNRESOLVED_CLASSES } from "@/lib/domain/unresolved/reasons";
import { SNAPSHOT_TYPES, type Snapshot } from "@/lib/domain/history/snapshot";
import { coverageIn, itemKey, itemsOn } from "@/lib/domain/history/snapshot-items";

export interface Reading {
  position: LogPosition;
  at: Instant;
  day: Day;
  /** By type, each record as text, sorted. */
  records: Record<string, string[]>;
  items: string[];
  coverage: Coverage;
}

export async function readLive(): Promise<Reading> {
  const records: Reading["records"] = {};
  for (const type of SNAPSHOT_TYPES) {
    const found = await selectRecords(pool(), type as EntityType, "true", []);
    records[type] = found.map((record) => liveMessage(type, record)).sort();
  }
  const { rows } = await pool().query<{ now: string; zone: string }>(
    "SELECT audit.instant(register_now()) AS now, time_zone AS zone FROM register",
  );
  const at = rows[0]?.now ?? "";
  const day = dayOf(at, rows[0]?.zone ?? "UTC");
  const items = await findItems(EVERY_ITEM, day);
  return {
    position: await findHead(),
    at,
    day,
    records,
    items: items.map(({ row }) => itemText(row)).sort(),
    coverage: await findCoverage(day),
  };
}

export const readingOf = (
  snapshot: Snapshot,
  { position, at, day }: Pick<Reading, "position" | "at" | "day">,
): Reading => ({
  position,
  at,
  day,
  records: Object.fromEntries(
    SNAPSHOT_TYPES.map((type) => [
      type,
      [...snapshot[type].values()].map((record) => liveMessage(type, record)).sort(),
    ]),
  ),
  items: itemsOn(snapshot, day).map(itemText).sort(),
  coverage: coverageIn(snapshot, day),
});

const itemText = (row: UnresolvedRow): string => `${itemKey(row)} ${liveMessage("item", row)}`;

const EVERY_ITEM: UnresolvedFilter = {
  group: "code",
  class: [...UNRESOLVED_CLASSES],
  code: [],
  participant: [],
  priority: [],
  owner: [],
  since: null,
  against: null,
  after: null,
  limit: 100_000,
};

/** A snapshot has only the names of people. */
function liveMessage(type: string, record: object): string {
  const { id, email, name } = record as Record<string, unknown>;
  return JSON.stringify(type === "person" ? { id, email, name } : record, (_key, value: unknown) =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
