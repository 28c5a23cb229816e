import type { Actor } from "@/lib/domain/actor";
import type { Instant } from "@/lib/domain/day";
import type { Queryable } from "./records/select";
import type { OwedEvent } from "./transaction/touched";

/** The last thing a transaction does: it takes the lock on the log's head, which every writer waits for. */
export async function appendEvents(
  client: Queryable,
  actor: Actor,
  replayedAt: Instant | null,
  events: OwedEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const changes = events.map(({ entity, id, version, ...event }) => ({
    ...event,
    entityType: entity,
    entityId: id,
    entityVersion: version,
  }));
  await client.query("SELECT audit.append($1, $2, $3, $4, $5, $6, $7)", [
    actor.id,
    actor.name,
    actor.role,
    actor.session,
    actor.request,
    replayedAt,
    JSON.stringify(changes),
  ]);
}
