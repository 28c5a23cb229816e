// The register at a log position: the latest event of each record up to there. The past doesn't change, so snapshots are
// cached, and a new one starts from the nearest earlier one.
import "server-only";
import { setImmediate } from "node:timers/promises";
import type { Json } from "@/lib/domain/base/canonical";
import type { Day, Instant } from "@/lib/domain/base/day";
import type { AsOf } from "@/lib/domain/base/as-of";
import {
  dayOfSnapshot,
  EMPTY_SNAPSHOT,
  SNAPSHOT_TYPES,
  snapshotAfter,
  type RecordVersion,
  type Snapshot,
} from "@/lib/domain/history/snapshot";
import { computeItemsInSlices } from "@/lib/domain/history/snapshot-items";
import { ask } from "../sql/ask";
import { sql } from "../sql/sql";
import { BEGINNING, findKnown, findPosition, type LogPosition } from "./position";

export interface RegisterState {
  at: Instant;
  position: LogPosition;
  snapshot: Snapshot;
}

/** The register at a moment, not later than now. */
export async function findRegisterState(at: Instant): Promise<RegisterState> {
  const position = await findPosition(at);
  return { at, position, snapshot: await findSnapshot(position) };
}

export function findSnapshot(position: LogPosition): Promise<Snapshot> {
  if (position.seq === 0) return Promise.resolve(EMPTY_SNAPSHOT);
  const known = cache.get(position.hash) ?? { position, snapshot: read(position), pledges: 0 };
  cache.delete(position.hash);
  cache.set(position.hash, known);
  known.snapshot.then(
    ({ pledge }) => {
      known.pledges = pledge.size;
      letGo();
    },
    () => cache.delete(position.hash),
  );
  return known.snapshot;
}

/** The register at a moment, with its unresolved items computed. */
export interface Past extends RegisterState {
  /** In the register's time zone at that time. */
  day: Day;
}

export async function findPast({ asOf }: AsOf): Promise<Past> {
  const stand = await findRegisterState(asOf);
  await computeItems(stand.snapshot);
  return { ...stand, day: dayOfSnapshot(stand.snapshot, asOf) };
}

/**
 * Computes its unresolved items in slices, so that other requests are served in between. Concurrent callers share the
 * work.
 */
export function computeItems(snapshot: Snapshot): Promise<void> {
  const done = worked.get(snapshot) ?? inParts(snapshot);
  worked.set(snapshot, done);
  return done;
}

const worked = new WeakMap<Snapshot, Promise<void>>();

async function inParts(snapshot: Snapshot): Promise<void> {
  for (const _part of computeItemsInSlices(snapshot)) await setImmediate();
}

interface CachedSnapshot {
  position: LogPosition;
  snapshot: Promise<Snapshot>;
  /** Set once it is read. */
  pledges: number;
}

/** By the hash of the last event, in order of use. */
const cache = new Map<string, CachedSnapshot>();
const MOST_WORLDS = 12;
/** Across all cached snapshots, with what is computed from them. The last two always stay, since they are compared. */
const MOST_PLEDGES = 300_000;

function letGo(): void {
  let pledges = [...cache.values()].reduce((sum, one) => sum + one.pledges, 0);
  for (const [oldest, one] of cache) {
    if (cache.size <= 2 || (cache.size <= MOST_WORLDS && pledges <= MOST_PLEDGES)) return;
    cache.delete(oldest);
    pledges -= one.pledges;
  }
}

async function read(position: LogPosition): Promise<Snapshot> {
  const from = await nearestBefore(position);
  let snapshot = from.snapshot;
  for (const types of [["source"], SNAPSHOT_TYPES.filter((type) => type !== "source")]) {
    for (let after = from.position.seq; ;) {
      const versions = await findLatest(types, after, position.seq);
      snapshot = snapshotAfter(snapshot, versions);
      const last = versions.at(-1);
      if (!last || versions.length < BATCH) break;
      after = last.seq;
    }
  }
  return snapshot;
}

/** The nearest earlier cached snapshot of this same register. */
async function nearestBefore({ seq }: LogPosition): Promise<{ position: LogPosition; snapshot: Snapshot }> {
  const earlier = [...cache.values()].filter(({ position }) => position.seq < seq);
  const known = await findKnown(earlier.map(({ position }) => position));
  const [nearest] = known.sort((a, b) => b.seq - a.seq);
  const found = nearest && (await cache.get(nearest.hash)?.snapshot.catch(() => null));
  return nearest && found
    ? { position: nearest, snapshot: found }
    : { position: BEGINNING, snapshot: EMPTY_SNAPSHOT };
}

const BATCH = 2_000;

/** Events without a later one of the same record up to `to`. Versions have no gaps, so the next version shows it. */
async function findLatest(
  types: readonly string[],
  after: number,
  to: number,
): Promise<(RecordVersion & { seq: number })[]> {
  const rows = await ask<{ seq: number; type: RecordVersion["type"]; id: string; payload: string }>(sql`
    SELECT e.seq::int, e.entity_type AS type, e.entity_id AS id, e.payload FROM audit.event e
     WHERE e.seq > ${after} AND e.seq <= ${to} AND e.entity_type = ANY(${types}::text[])
       AND NOT EXISTS (SELECT FROM audit.event newer
                        WHERE newer.entity_type = e.entity_type AND newer.entity_id = e.entity_id
                          AND newer.entity_version = e.entity_version + 1 AND newer.seq <= ${to})
     ORDER BY e.seq LIMIT ${BATCH}`);
  return rows.map(({ payload, ...event }) => ({ ...event, record: recordInPayload(payload) }));
}

/** A payload holds the record and a salt, which must stay secret. */
export const recordInPayload = (payload: string): Json => (JSON.parse(payload) as { record: Json }).record;
