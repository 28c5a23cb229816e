import { afterAll, beforeAll, expect, test } from "vitest";
import { ask } from "@/scripts/database-client.mjs";
import { migrate } from "@/scripts/migrate.mjs";
import type { TestDatabase } from "@/scripts/test-databases.mjs";
import { createTestDatabase } from "@/tests/support/database";

let database: TestDatabase;
let appLogin: string;
beforeAll(async () => {
  database = await createTestDatabase();
  appLogin = new URL(database.appUrl).username;
});
afterAll(() => database.drop());

const again = (login = appLogin) => migrate({ ownerUrl: database.ownerUrl, appLogin: login });

test("a database that is up to date stays as it is", async () => {
  expect(await again()).toEqual({ applied: [], guardedByTriggersAlone: false });
});

test("one login for owner and application is told apart", async () => {
  expect(await again(new URL(database.ownerUrl).username)).toEqual({
    applied: [],
    guardedByTriggersAlone: true,
  });
});

test("so is an application that may do everything", async ({ skip }) => {
  if (database.superUrl === undefined) return skip("the tests' login is no superuser");
  expect(await again(new URL(database.superUrl).username)).toMatchObject({ guardedByTriggersAlone: true });
});

test("twice at once, one waits for the other", async () => {
  await expect(Promise.all([again(), again(), again()])).resolves.toHaveLength(3);
});

test.each([
  ["UPDATE _prisma_migrations SET finished_at = NULL", "has failed earlier"],
  ["UPDATE _prisma_migrations SET checksum = 'other'", "was changed after it was applied"],
  ["UPDATE _prisma_migrations SET migration_name = migration_name || '_x'", "newer than this checkout"],
])("%s is refused", async (change, why) => {
  const before = await ask(
    database.ownerUrl,
    "SELECT * FROM _prisma_migrations ORDER BY migration_name LIMIT 1",
  );
  const [first] = before as { id: string }[];
  await ask(database.ownerUrl, `${change} WHERE id = '${first?.id}'`);
  await expect(again()).rejects.toThrow(why);
  await ask(
    database.ownerUrl,
    `UPDATE _prisma_migrations AS m SET finished_at = m.started_at, checksum = was.checksum, migration_name = was.migration_name
     FROM json_populate_record(NULL::_prisma_migrations, '${JSON.stringify(first)}') AS was WHERE m.id = was.id`,
  );
});
