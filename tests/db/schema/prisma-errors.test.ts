// An error in a transaction arrives with PostgreSQL's own code, and without what was to be written.
import type { Socket } from "node:net";
import { inspect } from "node:util";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disconnect } from "@/lib/db/client";
import { askPrisma, inPrismaTransaction, type Db } from "@/lib/db/prisma";
import { STORES } from "@/lib/db/records/stores";
import { copyIn } from "@/lib/db/bulk/copy-in";
import type { Person } from "@/lib/domain/people/person";
import { refusalOf } from "@/lib/http/failure";
import { aContribution, aPledge, france } from "@/tests/support/cast";
import { createTestDatabase } from "@/tests/support/registers/database";

let drop: () => Promise<void>;
let other: pg.Client;
beforeAll(async () => {
  const { appUrl, drop: dropped } = await createTestDatabase();
  drop = dropped;
  process.env.DATABASE_URL = appUrl;
  other = new pg.Client({ connectionString: appUrl });
  await other.connect();
  await other.query("INSERT INTO throttle (bucket, failures, since) VALUES ('a', 0, now()), ('b', 0, now())");
});
afterAll(async () => {
  await Promise.all([other.end(), disconnect()]);
  await drop();
});

const SECRET = "secret-value-123";

const person: Person = {
  id: "00000000-0000-4000-8000-0000000000aa",
  email: SECRET,
  name: SECRET,
  role: "OFFICER",
  desk: [SECRET],
  sealed: false,
  disabledAt: null,
  secondFactorAt: null,
  language: null,
  aloneAt: null,
  factorRemovedAt: null,
  version: 1,
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
};
const pledge = aPledge({ title: SECRET, evidence: [] });
const withMoney = (amount: string) => [aContribution({ money: { amount, currency: "EUR" } })];
const oneAndAHalf = { kind: "EXACT", min: 1.5, max: 1.5, unit: "PERSON", asStated: SECRET } as const;

type Work = (held: { db: Db; client: pg.PoolClient }) => Promise<unknown>;

const thrownBy = (work: Work): Promise<unknown> =>
  inPrismaTransaction(work, () => "ROLLBACK").then(
    () => undefined,
    (error: unknown) => error,
  );

test.each<[string, code: string | undefined, says: RegExp, Work]>([
  [
    "a name that is given",
    "23505",
    /person_email_key/,
    async ({ db }) => {
      await STORES.person.insert(db, person);
      await STORES.person.insert(db, { ...person, id: "00000000-0000-4000-8000-0000000000ab" });
    },
  ],
  [
    "what a check refuses",
    "23514",
    /person_check/,
    ({ db }) => STORES.person.insert(db, { ...person, role: "MANAGER" }),
  ],
  [
    "the same past Prisma",
    "23514",
    /participant_code_check/,
    ({ client }) =>
      copyIn(client, "participant", [0], () => [
        {
          code: SECRET,
          kind: "STATE",
          role: "MEMBER",
          names: { en: SECRET },
          version: 1,
          recordedAt: new Date(0),
        },
      ]),
  ],
  ["what isn't there", "23503", /pledge_participant_fkey/, ({ db }) => STORES.pledge.insert(db, pledge)],
  ["no id", "22P02", /syntax for type uuid/, ({ db }) => STORES.person.insert(db, { ...person, id: SECRET })],
  [
    "a number that is too large",
    "22003",
    /out of range/,
    ({ db }) => STORES.person.insert(db, { ...person, version: 2 ** 40 }),
  ],
  [
    "NUL in JSON",
    "22P05",
    /escape/,
    ({ db }) => STORES.participant.insert(db, { ...france, names: { en: `${SECRET}\0` } }),
  ],
  [
    "a fraction, which Prisma refuses",
    undefined,
    /`quantityMin`.* Expected BigInt/,
    ({ db }) =>
      STORES.pledge.insert(db, { ...pledge, contributions: [aContribution({ quantity: oneAndAHalf })] }),
  ],
  [
    "no amount, which Prisma refuses",
    undefined,
    /`moneyAmount`/,
    ({ db }) => STORES.pledge.insert(db, { ...pledge, contributions: withMoney(SECRET) }),
  ],
  [
    "no moment, which Prisma refuses",
    undefined,
    /`createdAt`/,
    ({ db }) => STORES.person.insert(db, { ...person, createdAt: "at noon" }),
  ],
])("%s", async (_what, code, says, work) => {
  const error = await thrownBy(work);
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({ message: expect.stringMatching(says) as string });
  expect((error as { code?: string }).code).toBe(code);
  expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(SECRET);
  // The stack shows where it was thrown.
  expect((error as Error).stack).toMatch(/\n +at /);
});

test("a connection that breaks during COMMIT counts as the database being away", async () => {
  const broken = Object.assign(new Error("read ECONNRESET"), {
    code: "ECONNRESET",
    errno: -104,
    syscall: "read",
  });
  const error = await inPrismaTransaction(
    ({ client }) => {
      const { stream } = (client as pg.PoolClient & { connection: { stream: Socket } }).connection;
      stream.write = () => {
        stream.destroy(broken);
        return false;
      };
      return Promise.resolve();
    },
    () => "COMMIT",
  ).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Error);
  expect(refusalOf(error)).toBe("database-away");
});

test("what only COMMIT refuses arrives with its code, too", async () => {
  const valid = { ...person, email: "a@b.example", desk: ["FR"] };
  const error = await inPrismaTransaction(
    ({ db }) => STORES.person.insert(db, valid),
    () => "COMMIT",
  ).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: expect.stringMatching(/^[0-9A-Z]{5}$/) as string });
  expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(SECRET);
});

test.each<[string, () => Promise<unknown>]>([
  ["a row", () => askPrisma((db) => db.throttle.findFirst())],
  ["in SQL", () => askPrisma((db) => db.$queryRaw`SELECT 1 AS one`)],
  [
    "in a transaction",
    () =>
      inPrismaTransaction(
        ({ db }) => db.throttle.findFirst(),
        () => "ROLLBACK",
      ),
  ],
])("a database that is away is reported as such, asked for %s", async (_what, ask) => {
  const address = process.env.DATABASE_URL;
  process.env.DATABASE_URL = "postgresql://nobody@127.0.0.1:1/nothing";
  await disconnect();
  const error = await ask().catch((thrown: unknown) => thrown);
  process.env.DATABASE_URL = address;
  await disconnect();
  expect(refusalOf(error)).toBe("database-away");
});

const FULL = "DO $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$";
test.each<[string, () => Promise<unknown>]>([
  ["through Prisma", () => askPrisma((db) => db.$executeRawUnsafe(FULL))],
  ["in a transaction", () => thrownBy(({ db }) => db.$executeRawUnsafe(FULL))],
  ["past Prisma", () => thrownBy(({ client }) => client.query(FULL))],
])("a full disk of the database is reported as such, %s", async (_what, ask) => {
  const error = await ask().catch((thrown: unknown) => thrown);
  expect(refusalOf(error)).toBe("storage-full");
});

describe("a transaction that gave way to others gets the code for it", () => {
  const counts = (db: Db, bucket: string) =>
    db.throttle.updateMany({ where: { bucket }, data: { failures: { increment: 1 } } });

  test("after someone else changed what it had read", async () => {
    const error = await thrownBy(async ({ db, client }) => {
      await client.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
      await db.throttle.findMany();
      await other.query("UPDATE throttle SET failures = failures + 1");
      await counts(db, "a");
    });
    expect(error).toMatchObject({ code: "40001" });
  });

  test("when each waits for the other", async () => {
    let holding = 0;
    let go: () => void = () => undefined;
    const both = new Promise<void>((resolve) => (go = resolve));
    const errors = await Promise.all(
      [["a", "b"] as const, ["b", "a"] as const].map(([first, second]) =>
        thrownBy(async ({ db }) => {
          await counts(db, first);
          holding += 1;
          if (holding === 2) go();
          await both;
          await counts(db, second);
        }),
      ),
    );
    expect(errors.filter((error) => error !== undefined)).toMatchObject([{ code: "40P01" }]);
  });
});
