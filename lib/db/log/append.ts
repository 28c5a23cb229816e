import type { Actor } from "@/lib/domain/people/actor";
import { accountRoleOf } from "@/lib/domain/people/token";
import type { Instant } from "@/lib/domain/base/day";
import type { Receipt } from "@/lib/domain/base/receipt";
import type { Action, EntityType } from "@/lib/domain/base/audit";
import type { Notification } from "@/lib/domain/notices/notification";
import type { Queryable } from "../connection";
import { keyInTable, type RepeatableRequest } from "./idempotency";
import { steadyInstant } from "./steady-clock";

export interface PendingEvent {
  action: Action;
  reason: string | null;
  entity: EntityType;
  id: string;
  version: number;
  /** Canonical JSON. */
  record: string;
  /** Who is notified. */
  notifications: readonly Notification[];
}

/**
 * The last step of a transaction: it locks the log's head, which every writer waits for. Notices are written in the
 * same statement, so that a notice exists exactly when its event does. Returns the positions of the events.
 */
export async function appendEvents(
  client: Queryable,
  actor: Actor,
  replayedAt: Instant | null,
  events: PendingEvent[],
  request: RepeatableRequest | null,
): Promise<Receipt | null> {
  if (events.length === 0) return null;
  const changes = events.map(({ entity, id, version, notifications: _notifications, ...event }) => ({
    ...event,
    entityType: entity,
    entityId: id,
    entityVersion: version,
  }));
  const notifications = events.flatMap((event, index) =>
    event.notifications.map((notification, rank) => ({
      place: events.length - 1 - index,
      rank,
      ...notification,
    })),
  );
  const values = [
    actor.id,
    actor.name,
    accountRoleOf(actor),
    actor.session,
    actor.request,
    replayedAt,
    JSON.stringify(changes),
    steadyInstant(),
    events.length,
    request?.person ?? null,
    request && keyInTable(request),
  ];
  const { rows } =
    notifications.length === 0
      ? await client.query<Receipt>(APPEND, values)
      : await client.query<Receipt>(APPEND_AND_TELL, [...values, JSON.stringify(notifications)]);
  return rows[0] ?? null;
}

const APPENDED = "audit.append($1, $2, $3, $4, $5, $6, $7, $8)";
const receiptOf = (last: string): string =>
  `SELECT first_entry::float8 AS first, last_entry::float8 AS last, leaf_hash AS "leafHash" FROM receipt(${last}, $9, $10, $11)`;
const APPEND = { name: "append", text: receiptOf(APPENDED) };
const APPEND_AND_TELL = { name: "append-and-tell", text: receiptOf(`tell(${APPENDED}, $12, $1)`) };
