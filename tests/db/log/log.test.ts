// What the database itself refuses to anyone: changes of the log, and changes of a record without it.
import { createHash, randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anApproval } from "@/tests/support/cast";
import { createTestDatabase } from "@/tests/support/registers/database";
import { change, changed, logged, openRegister, type TestRegister } from "../register";

let register: TestRegister;
beforeAll(async () => {
  register = await openRegister();
  const { manager, source } = register;
  const pledge = await change(manager, (tx) => logged(tx, source));
  await change(manager, async (tx) => {
    const serves = [pledge.reference];
    await tx.save("approval", null, anApproval({ id: randomUUID(), serves, createdAt: tx.at }), {
      action: "approval.recorded",
    });
    const comment = {
      id: randomUUID(),
      pledge: pledge.reference,
      authorId: manager.id,
      text: "Noted",
      version: 1,
      createdAt: tx.at,
    };
    await tx.save("comment", null, comment, { action: "comment.written" });
    const baseline = { id: randomUUID(), name: "Paris", asOf: tx.at, version: 1, createdAt: tx.at };
    await tx.save("baseline", null, baseline, { action: "baseline.named" });
  });
});
afterAll(() => register.close());

const APPEND = "SELECT audit.append($1, $2, $3, $4, $5, $6, $7)";
const asMallory = (changes: unknown[]) => [
  "m",
  "Mallory",
  "MANAGER",
  null,
  null,
  null,
  JSON.stringify(changes),
];
const RECORDS = ["register", "participant", "person", "source", "pledge", "approval", "comment", "baseline"];
const PARTS = ["contribution", "evidence", "approval_pledge"];

describe("the log", () => {
  const touching = [
    "UPDATE audit.event SET reason = 'another'",
    "DELETE FROM audit.event",
    "TRUNCATE audit.event",
    "INSERT INTO audit.event SELECT * FROM audit.event LIMIT 1",
    "UPDATE audit.head SET seq = 1",
    "DELETE FROM audit.head",
    "TRUNCATE audit.head",
  ];
  test.each(touching)("the application may not: %s", async (statement) => {
    await expect(register.app.query(statement)).rejects.toThrow(/permission denied/);
  });

  test.each(touching)("triggers refuse it to the owner too: %s", async (statement) => {
    await expect(register.owner.query(statement)).rejects.toMatchObject({ code: "23000" });
  });

  test("a direct INSERT is refused to the owner also after an append in the same transaction", async () => {
    await rolledBack(register.owner, async () => {
      await register.owner.query(APPEND, asMallory([]));
      await expect(
        register.owner.query("INSERT INTO audit.event SELECT * FROM audit.event LIMIT 1"),
      ).rejects.toThrow(/audit.append alone/);
    });
  });

  test.each([
    "ALTER TABLE audit.event DISABLE TRIGGER ALL",
    "DROP TRIGGER has_event ON pledge",
    "CREATE TABLE mine (id int)",
    "CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE TEMPORARY TABLE mine (id int)",
    "CREATE SCHEMA mine",
    "SET session_replication_role = replica",
    "SELECT audit.grant_application('public')",
    "UPDATE _prisma_migrations SET checksum = ''",
  ])("the application may not change the schema or its guards: %s", async (statement) => {
    await expect(register.app.query(statement)).rejects.toThrow(/permission denied|must be owner/);
  });

  test.each([...RECORDS, ...PARTS])("neither the application nor the owner deletes a %s", async (table) => {
    await expect(register.app.query(`DELETE FROM ${table}`)).rejects.toThrow(/permission denied/);
    await expect(register.app.query(`TRUNCATE ${table} CASCADE`)).rejects.toThrow(/permission denied/);
    await expect(register.owner.query(`DELETE FROM ${table}`)).rejects.toMatchObject({ code: "23000" });
    await expect(register.owner.query(`TRUNCATE ${table} CASCADE`)).rejects.toMatchObject({ code: "23000" });
  });

  test("is a chain of leaves as RFC 6962 hashes them", async () => {
    const { rows } = await register.app.query<{ leaf: string; leaf_hash: string; prev_hash: string }>(
      "SELECT leaf, leaf_hash, prev_hash FROM audit.event ORDER BY seq",
    );
    expect(rows.length).toBeGreaterThan(5);
    rows.forEach((row, index) => {
      expect(row.leaf_hash).toBe(createHash("sha256").update("\0").update(row.leaf).digest("hex"));
      expect(row.prev_hash).toBe(rows[index - 1]?.leaf_hash ?? "0".repeat(64));
    });
  });

  test("keeps the actor's name, and a different salt for each record", async () => {
    const { rows } = await register.app.query<{ actor: string; salts: number; n: number }>(
      "SELECT max(actor_name) AS actor, count(DISTINCT payload::json->>'salt')::int AS salts, count(*)::int AS n FROM audit.event WHERE seq > 1",
    );
    expect(rows[0]?.actor).toBe("manager");
    expect(rows[0]?.salts).toBe(rows[0]?.n);
  });
});

describe("an append", () => {
  const event = {
    action: "source.recorded",
    entityType: "source",
    entityId: "s",
    entityVersion: 1,
    reason: null,
    record: "{}",
  };
  test.each([
    ["a version left out", { entityVersion: 2 }],
    ["a second founding", { action: "register.founded", entityType: "register", entityId: "other" }],
    ["an action of another type of record", { action: "pledge.logged" }],
    ["a type of record that doesn't exist", { action: "secret.told", entityType: "secret" }],
    ["no record", { record: "null" }],
    ["a record that isn't JSON", { record: "{" }],
  ])("refuses %s", async (_what, wrong) => {
    await rolledBack(register.app, async () => {
      await expect(register.app.query(APPEND, asMallory([{ ...event, ...wrong }]))).rejects.toThrow();
    });
  });

  test("is refused at a past moment unless the register is a demonstration", async () => {
    const { appUrl, drop } = await createTestDatabase();
    const app = new pg.Client({ connectionString: appUrl });
    await app.connect();
    const values = asMallory([event]);
    values[5] = "2026-01-01T00:00:00.000Z";
    await expect(app.query(APPEND, values)).rejects.toThrow(/only a demonstration/);
    await app.end();
    await drop();
  });
});

describe("no change without its event", () => {
  test.each(RECORDS)("a %s raised by one version, and no event", async (table) => {
    await refusedAtCommit(`UPDATE ${table} SET version = version + 1`, /changed without its event/);
  });

  test.each(RECORDS.filter((table) => table !== "person"))("a %s changed in place", async (table) => {
    await refusedAtCommit(`UPDATE ${table} SET version = version`, /steps by one/);
  });

  test.each(RECORDS)("a %s two versions on", async (table) => {
    await refusedAtCommit(`UPDATE ${table} SET version = version + 2`, /steps by one/);
  });

  test.each(PARTS)("a row of %s", async (table) => {
    await refusedAtCommit(
      `UPDATE ${table} SET ${table === "approval_pledge" ? "removed_in = 1" : "position = 7"}`,
      /without its event/,
    );
  });

  test.each([
    [
      "source",
      "INSERT INTO source SELECT gen_random_uuid(), publisher, url, title, published_on, language, ownership, 1, created_at FROM source LIMIT 1",
    ],
    [
      "comment",
      "INSERT INTO comment SELECT gen_random_uuid(), pledge_id, author_id, text, 1, created_at FROM comment LIMIT 1",
    ],
    [
      "baseline",
      "INSERT INTO baseline SELECT gen_random_uuid(), 'Berlin', as_of, 1, created_at FROM baseline LIMIT 1",
    ],
    [
      "participant",
      "INSERT INTO participant SELECT 'IT', kind, role, names, joined_on, 1, recorded_at FROM participant LIMIT 1",
    ],
    [
      "evidence",
      "INSERT INTO evidence SELECT gen_random_uuid(), pledge_id, source_id, 9, kind, reliability, credibility, quote, supports, field, claims, valid_until, recorded_at FROM evidence LIMIT 1",
    ],
  ])("a new %s", async (_table, statement) => {
    await refusedAtCommit(statement, /changed without its event/);
  });

  test("an event for another version isn't enough", async () => {
    const { rows } = await register.app.query<{ id: string }>("SELECT id FROM source");
    const id = rows[0]?.id;
    await register.app.query("BEGIN");
    await register.app.query("UPDATE source SET version = 2 WHERE id = $1", [id]);
    await register.app.query("UPDATE source SET version = 3 WHERE id = $1", [id]);
    const event = {
      action: "source.recorded",
      entityType: "source",
      entityId: id,
      entityVersion: 2,
      reason: null,
      record: "{}",
    };
    await register.app.query(APPEND, asMallory([event]));
    await expect(register.app.query("COMMIT")).rejects.toThrow(/changed without its event/);
  });

  test("also under session_replication_role = replica", async () => {
    const { rows } = await register.owner.query(
      "SELECT tgname, tgenabled FROM pg_trigger WHERE tgname IN ('has_event', 'stays', 'stays_attached', 'told', 'appended', 'gapless')",
    );
    const [records, event, ahead, access, sequences, tree, files] = [25 * 2, 4, 2, 2, 1, 4, 6];
    expect(rows.length).toBe(records + event + ahead + access + sequences + tree + files);
    expect(rows.filter((row: { tgenabled: string }) => row.tgenabled !== "A")).toEqual([]);
  });

  test("a person's session version is technical and needs no event; the name does", async () => {
    await register.app.query("UPDATE person SET session_version = session_version + 1");
    await refusedAtCommit(
      "UPDATE person SET session_version = session_version + 1, name = 'X'",
      /steps by one/,
    );
  });

  test("being a demonstration, and the clock's offset, are permanent", async () => {
    for (const change of ["demonstration = false, offset_ms = 0", "offset_ms = offset_ms + 1"]) {
      await expect(
        register.app.query(`UPDATE register SET ${change}, version = version + 1`),
        change,
      ).rejects.toThrow(/said once/);
    }
  });

  test("a pledge's priority and day of logging are permanent", async () => {
    const { manager, source } = register;
    const pledge = await change(manager, (tx) => logged(tx, source));
    await expect(
      change(manager, (tx) => changed(tx, pledge.reference, { createdAt: "2020-01-01T00:00:00.000Z" })),
    ).rejects.toThrow(/permanent/);
    await expect(change(manager, (tx) => changed(tx, pledge.reference, { priority: 1 }))).rejects.toThrow(
      /pledge_reference_is_its_place/,
    );
  });
});

async function refusedAtCommit(statement: string, why: RegExp): Promise<void> {
  await register.app.query("BEGIN");
  await register.app.query(statement);
  await expect(register.app.query("COMMIT")).rejects.toThrow(why);
}

async function rolledBack(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query("BEGIN");
  try {
    await work();
  } finally {
    await client.query("ROLLBACK");
  }
}
