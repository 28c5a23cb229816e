// The whole register after one event of the log: all records by id. Everything derived from them follows today's rules.
import type { Json } from "../base/canonical";
import { dayOf, type Day, type Instant } from "../base/day";
import { MANDATE_DAYS, STALE_DAYS, type RuleSettings } from "../people/register";
import { recordFromLog, type SnapshotRecords, type SnapshotType } from "./record-from-log";

export type Snapshot = { readonly [E in SnapshotType]: ReadonlyMap<string, SnapshotRecords[E]> };

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
  question: new Map(),
};

export const SNAPSHOT_TYPES = Object.keys(EMPTY_SNAPSHOT) as SnapshotType[];

/** An event's content: the record after it, in canonical form. */
export interface RecordVersion {
  type: SnapshotType;
  id: string;
  record: Json;
}

/** Returns a new snapshot; the given one is unchanged. */
export function snapshotAfter(snapshot: Snapshot, versions: readonly RecordVersion[]): Snapshot {
  const types = [...new Set(versions.map(({ type }) => type))];
  const fresh = types.map((type) => [type, new Map<string, unknown>(snapshot[type])] as const);
  const maps = new Map<SnapshotType, Map<string, unknown>>(fresh);
  const after = { ...snapshot, ...Object.fromEntries(maps) };
  // A source is recorded before anything refers to it.
  const sources = versions.filter(({ type }) => type === "source");
  const others = versions.filter(({ type }) => type !== "source");
  for (const { type, id, record } of [...sources, ...others]) {
    // The latest version moves to the end: a snapshot is the same in every detail, whichever steps led to it.
    maps.get(type)?.delete(id);
    maps.get(type)?.set(id, recordFromLog(type, record, after.source));
  }
  return after;
}

/** What the rules take from the register's settings at that time. */
export function settingsIn(snapshot: Snapshot): RuleSettings {
  const [register] = snapshot.register.values();
  return register ?? { timeZone: "UTC", staleDays: STALE_DAYS, mandateDays: MANDATE_DAYS };
}

/** A moment's day, in the register's time zone at that time. */
export const dayOfSnapshot = (snapshot: Snapshot, at: Instant): Day =>
  dayOf(at, settingsIn(snapshot).timeZone);
