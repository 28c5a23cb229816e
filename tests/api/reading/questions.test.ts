// How often one request asks the database: what several of its parts need is asked once, and read anew after a change.
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { openTestApi, type TestApi } from "../../support/api";

const asked: string[] = [];
/** Done before the first question that is like this one is sent. */
let meanwhile: { like: RegExp; work: () => Promise<unknown> } | null = null;
const query = Reflect.get(pg.Client.prototype, "query") as (this: object, ...given: unknown[]) => unknown;

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  Reflect.set(pg.Client.prototype, "query", function (this: object, ...given: unknown[]): unknown {
    const text = String((given[0] as { text?: string }).text ?? given[0]).replace(/\s+/g, " ");
    asked.push(text);
    if (!meanwhile?.like.test(text)) return query.apply(this, given);
    const { work } = meanwhile;
    meanwhile = null;
    return void work().then(() => query.apply(this, given));
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

test.each([
  ["/pledges?limit=50", 8],
  ["/pledges/FR-3-001?history=50", 7],
  ["/unresolved", 9],
  ["/coverage", 7],
])("GET %s asks for the settings with the session, and for %i things in all", async (path, most) => {
  await api.call("manager", "GET", path);
  expect(askedFor(SETTINGS), asked.join("\n")).toBe(1);
  expect(asked.length, asked.join("\n")).toBeLessThanOrEqual(most);
});

test("a pledge that is marked after the session was read, and before the pledge was, is answered with its mark", async () => {
  const { body: pledge } = await api.call("manager", "GET", "/pledges/FR-3-001");
  const mark = { version: Number(pledge["version"]), body: { handling: "COALITION" } };
  let marked: number | null = null;
  meanwhile = {
    like: /^ ?SELECT x\.pledge/,
    work: async () => (marked = (await api.call("officer", "PATCH", "/pledges/FR-3-001", mark)).status),
  };
  const { body } = await api.call("manager", "GET", "/pledges/FR-3-001");
  expect(marked).toBe(200);
  expect(body).toMatchObject({ handling: "COALITION", coalitionOnly: ["FR-3-001"] });
});

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
