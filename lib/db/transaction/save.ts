// Writes one record whole, guarded by its version, and notes the event it owes.
import type { PoolClient } from "pg";
import type { Approval } from "@/lib/domain/approval";
import type { Action, EntityType } from "@/lib/domain/audit";
import { canonical } from "@/lib/domain/canonical";
import { isSameCondition } from "@/lib/domain/condition";
import type { Instant } from "@/lib/domain/day";
import type { Pledge } from "@/lib/domain/pledge";
import { PRIORITIES } from "@/lib/domain/priority";
import { LINK_APPROVAL } from "../records/approval";
import { lockLeaves } from "../records/conditions";
import { contributionRows, evidenceRows, leafRows, PUT_LEAVES } from "../records/pledge";
import { SHAPES, type RecordOf } from "../records/records";
import type { Queryable } from "../records/select";
import type { Shape } from "../records/shape";
import { copyIn } from "./copy-in";
import { linesOf } from "./lines";
import { Statement } from "./statement";
import { tellsOf } from "./telling";
import type { Touched } from "./touched";

interface Change<E extends EntityType> {
  entity: E;
  before: RecordOf[E] | null;
  after: RecordOf[E];
  event: Happening;
}

export interface Happening {
  action: Action;
  reason?: string | null;
}

export async function saveRecord<E extends EntityType>(
  client: Queryable,
  touched: Touched,
  at: Instant,
  { entity, before, after, event }: Change<E>,
): Promise<RecordOf[E]> {
  const shape = SHAPES[entity];
  const record = stamped(before, after, at);
  await writeRow(
    client,
    shape,
    before,
    record,
    entity === "pledge" ? linesOf(before as Pledge | null, record as Pledge) : [],
  );
  await AFTERWARDS[entity]?.(client, record, before);

  touched.note(entity, before, record);
  owe(touched, entity, { before, record, event });
  return record;
}

/** The same for many new records of one kind, in as few statements as it takes. */
export async function saveNewRecords<E extends EntityType>(
  client: PoolClient,
  touched: Touched,
  at: Instant,
  {
    entity,
    records,
    eventOf,
  }: { entity: E; records: readonly RecordOf[E][]; eventOf: (record: RecordOf[E]) => Happening },
): Promise<RecordOf[E][]> {
  const shape = SHAPES[entity];
  const saved = records.map((record) => stamped<RecordOf[E]>(null, record, at));
  if (entity === "pledge") await copyPledges(client, saved as Pledge[]);
  else await insertRecords(client, entity, shape, saved);
  for (const record of saved) {
    touched.note(entity, null, record);
    owe(touched, entity, { before: null, record, event: eventOf(record) });
  }
  return saved;
}

async function copyPledges(client: PoolClient, pledges: readonly Pledge[]): Promise<void> {
  await copyIn(client, SHAPES.pledge.table, pledges, (pledge) => [SHAPES.pledge.row(pledge)]);
  await copyIn(client, "contribution", pledges, contributionRows);
  await copyIn(client, "evidence", pledges, evidenceRows);
  await putLeaves(client, pledges);
}

async function insertRecords<E extends EntityType>(
  client: Queryable,
  entity: E,
  shape: Shape<RecordOf[E]>,
  records: readonly RecordOf[E][],
): Promise<void> {
  for (let from = 0; from < records.length; from += AT_ONCE) {
    const statement = new Statement();
    const text = insertedAll(statement, shape, records.slice(from, from + AT_ONCE));
    await client.query(text, statement.values);
  }
  for (const record of records) await AFTERWARDS[entity]?.(client, record, null);
}

/** So many have room in one statement. */
const AT_ONCE = 500;

function owe<E extends EntityType>(
  touched: Touched,
  entity: E,
  { before, record, event }: { before: RecordOf[E] | null; record: RecordOf[E]; event: Happening },
): void {
  const shape: Shape<RecordOf[E]> = SHAPES[entity];
  touched.events.push({
    action: event.action,
    reason: event.reason ?? null,
    entity,
    id: shape.idOf(record),
    version: record.version,
    record: canonical(shape.canonical(record)),
    tells: tellsOf(entity, before, record),
  });
}

/** Whoever changes what they name from now on finds them waiting, and whoever was changing it is waited for. */
async function putLeaves(client: Queryable, pledges: readonly Pledge[]): Promise<void> {
  const conditions = pledges.flatMap(({ condition }) => condition ?? []);
  if (conditions.length === 0) return;
  await lockLeaves(client, { all: conditions });
  const rows = pledges.flatMap((pledge) => leafRows(pledge).map((row) => ({ pledge_id: pledge.id, ...row })));
  await client.query(
    "INSERT INTO condition_leaf SELECT * FROM json_populate_recordset(NULL::condition_leaf, $1) ON CONFLICT DO NOTHING",
    [JSON.stringify(rows)],
  );
}

function stamped<R extends RecordOf[EntityType]>(before: R | null, after: R, at: Instant): R {
  const record = { ...after, version: (before?.version ?? 0) + 1 };
  return "updatedAt" in record ? { ...record, updatedAt: at } : record;
}

async function writeRow<R extends { version: number }>(
  client: Queryable,
  shape: Shape<R>,
  before: R | null,
  record: R,
  lines: readonly ((statement: Statement) => string)[],
): Promise<void> {
  const statement = new Statement();
  const own =
    before === null ? inserted(statement, shape, record) : updated(statement, shape, before, record);
  const parts = [
    `own AS (${own} RETURNING 1)`,
    ...lines.map((line, index) => `line${index} AS (${line(statement)})`),
  ];
  const { rows } = await client.query<{ n: number }>(
    `WITH ${parts.join(", ")} SELECT count(*)::int AS n FROM own`,
    statement.values,
  );
  if (rows[0]?.n !== 1) throw new Overtaken();
}

const inserted = <R>(statement: Statement, shape: Shape<R>, record: R): string =>
  insertedAll(statement, shape, [record]);

function insertedAll<R>(statement: Statement, shape: Shape<R>, records: readonly R[]): string {
  const rows = records.map((record) => Object.entries(shape.row(record)));
  const columns = (rows[0] ?? []).map(([column]) => column);
  const tuples = rows.map((row) =>
    row.map(([column, value]) => valueOf(statement, shape, column, value)).join(", "),
  );
  return `INSERT INTO ${shape.table} (${columns.join(", ")}) VALUES (${tuples.join("), (")})`;
}

function updated<R extends { version: number }>(
  statement: Statement,
  shape: Shape<R>,
  before: R,
  record: R,
): string {
  const sets = Object.entries(shape.row(record))
    .filter(([column]) => column !== shape.key)
    .map(([column, value]) => `${column} = ${valueOf(statement, shape, column, value)}`);
  const itself = shape.key === null ? "true" : `${shape.key} = ${statement.value(shape.idOf(record))}`;
  return `UPDATE ${shape.table} SET ${sets.join(", ")} WHERE ${itself} AND version = ${statement.value(before.version)}`;
}

function valueOf<R>(statement: Statement, { found }: Shape<R>, column: string, value: unknown): string {
  const parameter = statement.value(value);
  return found?.[column]?.(parameter) ?? parameter;
}

/** Somebody else changed it after it was read without a lock: to be tried again. */
class Overtaken extends Error {
  readonly code = "40001";
  constructor() {
    super("the record has moved on");
  }
}

const AFTERWARDS: {
  [E in EntityType]?: (client: Queryable, record: RecordOf[E], before: RecordOf[E] | null) => Promise<void>;
} = {
  pledge: async (client, record: Pledge, before: Pledge | null) => {
    if (isSameCondition(record.condition, before?.condition ?? null)) return;
    // Whoever changes what it names from now on finds it waiting, and whoever was changing it is waited for.
    if (record.condition) await lockLeaves(client, record.condition);
    await client.query(PUT_LEAVES, [record.id, JSON.stringify(leafRows(record))]);
  },
  approval: async (client, record: Approval) => {
    const { rows } = await client.query<{ links: number }>(LINK_APPROVAL, [
      record.id,
      record.serves,
      record.version,
    ]);
    if (rows[0]?.links !== record.serves.length)
      throw new Error("an approval serves pledges that are there, each once");
  },
  participant: async (client, record) => {
    await client.query(
      "INSERT INTO reference_counter (participant, priority) SELECT $1, unnest($2::smallint[]) ON CONFLICT DO NOTHING",
      [record.code, PRIORITIES],
    );
  },
};
