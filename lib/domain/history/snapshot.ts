// The whole register as the log knew it after one of its events: the records as they stood, by their ids. What follows
// from them follows by the rules of today.
import type { Json } from "../base/canonical";
import { dayOf, type Day, type Instant } from "../base/day";
import type { Register } from "../people/person";
import { recordFromLog, type SnapshotRecords, type SnapshotType } from "./record-from-log";

export type Snapshot = { readonly [E in SnapshotType]: ReadonlyMap<string, SnapshotRecords[E]> };

/** Before the first event there was nothing. */
export const EMPTY_SNAPSHOT: Snapshot = {
  register: new Map(),
  participant: new Map(),
  person: new Map(),
  source: new Map(),
  pledge: new Map(),
  approval: new Map(),
  proposal: new Map(),
  ruling: new Map(),
  baseline: new Map(),
  trigger: new Map(),
  requirement: new Map(),
  offer: new Map(),
  delivery: new Map(),
};

export const SNAPSHOT_TYPES = Object.keys(EMPTY_SNAPSHOT) as SnapshotType[];

/** What an event says: the record after it, in its canonical form. */
export interface RecordVersion {
  type: SnapshotType;
  id: string;
  record: Json;
}

/** The world after these events; the one before stays what it was. */
export function snapshotAfter(world: Snapshot, told: readonly RecordVersion[]): Snapshot {
  const types = [...new Set(told.map(({ type }) => type))];
  const fresh = types.map((type) => [type, new Map<string, unknown>(world[type])] as const);
  const maps = new Map<SnapshotType, Map<string, unknown>>(fresh);
  const after = { ...world, ...Object.fromEntries(maps) };
  // A document is on record before anything rests on it.
  const sources = told.filter(({ type }) => type === "source");
  const others = told.filter(({ type }) => type !== "source");
  for (const { type, id, record } of [...sources, ...others]) {
    // Told last, it comes last: a world is the same in every detail, by whichever steps it was reached.
    maps.get(type)?.delete(id);
    maps.get(type)?.set(id, recordFromLog(type, record, after.source));
  }
  return after;
}

/** How days were counted, and when a statement was stale. */
export function settingsIn(world: Snapshot): Pick<Register, "timeZone" | "staleDays"> {
  const [register] = world.register.values();
  return register ?? { timeZone: "UTC", staleDays: 30 };
}

/** The day of a moment, on the register's clocks of then. */
export const dayOfSnapshot = (world: Snapshot, at: Instant): Day => dayOf(at, settingsIn(world).timeZone);
