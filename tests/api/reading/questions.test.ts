// How many queries one request sends: what several of its parts need is read once, and again after a change.
import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { findClock } from "@/lib/db/clock";
import type { Actor } from "@/lib/domain/people/actor";
import { changePledge } from "@/lib/pledges/pledges/commands";
import { pledgeChanges } from "@/lib/pledges/pledges/schema";
import { emailOf } from "@/prisma/seed/accounts";
import { openTestApi, type TestApi } from "../../support/api";

const asked: string[] = [];
/** Runs outside the request under way, as another server would. */
const elsewhere = AsyncLocalStorage.snapshot();
/** Runs once, before the first query like this is sent. */
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
    return void elsewhere(work).then(() => query.apply(this, given));
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
])("GET %s reads the settings once, and sends at most %i queries", async (path, most) => {
  await api.call("manager", "GET", path);
  expect(askedFor(SETTINGS), asked.join("\n")).toBe(1);
  expect(asked.length, asked.join("\n")).toBeLessThanOrEqual(most);
});

test("a pledge that another server marks after the session was read is answered with its marking", async () => {
  const { body: pledge } = await api.call("manager", "GET", "/pledges/FR-3-001");
  const officer = await officerHere();
  const changes = pledgeChanges.parse({ handling: "COALITION" });
  const mark = { reference: "FR-3-001", ifMatch: Number(pledge["version"]), changes };
  let isMarked = false;
  meanwhile = {
    like: /^ ?SELECT x\.pledge/,
    work: async () => (isMarked = (await changePledge(officer, mark, (await findClock()).at)).ok),
  };
  const { body } = await api.call("manager", "GET", "/pledges/FR-3-001");
  expect(isMarked).toBe(true);
  expect(body).toMatchObject({ handling: "COALITION", coalitionOnly: ["FR-3-001"] });
});

test("the answer to a change is read after it", async () => {
  const { body } = await api.call("admin", "GET", "/settings");
  const marking = "For tests alone";
  const changed = await api.call("admin", "PATCH", "/settings", {
    version: Number(body["version"]),
    body: { marking },
  });
  expect(changed.body).toMatchObject({ marking });
});

test("the query for a session gets a generic plan", async () => {
  for (let time = 0; time < 12; time += 1) await api.call("manager", "GET", "/me");
  const { rows } = await pool().query<{ generic: number }>(
    "SELECT generic_plans::int AS generic FROM pg_prepared_statements WHERE name = 'session'",
  );
  expect(rows.some(({ generic }) => generic > 0)).toBe(true);
});

/** The officer as an actor, as another server passes them to a command. */
async function officerHere(): Promise<Actor> {
  const { rows } = await pool().query<Pick<Actor, "id" | "email" | "name" | "role" | "desk" | "sealed">>(
    "SELECT id, email, name, role, desk, sealed FROM person WHERE email = $1",
    [emailOf("officer")],
  );
  const [officer] = rows;
  if (!officer) throw new Error("no officer");
  return { ...officer, session: null, request: null };
}
