import type { Actor } from "@/lib/domain/actor";
import type { Instant } from "@/lib/domain/day";
import type { Queryable } from "./records/select";
import { steadyInstant } from "./steady-clock";
import type { OwedEvent } from "./transaction/touched";

/**
 * The last thing a transaction does: it takes the lock on the log's head, which every writer waits for. Whoever is told of
 * the changes is told in the same statement, so that a notice is there exactly when its event is.
 */
export async function appendEvents(
  client: Queryable,
  actor: Actor,
  replayedAt: Instant | null,
  events: OwedEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const changes = events.map(({ entity, id, version, tells: _told, ...event }) => ({
    ...event,
    entityType: entity,
    entityId: id,
    entityVersion: version,
  }));
  const tells = events.flatMap((event, index) =>
    event.tells.map((tell, rank) => ({ place: events.length - 1 - index, rank, ...tell })),
  );
  const values = [
    actor.id,
    actor.name,
    actor.role,
    actor.session,
    actor.request,
    replayedAt,
    JSON.stringify(changes),
    steadyInstant(),
  ];
  if (tells.length === 0) await client.query(`SELECT ${APPEND}`, values);
  else await client.query(`SELECT tell(${APPEND}, $9, $1)`, [...values, JSON.stringify(tells)]);
}

const APPEND = "audit.append($1, $2, $3, $4, $5, $6, $7, $8)";
