// What is on record when the storm is over, read over a separate connection, past all caches.
import type pg from "pg";
import { ENTITY_TYPES } from "@/lib/domain/base/audit";
import { STORES } from "@/lib/db/records/stores";
import type { Queryable } from "@/lib/db/connection";
import { selectRecords } from "@/lib/db/statements/record-json";
import { withClient } from "@/scripts/database/client.mjs";
import type { Happening, OnRecord } from "./faults";
import { confirmationMark, marksIn } from "./clients/attempt";

export function readRecord(url: string, from: number): Promise<OnRecord> {
  return withClient(url, async (client: pg.Client) => ({
    from,
    events: await happenings(client),
    versions: await versions(client),
    references: await references(client),
  }));
}

export const lastEntry = (url: string): Promise<number> =>
  withClient(url, async (client: pg.Client) => {
    const { rows } = await client.query<{ seq: string }>("SELECT seq FROM audit.head");
    return Number(rows[0]?.seq);
  });

interface EventRow {
  seq: number;
  action: string;
  actor: string;
  type: string;
  id: string;
  version: number;
  reason: string | null;
  payload: string;
}

const BATCH = 500;

async function happenings(client: Queryable): Promise<Happening[]> {
  const happened: Happening[] = [];
  const known = new Map<string, ReadonlySet<string>>();
  for (;;) {
    const { rows } = await client.query<EventRow>(
      `SELECT seq::float8 AS seq, action, actor_id AS actor, entity_type AS type, entity_id AS id,
              entity_version AS version, reason, payload
         FROM audit.event WHERE seq > $1 ORDER BY seq LIMIT ${BATCH}`,
      [happened.at(-1)?.seq ?? 0],
    );
    for (const row of rows) {
      const entity = `${row.type} ${row.id}`;
      const marks = marksIn(`${row.reason ?? ""} ${row.payload}`);
      const before = known.get(entity);
      known.set(entity, new Set(marks));
      const { seq, action, actor, version } = row;
      const fresh = marks.filter((mark) => !before?.has(mark));
      happened.push({ seq, action, actor, entity, version, marks: [...fresh, ...confirmation(row)] });
    }
    if (rows.length < BATCH) return happened;
  }
}

function confirmation({ action, actor, payload }: EventRow): string[] {
  if (action !== "pledge.confirmed") return [];
  const { record } = JSON.parse(payload) as { record: { reference: string; lastConfirmedOn: string } };
  return [confirmationMark(record.reference, record.lastConfirmedOn, actor)];
}

async function versions(client: Queryable): Promise<Map<string, number>> {
  const live = new Map<string, number>();
  for (const entity of ENTITY_TYPES)
    for (const record of await selectRecords(client, entity, "true", []))
      live.set(`${entity} ${(STORES[entity].idOf as (one: unknown) => string)(record)}`, record.version);
  return live;
}

async function references(client: Queryable): Promise<string[]> {
  const { rows } = await client.query<{ reference: string }>("SELECT reference FROM pledge");
  return rows.map(({ reference }) => reference);
}
