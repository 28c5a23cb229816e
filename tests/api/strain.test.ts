// The API while the database is away, silent or crowded: an honest answer in time, and nothing half done.
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { disconnect, pool } from "@/lib/db/client";
import { inPrismaTransaction, prisma } from "@/lib/db/prisma";
import { findParticipants } from "@/lib/db/queries/pledges/participants";
import { checkRegister } from "@/lib/db/derived/check";
import { verifyRegister } from "@/lib/db/verify/verify";
import { refusalOf } from "@/lib/http/failure";
import { tryStorage } from "@/lib/pledges/files/try-storage";
import { loadLogHealth } from "@/lib/trust/checkpoints/queries";
import { ready } from "@/lib/http/health/ready";
import { openTestApi, type Answered, type TestApi } from "@/tests/support/api";
import { pledgeBody } from "@/tests/support/bodies";
import { layCable, type Cable } from "@/tests/support/processes/cable";
import { served } from "@/tests/support/patient";

const WRITERS = 64;
const POOL = 8;
const AT_LATEST_MS = 3_500;

let api: TestApi;
let cable: Cable;
let size: string | undefined;

beforeAll(async () => {
  api = await openTestApi();
  // Signed in while the database is still there.
  for (const who of ["officer", "manager"] as const) await api.call(who, "GET", "/me");
  await disconnect();
  size = process.env.DATABASE_POOL;
  cable = await layCable(process.env.DATABASE_URL ?? "");
  Object.assign(process.env, { DATABASE_URL: cable.url, DATABASE_POOL: String(POOL) });
});
afterAll(async () => {
  if (size === undefined) delete process.env.DATABASE_POOL;
  else process.env.DATABASE_POOL = size;
  await api.close();
  await cable.close();
});

afterEach(async () => {
  cable.swallow(null);
  cable.speak();
  await cable.plug();
  expect(await verifyRegister()).toMatchObject({ intact: true });
  expect(await checkRegister()).toMatchObject({ differing: [], cells: [] });
});

const comment = (text: string, key?: string): Promise<Answered> =>
  api.call("officer", "POST", "/pledges/FR-3-001/comments", {
    body: { text },
    ...(key === undefined ? {} : { key }),
  });

const commentsSaying = async (text: string): Promise<number> => {
  const { rows } = await pool().query<{ n: string }>("SELECT count(*) AS n FROM comment WHERE text = $1", [
    text,
  ]);
  return Number(rows[0]?.n);
};

async function timed<T>(work: Promise<T>): Promise<{ value: T; ms: number }> {
  const began = performance.now();
  const value = await work;
  return { value, ms: performance.now() - began };
}

function expectAway({ status, headers, body }: Answered): void {
  expect({ status, code: body.code, after: headers.get("retry-after") }).toEqual({
    status: 503,
    code: "database-away",
    after: "5",
  });
}

test("each of 64 writers on a pool of 8 is answered in the end, and what was written is there once", async () => {
  // Puts its source on record, so that each later pledge is one event.
  await api.call("officer", "POST", "/pledges", { body: pledgeBody });
  const before = await api.head();
  // On a busy machine some are refused for now: they send again with their key.
  const answers = await Promise.all(
    Array.from({ length: WRITERS }, async (_, n) => [
      await served(() => comment(`writer ${n}`, `comment of writer ${n}`)),
      await served(() =>
        api.call("officer", "POST", "/pledges", {
          body: { ...pledgeBody, title: `writer ${n}` },
          key: `pledge of writer ${n}`,
        }),
      ),
    ]),
  );
  expect(answers.flat().filter(({ status }) => status !== 201)).toEqual([]);
  expect(pool().totalCount).toBeLessThanOrEqual(POOL);
  expect(await api.head()).toBe(before + WRITERS * 2);
});

test("while the database is away every answer is a prompt 503, and the API recovers by itself", async () => {
  await cable.pull();
  for (const asked of [
    timed(api.call("officer", "GET", "/pledges")),
    timed(comment("into nowhere")),
    timed(api.call("manager", "GET", "/unresolved")),
  ]) {
    const { value, ms } = await asked;
    expectAway(value);
    expect(ms).toBeLessThan(AT_LATEST_MS);
  }
  const state = await ready({ loadLogHealth, tryStorage });
  expect([state.status, state.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(await state.json()).toMatchObject({ code: "database-away", detail: expect.any(String) as string });

  await cable.plug();
  expect((await ready({ loadLogHealth, tryStorage })).status).toBe(200);
  expect((await comment("back again")).status).toBe(201);
  expect(await commentsSaying("into nowhere")).toBe(0);
});

test("a silent database counts as away for new, waiting and running requests", async () => {
  await Promise.all(Array.from({ length: POOL }, () => api.call("officer", "GET", "/me")));
  const busy = Array.from({ length: POOL + 4 }, (_, n) => timed(comment(`in the midst ${n}`)));
  cable.hush();
  const late = timed(api.call("officer", "GET", "/pledges"));
  for (const asked of [...busy, late]) {
    const { value, ms } = await asked;
    expectAway(value);
    expect(ms).toBeLessThan(AT_LATEST_MS);
  }
  cable.speak();
  expect((await api.call("officer", "GET", "/pledges")).status).toBe(200);
});

test("a transaction that waited and was refused as away isn't made later", async () => {
  await expect.poll(() => pool().totalCount - pool().idleCount).toBe(0);
  const held = await Promise.all(Array.from({ length: POOL }, () => pool().connect()));
  for (const client of held) client.on("error", () => undefined);
  const waiting = inPrismaTransaction(
    ({ db }) => db.throttle.create({ data: { bucket: "later", failures: 0, since: new Date(0) } }),
    () => "COMMIT",
  );
  cable.hush();
  await expect(waiting).rejects.toMatchObject({ code: "ETIMEDOUT" });
  cable.speak();
  for (const client of held) client.release(true);
  await expect.poll(() => [pool().waitingCount, pool().totalCount - pool().idleCount]).toEqual([0, 0]);
  expect(await prisma().throttle.count({ where: { bucket: "later" } })).toBe(0);
});

test("if all connections are in use, a request that waits in vain is refused as busy, not as away", async () => {
  const held = await Promise.all(Array.from({ length: POOL }, () => pool().connect()));
  const { status, headers, body } = await api.call("officer", "GET", "/pledges");
  for (const client of held) client.release();
  expect([status, body["code"], headers.get("retry-after")]).toEqual([503, "busy", "2"]);
  expect((await api.call("officer", "GET", "/pledges")).status).toBe(200);
});

test("a database that falls silent counts as away for a single query, too", async () => {
  await findParticipants();
  cable.hush();
  const { value, ms } = await timed(findParticipants().catch(refusalOf));
  expect(value).toBe("database-away");
  expect(ms).toBeLessThan(AT_LATEST_MS);
});

test("a process that is busy half of the time notices the silence within twice the time", async () => {
  cable.speak();
  await findParticipants();
  cable.hush();
  const busy = setInterval(() => {
    for (const until = Date.now() + 400; Date.now() < until;);
  }, 800);
  const { value, ms } = await timed(findParticipants().catch(refusalOf)).finally(() => clearInterval(busy));
  expect(value).toBe("database-away");
  expect(ms).toBeLessThan(2 * AT_LATEST_MS);
  cable.speak();
});

test("if the answer to a COMMIT is lost, the request sent again gets it, and is saved once", async () => {
  cable.swallow(() => false);
  expectAway(await comment("said once", "key of the unheard"));
  cable.swallow(null);
  expect(await commentsSaying("said once")).toBe(1);
  expect((await comment("said once", "key of the unheard")).status).toBe(201);
  expect(await commentsSaying("said once")).toBe(1);
});

test("if a COMMIT never arrived nothing is written, and the request can be sent again", async () => {
  const before = await api.head();
  cable.swallow(() => true);
  expectAway(await comment("lost on the way", "key of the lost"));
  cable.swallow(null);
  expect([await api.head(), await commentsSaying("lost on the way")]).toEqual([before, 0]);
  expect((await comment("lost on the way", "key of the lost")).status).toBe(201);
  expect(await commentsSaying("lost on the way")).toBe(1);
});

test("a connection that breaks just as it is handed over ends no process", async () => {
  const client = await pool().connect();
  expect(() => client.emit("error", new Error("terminated"))).not.toThrow();
  client.release(true);
});
