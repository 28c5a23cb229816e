// Repeated requests take effect once, and of conflicting requests at the same time one succeeds.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApi, type TestApi } from "../support/api";
import { aSource, evidenceBody, pledgeBody } from "../support/bodies";
import { served } from "../support/patient";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const many = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

test("the same key sent 30 times at once makes one pledge, and each gets the same answer", async () => {
  const body = {
    ...pledgeBody,
    title: "Logged once",
    evidence: [{ ...evidenceBody, source: await sourceId() }],
  };
  const head = await api.head();
  const answers = await many(30, () =>
    served(() => api.call("officer", "POST", "/pledges", { body, key: "once" })),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
  expect(new Set(answers.map(({ headers }) => headers.get("location"))).size).toBe(1);
  expect(await api.head()).toBe(head + 1);
});

test("a key belongs to one body, one path and one person", async () => {
  const sent = { body: { text: "Once." }, key: "for one" };
  const first = await api.call("officer", "POST", "/pledges/FR-3-001/comments", sent);
  expect(first.status).toBe(201);
  expect(
    await api.call("officer", "POST", "/pledges/FR-3-001/comments", { ...sent, body: { text: "Twice." } }),
  ).toMatchObject({ status: 422, body: { code: "key-reused" } });
  expect(await api.call("officer", "POST", "/pledges/FR-3-002/comments", sent)).toMatchObject({
    status: 422,
    body: { code: "key-reused" },
  });
  expect((await api.call("manager", "POST", "/pledges/FR-3-001/comments", sent)).body.id).not.toBe(
    first.body.id,
  );
});

test("a repeated export, view, import or cancellation takes effect once, with the same answer", async () => {
  const wish = { what: "REGISTER", filter: "participant=FR", asOf: null, purpose: "Asked twice" };
  const view = { name: "Kept once", address: "/pledges?participant=FR", shared: false };
  const sheet = { raw: "Country,Priority,Title\nFrance,1,Once\n", headers: { "content-type": "text/csv" } };
  for (const [path, sent, list] of [
    ["/exports", { body: wish }, "/exports"],
    ["/views", { body: view }, "/views"],
    ["/imports?name=once.csv", sheet, "/imports"],
  ] as const) {
    const ask = () => api.call("manager", "POST", path, { ...sent, key: `twice ${path}` });
    const count = async () => (await api.call("manager", "GET", list)).body.items as unknown[];
    const first = await ask();
    expect([201, 202], path).toContain(first.status);
    const { length } = await count();
    expect(await ask(), path).toMatchObject({ status: first.status, body: { id: first.body.id } });
    expect(await count(), path).toHaveLength(length);
  }

  const other = { ...sheet, key: "twice /imports?name=once.csv" };
  expect(await api.call("manager", "POST", "/imports?name=other.csv", other)).toMatchObject({
    status: 422,
    body: { code: "key-reused" },
  });
  const { id } = (await api.call("manager", "POST", "/exports", { body: wish })).body;
  const cancel = () => api.call("manager", "POST", `/exports/${String(id)}/cancel`, { key: "cancelled" });
  const cancelled = await cancel();
  expect(cancelled).toMatchObject({ status: 200, body: { state: "CANCELLED" } });
  expect(await cancel()).toMatchObject({ status: 200, body: cancelled.body });
  expect(await api.call("manager", "POST", `/exports/${String(id)}/cancel`)).toMatchObject({ status: 409 });
});

test.each([
  ["/watches", { topic: "participant:FR", watching: true }, { topic: "participant:FR", watching: false }],
  ["/inbox/choices", { hour: 5 }, { hour: 6 }],
])(
  "a stale repeat of a switch at %s gets the first answer, and switches nothing",
  async (path, one, other) => {
    const send = (body: object, key: string) => api.call("manager", "POST", path, { body, key });
    const state = async () => (await api.call("manager", "GET", path)).body;
    const first = await send(one, `first ${path}`);
    expect(first.status).toBe(200);
    expect((await send(other, `second ${path}`)).status).toBe(200);
    const before = await state();
    expect(await send(one, `first ${path}`)).toMatchObject({ status: 200, body: first.body });
    expect(await state()).toEqual(before);
    expect((await send(one, `second ${path}`)).body.code).toBe("key-reused");
    expect(await state()).toEqual(before);
  },
);

test("a change sent again with its key after a lost answer gets the first answer", async () => {
  const { reference } = (await api.call("officer", "POST", "/pledges", { body: pledgeBody })).body;
  const sent = { body: { nextAction: "Ask" }, version: 1, key: "lost" };
  const first = await api.call("officer", "PATCH", `/pledges/${String(reference)}`, sent);
  expect([first.status, first.body.version]).toEqual([200, 2]);
  expect(await api.call("officer", "PATCH", `/pledges/${String(reference)}`, sent)).toMatchObject({
    status: 200,
    body: first.body,
  });
});

test("what a page sends for one account is recorded under no other", async () => {
  const { id } = (await api.call("officer", "GET", "/me")).body;
  const path = "/pledges/FR-3-001/comments";
  const sent = { body: { text: "Mine." }, headers: { "Expected-Account": String(id) } };
  const head = await api.head();
  expect(await api.call("manager", "POST", path, sent)).toMatchObject({
    status: 401,
    body: { code: "not-signed-in" },
  });
  expect(await api.head()).toBe(head);
  expect((await api.call("officer", "POST", path, sent)).status).toBe(201);
});

test("a refused request doesn't use up its key", async () => {
  const wrong = await api.call("officer", "POST", "/pledges", {
    body: { ...pledgeBody, owner: "nobody@register.example" },
    key: "again",
  });
  expect(wrong.status).toBe(422);
  expect((await api.call("officer", "POST", "/pledges", { body: pledgeBody, key: "again" })).status).toBe(
    201,
  );
});

test("of 50 changes of one version one succeeds, and the others learn who made it", async () => {
  const pledge = (await api.call("officer", "POST", "/pledges", { body: pledgeBody })).body;
  const head = await api.head();
  const answers = await many(50, (index) =>
    served(() =>
      api.call("officer", "PATCH", `/pledges/${String(pledge.reference)}`, {
        body: { title: `Title ${index}` },
        version: 1,
        key: `title ${index}`,
      }),
    ),
  );
  const refused = answers.filter(({ status }) => status === 409);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(refused).toHaveLength(49);
  for (const { body } of refused) {
    expect(body).toMatchObject({
      code: "version",
      current: 2,
      changedBy: "Desk officer, western desk",
      fields: ["title"],
    });
  }
  expect(await api.head()).toBe(head + 1);
});

test("200 pledges at once are numbered without a gap", async () => {
  const before = await referencesOf("PT", 5);
  const body = {
    ...pledgeBody,
    participant: "PT",
    priority: 5,
    evidence: [{ ...evidenceBody, source: await sourceId() }],
  };
  const answers = await many(200, (index) =>
    served(() => api.call("officer", "POST", "/pledges", { body, key: `of 200: ${index}` })),
  );
  expect(answers.filter(({ status }) => status !== 201)).toEqual([]);
  const numbers = answers
    .map((answer) => Number(String(answer.body.reference).slice(-3)))
    .sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 200 }, (_, index) => before + index + 1));
});

test("changing nothing adds no event, and a stale version is refused even then", async () => {
  const { path, version, title } = await fresh();
  const head = await api.head();
  const same = await api.call("officer", "PATCH", path, { body: { title }, version });
  expect(same).toMatchObject({ status: 200, body: { version } });
  expect(same.headers.get("etag")).toBe(`"${version}"`);
  expect(await api.call("officer", "PATCH", path, { body: { title }, version: version + 1 })).toMatchObject({
    status: 409,
    body: { code: "version", current: version },
  });
  expect(await api.head()).toBe(head);
});

async function fresh(): Promise<{ path: string; version: number; title: string }> {
  const { body } = await api.call("officer", "POST", "/pledges", { body: pledgeBody });
  return {
    path: `/pledges/${String(body.reference)}`,
    version: Number(body.version),
    title: String(body.title),
  };
}

/** A source on record, so that a pledge is one event and not two. */
async function sourceId(): Promise<{ id: string }> {
  return { id: String((await api.call("manager", "POST", "/sources", { body: aSource })).body.id) };
}

async function referencesOf(participant: string, priority: number): Promise<number> {
  const { body } = await api.call(
    "manager",
    "GET",
    `/pledges?participant=${participant}&priority=${priority}&voided=with`,
  );
  return (body.items as unknown[]).length;
}
