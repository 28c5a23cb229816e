// How often one request asks the database: what several of its parts need is asked once, and read anew after a change.
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { openTestApi, type TestApi } from "../../support/api";

const asked: string[] = [];
const query = Reflect.get(pg.Client.prototype, "query") as (this: object, ...given: unknown[]) => unknown;

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  Reflect.set(pg.Client.prototype, "query", function (this: object, ...given: unknown[]): unknown {
    asked.push(String((given[0] as { text?: string }).text ?? given[0]).replace(/\s+/g, " "));
    return query.apply(this, given);
  });
});
afterAll(async () => {
  Reflect.set(pg.Client.prototype, "query", query);
  await api.close();
});
beforeEach(async () => {
  await api.call("manager", "GET", "/me");
  asked.length = 0;
});

const askedFor = (words: RegExp): number => asked.filter((text) => words.test(text)).length;
const SETTINGS = /FROM "public"\."register"|FROM register\b/;
const HEAD = /^ ?SELECT leaf_hash FROM audit\.head/;

test.each([
  ["/pledges?limit=50", 7],
  ["/pledges/FR-3-001?history=50", 6],
  ["/unresolved", 9],
  ["/coverage", 7],
])(
  "GET %s asks for the settings and the log's head with the session, and for %i things in all",
  async (path, most) => {
    await api.call("manager", "GET", path);
    expect(askedFor(SETTINGS), asked.join("\n")).toBe(1);
    expect(askedFor(HEAD)).toBe(0);
    expect(asked.length, asked.join("\n")).toBeLessThanOrEqual(most);
  },
);

test("what is answered to a change is read after it", async () => {
  const { body } = await api.call("admin", "GET", "/settings");
  const marking = "For tests alone";
  const changed = await api.call("admin", "PATCH", "/settings", {
    version: Number(body["version"]),
    body: { marking },
  });
  expect(changed.body).toMatchObject({ marking });
});

test("the question for a session is planned once", async () => {
  for (let time = 0; time < 12; time += 1) await api.call("manager", "GET", "/me");
  const { rows } = await pool().query<{ generic: number }>(
    "SELECT generic_plans::int AS generic FROM pg_prepared_statements WHERE name = 'session'",
  );
  expect(rows.some(({ generic }) => generic > 0)).toBe(true);
});
