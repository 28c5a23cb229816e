// An entry of the log as a row.
import type { Action, EntityType } from "@/lib/domain/base/audit";
import type { Json } from "@/lib/domain/base/canonical";
import type { Instant } from "@/lib/domain/base/day";
import type { LogEntry } from "@/lib/domain/log/logged";
import { recordNameOf } from "@/lib/domain/log/record-name";
import { tokenOfSession } from "@/lib/domain/people/token";
import { sql } from "../../sql/sql";

/** Who did what to which record. */
export interface EntryRow {
  seq: number;
  at: Instant;
  recordedAt: Instant;
  actorId: string;
  actorName: string;
  actorRole: LogEntry["actor"]["role"];
  session: string | null;
  action: Action;
  type: EntityType;
  id: string;
  version: number;
  reason: string | null;
}

/** Of an event e. */
export const ENTRY_COLUMNS = sql`e.seq::float8 AS seq, audit.instant(e.at) AS at, audit.instant(e.recorded_at) AS "recordedAt",
    e.actor_id AS "actorId", e.actor_name AS "actorName", e.actor_role AS "actorRole", e.session, e.action,
    e.entity_type AS type, e.entity_id AS id, e.entity_version AS version, e.reason`;

/** `record`: itself, or its fields that name it. */
export function entryOf(
  {
    seq,
    at,
    recordedAt,
    actorId,
    actorName,
    actorRole,
    session,
    action,
    type,
    id,
    version,
    reason,
  }: EntryRow,
  record: Json,
): LogEntry {
  return {
    ...{ seq, at, recordedAt, action, reason },
    actor: { id: actorId, name: actorName, role: actorRole },
    token: tokenOfSession(session),
    record: { type, id, version, ...recordNameOf(type, record) },
  };
}

/** A payload holds the record and a salt, which must stay here. */
export const recordIn = (payload: string): Json => (JSON.parse(payload) as { record: Json }).record;
