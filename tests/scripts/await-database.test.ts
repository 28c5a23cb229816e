// A start waits for a database that is on its way, and not for one that will never let it in.
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { awaitDatabase } from "@/scripts/database/client.mjs";
import type { TestDatabase } from "@/scripts/testing/databases.mjs";
import { layCable, type Cable } from "@/tests/support/processes/cable";
import { createTestDatabase } from "@/tests/support/registers/database";

let database: TestDatabase;
let cable: Cable;
const said: string[] = [];
const say = (line: string) => void said.push(line);
beforeAll(async () => {
  database = await createTestDatabase();
  cable = await layCable(database.ownerUrl);
});
afterAll(async () => {
  await cable.close();
  await database.drop();
});
beforeEach(() => void (said.length = 0));

test("a database that is there is not waited for", async () => {
  await awaitDatabase(cable.url, { say });
  expect(said).toEqual([]);
});

test("one that comes later is waited for, with a line that names its place, not its password", async () => {
  await cable.pull();
  const waiting = awaitDatabase(cable.url, { say });
  await expect.poll(() => said).toHaveLength(1);
  expect(said[0]).toMatch(/^Waiting for the database at .*register-cable-.*, for up to 60 seconds: /);
  expect(said[0]).not.toContain(new URL(database.ownerUrl).password);
  await cable.plug();
  await waiting;
  expect(said).toHaveLength(1);
});

test("a wait for one that never comes ends, and so does one that is told to", async () => {
  await cable.pull();
  await expect(awaitDatabase(cable.url, { say, patienceMs: 0 })).rejects.toThrow("was not ready in time");
  const quit = new AbortController();
  const waiting = awaitDatabase(cable.url, { say, signal: quit.signal });
  quit.abort();
  await expect(waiting).rejects.toThrow("Stopped before");
  await cable.plug();
});

test("a wrong password and a database that doesn't exist are reported at once", async () => {
  const wrong = new URL(database.ownerUrl);
  wrong.password = "wrong";
  await expect(awaitDatabase(wrong.href, { say })).rejects.toThrow("password authentication failed");
  const nothing = new URL(database.ownerUrl);
  nothing.pathname = "/nothing";
  await expect(awaitDatabase(nothing.href, { say })).rejects.toThrow("does not exist");
  expect(said).toEqual([]);
});
