import { ENTITY_TYPES, type EntityType } from "@/lib/domain/base/audit";
import { canonical, type Json } from "@/lib/domain/base/canonical";
import { changesBetween } from "@/lib/domain/proposals/history";
import type { RecordOf } from "../records/record-of";
import { STORES } from "../records/stores";
import type { Queryable } from "../connection";
import { selectRecords } from "../statements/record-json";
import { entityKey, type LastEvent } from "./chain";
import { eventRecord, sha256 } from "./event";

/** The first record that differs from its last event, lacks one, or is missing; null: all match. */
export async function recordsFault(
  q: Queryable,
  last: ReadonlyMap<string, LastEvent>,
): Promise<string | null> {
  const seen = new Set<string>();
  for (const entity of ENTITY_TYPES) {
    const fault = await typeFault(q, entity, last, seen);
    if (fault !== null) return fault;
  }
  for (const [key, event] of last) {
    if (!seen.has(key)) return `${key}: it is gone, though entry ${event.seq} recorded it`;
  }
  return null;
}

const BATCH = 1000;

async function typeFault<E extends EntityType>(
  q: Queryable,
  entity: E,
  last: ReadonlyMap<string, LastEvent>,
  seen: Set<string>,
): Promise<string | null> {
  const { key } = STORES[entity];
  const order = key === null ? "" : `ORDER BY r.${key}${key === "id" ? "" : ' COLLATE "C"'} LIMIT ${BATCH}`;
  let after: string | null = null;
  for (;;) {
    const where: string =
      after === null ? "true" : `r.${key ?? ""}${key === "id" ? "" : ' COLLATE "C"'} > $1`;
    const records: RecordOf[E][] = await selectRecords(
      q,
      entity,
      where,
      after === null ? [] : [after],
      order,
    );
    for (const record of records) {
      const id = STORES[entity].idOf(record);
      seen.add(entityKey(entity, id));
      const fault = await recordFault(q, entity, record, last.get(entityKey(entity, id)));
      if (fault !== null) return `${entity} ${STORES[entity].nameOf(record)}: ${fault}`;
      after = id;
    }
    if (key === null || records.length < BATCH) return null;
  }
}

async function recordFault<E extends EntityType>(
  q: Queryable,
  entity: E,
  record: RecordOf[E],
  event: LastEvent | undefined,
): Promise<string | null> {
  if (!event) return "it is there without any entry in the log";
  if (record.version !== event.version)
    return `it stands at version ${record.version}, its last entry (${event.seq}) at ${event.version}`;
  const live = STORES[entity].canonical(record);
  if (sha256(canonical(live)) === event.afterSha256) return null;

  const { rows } = await q.query<{ payload: string }>("SELECT payload FROM audit.event WHERE seq = $1", [
    event.seq,
  ]);
  const recorded = eventRecord(rows[0]?.payload ?? '{"record":{}}');
  const changed = changesBetween(recorded, live).map(({ field }) => field);
  const fields = changed.length > 0 ? changed : membersThatDiffer(recorded, live);
  return `it isn't what entry ${event.seq} recorded: ${fields.join(", ")} differ`;
}

/** Includes fields that histories leave out, such as the time of creation. */
function membersThatDiffer(recorded: Json, live: Json): string[] {
  const [was, is] = [recorded, live].map((value) => value as Record<string, Json>);
  return Object.keys({ ...was, ...is }).filter(
    (key) => canonical(was?.[key] ?? null) !== canonical(is?.[key] ?? null),
  );
}
