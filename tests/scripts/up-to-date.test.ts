// A start without the owner's login: the database was migrated in a separate step, or the start is refused.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askDatabase } from "@/scripts/database/client.mjs";
import { awaitMigrated, bringUpToDate } from "@/scripts/database/up-to-date.mjs";
import type { TestDatabase } from "@/scripts/testing/databases.mjs";
import { createEmptyDatabase, createTestDatabase } from "@/tests/support/registers/database";

const said: string[] = [];
const say = (line: string) => void said.push(line);
const withAlone = (url: string) => bringUpToDate({ ownerUrl: url, appUrl: url }, { say });
const NOTHING = { applied: [], newer: [], guardedByTriggersAlone: false };

describe("a database that was migrated", () => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await createTestDatabase()));
  afterAll(() => database.drop());
  const last = async (): Promise<string> =>
    (
      (await askDatabase(
        database.ownerUrl,
        "SELECT max(migration_name) AS name FROM _prisma_migrations",
      )) as { name: string }[]
    )[0]?.name ?? "";

  test("is taken as it is, and gives the application its limits", async () => {
    const { username, pathname } = new URL(database.appUrl);
    const alter = `ALTER ROLE ${username} IN DATABASE ${pathname.slice(1)} RESET statement_timeout`;
    await askDatabase(database.appUrl, alter);
    expect(await askDatabase(database.appUrl, "SHOW statement_timeout")).toEqual([
      { statement_timeout: "0" },
    ]);
    expect(await withAlone(database.appUrl)).toEqual(NOTHING);
    expect(await askDatabase(database.appUrl, "SHOW statement_timeout")).toEqual([
      { statement_timeout: "15s" },
    ]);
  });

  test("is refused if it lacks a migration, with its name and what to do", async () => {
    const name = await last();
    await askDatabase(
      database.ownerUrl,
      `UPDATE _prisma_migrations SET rolled_back_at = now()
      WHERE migration_name >= '${name}'`,
    );
    await expect(withAlone(database.appUrl)).rejects.toThrow(
      `The database lacks the migration ${name}. Run npm run migrate with DATABASE_OWNER_URL, then start again.`,
    );
    await expect(awaitMigrated(database.appUrl, { say })).rejects.toThrow(`lacks the migration ${name}`);
    await askDatabase(database.ownerUrl, "UPDATE _prisma_migrations SET rolled_back_at = NULL");
    expect(await withAlone(database.appUrl)).toEqual(NOTHING);
    expect(await awaitMigrated(database.appUrl, { say })).toEqual(NOTHING);
  });
});

describe("a new database", () => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await createEmptyDatabase()));
  afterAll(() => database.drop());

  test("is refused to a login that can't make the tables, and nothing is made", async () => {
    await expect(withAlone(database.appUrl)).rejects.toThrow(/isn't ready for this login.* npm run migrate/);
    expect(
      await askDatabase(database.ownerUrl, "SELECT to_regclass('_prisma_migrations')::text AS made"),
    ).toEqual([{ made: null }]);
  });

  test("is migrated by a login that can, whether it is the owner's or the only one", async () => {
    const { applied, guardedByTriggersAlone } = await withAlone(database.ownerUrl);
    expect([applied.length > 1, guardedByTriggersAlone]).toEqual([true, true]);
    await expect(withAlone(database.appUrl)).rejects.toThrow(/isn't ready for this login/);
    expect(await bringUpToDate(database, { say })).toEqual(NOTHING);
    expect(await withAlone(database.appUrl)).toEqual(NOTHING);
  });
});
