// Saved views: whose they are, who sees them, and that they lead nowhere but to lists.
import { afterAll, beforeAll, expect, test } from "vitest";
import { MOST_VIEWS } from "@/lib/domain/people/saved-view";
import { openTestApi, type TestApi, type Who } from "../../support/api";
import { callOk } from "../../support/registers/call-ok";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const aView = (change: object = {}) => ({
  name: `View ${crypto.randomUUID()}`,
  address: "/pledges?stage=PLEDGED",
  ...change,
});
async function saved(who: Who, change: object = {}): Promise<{ id: string; name: string; version: number }> {
  const made = await callOk(api, who, "POST", "/views", "/views", { body: aView(change) });
  return made as { id: string; name: string; version: number };
}
async function namesFor(who: Who): Promise<string[]> {
  const { items } = await callOk(api, who, "GET", "/views", "/views");
  return (items as { name: string }[]).map(({ name }) => name);
}

test("a private view is seen by its owner alone, a shared one by all who may open its list", async () => {
  const [own, shared] = [await saved("officer"), await saved("officer", { shared: true })];
  const audit = await saved("auditor", { address: "/access-log", shared: true });
  expect(await namesFor("officer")).toEqual(expect.arrayContaining([own.name, shared.name]));
  const seen = await namesFor("manager");
  expect(seen).toContain(shared.name);
  expect(seen).not.toContain(own.name);
  expect(seen).not.toContain(audit.name);
  expect(await namesFor("admin")).toEqual([]);
  for (const path of [`/views/${own.id}`, `/views/${audit.id}`])
    expect(await api.call("manager", "GET", path)).toMatchObject({
      status: 404,
      body: { code: "not-found" },
    });
  expect(
    (await api.call("manager", "PATCH", `/views/${own.id}`, { version: 1, body: { name: "Mine" } })).status,
  ).toBe(404);
});

test("only its owner changes a view; a manager may end its sharing, and nothing else", async () => {
  const { id } = await saved("officer", { shared: true });
  const path = `/views/${id}`;
  const change = (who: Who, body: object, version = 1) => api.call(who, "PATCH", path, { version, body });
  expect((await change("officer-north", { name: "Mine" })).body.code).toBe("role");
  expect((await change("officer-north", { shared: false })).body.code).toBe("role");
  expect((await change("manager", { name: "Mine", shared: false })).body.code).toBe("role");
  expect((await api.call("manager", "POST", `${path}/remove`, { body: {} })).body.code).toBe("role");
  expect(await change("manager", { shared: false }, 7)).toMatchObject({
    status: 409,
    body: { code: "version", current: 1 },
  });
  expect(await change("manager", { shared: false })).toMatchObject({ status: 200, body: { shared: false } });
  expect((await api.call("manager", "GET", path)).status).toBe(404);
  const now = await callOk(api, "officer", "GET", path, "/views/{id}");
  expect(now).toMatchObject({ shared: false, version: 2, may: { change: true, takeDown: false } });
});

test("a view's address can be changed, by its owner and within its list", async () => {
  const { id } = await saved("officer", { shared: true });
  const change = (who: Who, body: object, version = 1) =>
    api.call(who, "PATCH", `/views/${id}`, { version, body });
  const now = await change("officer", { address: "/pledges?participant=FR&limit=20" });
  expect(now).toMatchObject({ status: 200, body: { address: "/pledges?participant=FR", version: 2 } });
  expect((await change("officer", { address: "/pledges?participant=FR" }, 2)).body.version).toBe(2);
  expect((await change("manager", { shared: false, address: "/pledges" }, 2)).body.code).toBe("role");
  for (const [address, code] of [
    ["/unresolved", "other-list"],
    ["/pledges?stage=DREAMT", "not-understood"],
    ["//evil.example/pledges", "not-a-view"],
  ])
    expect(await change("officer", { address }, 2)).toMatchObject({
      status: 422,
      body: { errors: [{ path: "address", code }] },
    });
  expect((await change("officer", { address: "/pledges" }, 1)).body).toMatchObject({
    code: "version",
    current: 2,
  });
});

test("a view adds no event to the log, and a removed one is gone", async () => {
  const head = await api.head();
  const { id } = await saved("officer");
  expect(
    (await api.call("officer", "PATCH", `/views/${id}`, { version: 1, body: {} })).headers.get("etag"),
  ).toBe('"1"');
  await callOk(api, "officer", "POST", `/views/${id}/remove`, "/views/{id}/remove", { body: {} });
  expect((await api.call("officer", "POST", `/views/${id}/remove`)).status).toBe(404);
  expect(await api.head()).toBe(head);
});

test("a person uses a name once, whatever its capitals, and a key makes one view", async () => {
  const { name } = await saved("officer");
  const again = await api.call("officer", "POST", "/views", { body: aView({ name: name.toUpperCase() }) });
  expect(again).toMatchObject({ status: 422, body: { errors: [{ path: "name", code: "view-name-taken" }] } });
  const other = await saved("officer");
  expect(
    await api.call("officer", "PATCH", `/views/${other.id}`, { version: 1, body: { name } }),
  ).toMatchObject({ status: 422, body: { errors: [{ path: "name", code: "view-name-taken" }] } });
  expect((await saved("manager", { name })).name).toBe(name);

  const sent = { body: aView(), key: "one view" };
  const first = await api.call("officer", "POST", "/views", sent);
  expect(await api.call("officer", "POST", "/views", sent)).toMatchObject({ status: 201, body: first.body });
  expect((await api.call("officer", "POST", "/views", { body: aView(), key: "one view" })).body.code).toBe(
    "key-reused",
  );
});

test.each([
  ["/admin/people", 422, "not-a-view"],
  ["https://evil.example/pledges", 422, "not-a-view"],
  ["//evil.example/pledges", 422, "not-a-view"],
  ["/pledges?stage=DREAMT", 422, "not-understood"],
])("%s is refused", async (address, status, code) => {
  expect(await api.call("officer", "POST", "/views", { body: aView({ address }) })).toMatchObject({
    status,
    body: { errors: [{ path: "address", code }] },
  });
});

test("a list that a person may not open can't be saved as a view", async () => {
  const audit = await api.call("officer", "POST", "/views", { body: aView({ address: "/audit" }) });
  expect(audit).toMatchObject({ status: 403, body: { code: "role" } });
});

test("nobody has more than the maximum number of views", async () => {
  const before = (await namesFor("officer-north")).length;
  await Promise.all(
    Array.from({ length: MOST_VIEWS + 2 }, () =>
      api.call("officer-north", "POST", "/views", { body: aView() }),
    ),
  );
  const { items } = (await api.call("officer-north", "GET", "/views")).body;
  const own = (items as { may: { change: boolean } }[]).filter(({ may }) => may.change);
  expect(own).toHaveLength(MOST_VIEWS);
  expect(before).toBeLessThan(MOST_VIEWS);
  expect(await api.call("officer-north", "POST", "/views", { body: aView() })).toMatchObject({
    status: 422,
    body: { errors: [{ path: "name", code: "too-many-views" }] },
  });
});

test("a saved view is found by the palette of those who may open it", async () => {
  const { name } = await saved("auditor", { name: "Waiting for Lisbon", shared: true });
  const { items } = (await api.call("officer", "GET", "/places?q=lisbon")).body;
  expect(items).toEqual([
    { kind: "VIEW", href: "/pledges?stage=PLEDGED", title: name, detail: expect.any(String) as string },
  ]);
});
