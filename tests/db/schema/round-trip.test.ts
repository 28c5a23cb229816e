// A record is read from the database as it was written, to the letter of its canonical form, whichever way it is read.
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disconnect } from "@/lib/db/client";
import { Transaction } from "@/lib/db/connection";
import { inPrismaTransaction, type Db } from "@/lib/db/prisma";
import { selectRecords } from "@/lib/db/statements/record-json";
import { selectAccessSeal } from "@/lib/db/records/access";
import { selectApproval } from "@/lib/db/records/approval";
import { selectBaseline } from "@/lib/db/records/baseline";
import { commentOf } from "@/lib/db/records/comment";
import { selectDelivery } from "@/lib/db/records/delivery";
import { exportOf } from "@/lib/db/records/export";
import { selectFinding } from "@/lib/db/records/finding";
import { handoverOf } from "@/lib/db/records/handover";
import { selectImport } from "@/lib/db/records/import";
import { selectOffers } from "@/lib/db/records/offer";
import { selectParticipant } from "@/lib/db/records/participant";
import { selectPerson } from "@/lib/db/records/person";
import { selectPledge, leafRows, putLeaves } from "@/lib/db/records/pledge";
import { ON_PLEDGE } from "@/lib/db/records/pledge-of";
import { selectProposalRecords } from "@/lib/db/records/proposal";
import { selectQuestion } from "@/lib/db/records/question";
import type { RecordOf } from "@/lib/db/records/record-of";
import { selectRegister } from "@/lib/db/records/register";
import { selectRequirement } from "@/lib/db/records/requirement";
import { rulingOf } from "@/lib/db/records/ruling";
import { selectScenario } from "@/lib/db/records/scenario";
import { selectSource } from "@/lib/db/records/source";
import { STORES } from "@/lib/db/records/stores";
import type { RecordStore } from "@/lib/db/records/store";
import { selectTrigger } from "@/lib/db/records/trigger";
import { saveNewRecords } from "@/lib/db/transaction/save";
import { UnitOfWork } from "@/lib/db/derived/unit-of-work";
import { ENTITY_TYPES, type EntityType } from "@/lib/domain/base/audit";
import { canonical } from "@/lib/domain/base/canonical";
import type { Pledge } from "@/lib/domain/pledge/pledge";
import { ANY, APART, PARENT_TEXTS, PARENTS } from "@/tests/support/any/any-record";
import { cases } from "@/tests/support/cases";
import { createTestDatabase } from "@/tests/support/registers/database";

let drop: () => Promise<void>;
beforeAll(async () => {
  const { ownerUrl, appUrl, drop: dropped } = await createTestDatabase();
  drop = dropped;
  process.env.DATABASE_URL = appUrl;
  // A government's own database may be set to its server's time zone.
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(
    `ALTER DATABASE ${owner.escapeIdentifier(owner.database ?? "")} SET timezone TO 'America/St_Johns'`,
  );
  await owner.end();
});
afterAll(async () => {
  await disconnect();
  await drop();
});

/** How a record of each kind is found through Prisma. */
const FOUND: { readonly [E in EntityType]: (db: Db, record: RecordOf[E]) => Promise<RecordOf[E] | null> } = {
  register: selectRegister,
  participant: (db, { code }) => selectParticipant(db, code),
  person: (db, { id }) => selectPerson(db, { id }),
  source: (db, { id }) => selectSource(db, id),
  pledge: (db, { id }) => selectPledge(db, { id }),
  approval: (db, { id }) => selectApproval(db, id),
  comment: async (db, { id }) =>
    commentOf(await db.comment.findUniqueOrThrow({ where: { id }, include: ON_PLEDGE })),
  baseline: (db, { id }) => selectBaseline(db, { id }),
  proposal: async (db, { id }) => (await selectProposalRecords(db, { where: { id } }))[0] ?? null,
  ruling: async (db, { id }) =>
    rulingOf(await db.ruling.findUniqueOrThrow({ where: { id }, include: ON_PLEDGE })),
  handover: async (db, { id }) => handoverOf(await db.handover.findUniqueOrThrow({ where: { id } })),
  access: selectAccessSeal,
  trigger: (db, { code }) => selectTrigger(db, code),
  requirement: (db, { reference }) => selectRequirement(db, reference),
  offer: async (db, { id }) => (await selectOffers(db, { id }))[0] ?? null,
  delivery: (db, { id }) => selectDelivery(db, id),
  scenario: (db, { id }) => selectScenario(db, id),
  finding: (db, { reference }) => selectFinding(db, reference),
  question: (db, { id }) => selectQuestion(db, id),
  export: async (db, { id }) => exportOf(await db.export.findUniqueOrThrow({ where: { id } })),
  import: (db, { id }) => selectImport(db, id),
};

/** Kinds whose table accepts the first version alone. */
const LAST_VERSION: { readonly [E in EntityType]?: number } = { export: 1 };

describe.each(ENTITY_TYPES)("%s", (entity) => {
  test("is read as it was written, new and changed", () => comesBack(entity));
});

async function comesBack<E extends EntityType>(entity: E): Promise<void> {
  const store: RecordStore<RecordOf[E]> = STORES[entity];
  const { any, after } = ANY[entity];
  const at = (record: RecordOf[E], version: number): RecordOf[E] => ({ ...record, version });
  await eachCase(fc.tuple(any, any, any), async (transaction, [first, second, third]) => {
    const { db } = transaction;
    const update = (from: RecordOf[E], to: RecordOf[E]) => store.update(db, from, to);
    const following = (before: RecordOf[E], other: RecordOf[E]): RecordOf[E] =>
      at(after(before, other), Math.min(before.version + 1, LAST_VERSION[entity] ?? Infinity));

    await store.insert(db, first);
    await isOnRecord(transaction, entity, first);

    const changed = following(first, second);
    expect(await update(at(first, first.version + 1), changed)).toEqual({ count: 0 });
    await isOnRecord(transaction, entity, first);
    expect(await update(first, changed)).toEqual({ count: 1 });
    await isOnRecord(transaction, entity, changed);

    // What was removed or left empty may come back.
    const again = following(changed, third);
    expect(await update(changed, again)).toEqual({ count: 1 });
    await isOnRecord(transaction, entity, again);
  });
}

test("exactly the kinds listed here are written many at once", () => {
  expect(ENTITY_TYPES.filter((entity) => STORES[entity].rows).sort()).toEqual(Object.keys(APART).sort());
});

describe.each(Object.keys(APART) as (keyof typeof APART)[])("%s, many at once", (entity) => {
  test("are read as they were written", () => comeBack(entity));
});

async function comeBack<E extends keyof typeof APART>(entity: E): Promise<void> {
  const apart: (record: RecordOf[E], place: number) => RecordOf[E] = APART[entity];
  const some = fc.array(ANY[entity].any, { minLength: 1, maxLength: 4 });
  await eachCase(some, async (transaction, made) => {
    const eventOf = () => ({ action: "pledge.logged" as const });
    const at = "2026-02-25T08:40:00.123Z";
    const records = made.map(apart);
    const saved = await saveNewRecords(transaction, new UnitOfWork(), at, { entity, records, eventOf });
    expect(saved).toHaveLength(records.length);
    for (const record of saved) await isOnRecord(transaction, entity, record);
    if (entity === "pledge")
      for (const pledge of saved as readonly Pledge[]) await hasItsLeaves(transaction, pledge);
  });
}

test("leaves follow the condition", async () => {
  const { any } = ANY.pledge;
  await eachCase(fc.tuple(any, any), async (transaction, [pledge, { condition, conditionSetOn }]) => {
    await STORES.pledge.insert(transaction.db, pledge);
    for (const next of [pledge, { ...pledge, condition, conditionSetOn }]) {
      await putLeaves(transaction.db, next);
      await hasItsLeaves(transaction, next);
    }
  });
});

/** Reads the record both ways and compares. */
async function isOnRecord<E extends EntityType>(
  transaction: Transaction,
  entity: E,
  record: RecordOf[E],
): Promise<void> {
  const { key, idOf, canonical: recordOf }: RecordStore<RecordOf[E]> = STORES[entity];
  const written = canonical(recordOf(record));
  const found = await FOUND[entity](transaction.db, record);
  const [where, values] = key === null ? ["true", []] : [`r.${key} = $1`, [idOf(record)]];
  const [selected, ...more] = await selectRecords(transaction, entity, where, values);
  expect(more).toEqual([]);
  expect(found && canonical(recordOf(found))).toBe(written);
  expect(selected && canonical(recordOf(selected))).toBe(written);
}

async function hasItsLeaves({ db }: Transaction, pledge: Pledge): Promise<void> {
  const leaves = await db.conditionLeaf.findMany({ where: { pledgeId: pledge.id } });
  expect(namesOf(leaves)).toEqual([...new Set(namesOf(leafRows(pledge)))]);
}
const namesOf = (leaves: readonly { kind: string; key: string; atLeast: string }[]): string[] =>
  leaves.map(({ kind, key, atLeast }) => JSON.stringify([kind, key, atLeast])).sort();

/** Runs each case in a savepoint next to the parents, in one transaction that leaves nothing. */
function eachCase<T>(
  some: fc.Arbitrary<T>,
  holds: (transaction: Transaction, some: T) => Promise<void>,
): Promise<void> {
  return inPrismaTransaction(
    async ({ db, client }) => {
      const transaction = new Transaction(client, db);
      await db.capturedText.createMany({ data: PARENT_TEXTS });
      for (const entity of Object.keys(PARENTS) as EntityType[]) await putParents(db, entity);
      const property = fc.asyncProperty(some, async (one) => {
        await client.query("SAVEPOINT one");
        try {
          await holds(transaction, one);
        } finally {
          await client.query("ROLLBACK TO one");
        }
      });
      await fc.assert(property, { numRuns: cases(30) });
    },
    () => "ROLLBACK",
  );
}

async function putParents<E extends EntityType>(db: Db, entity: E): Promise<void> {
  const store: RecordStore<RecordOf[E]> = STORES[entity];
  for (const record of PARENTS[entity] ?? []) await store.insert(db, record);
}
