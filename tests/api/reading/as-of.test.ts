// The register as of a moment, as other programs read it: which routes take one, what each answers, who may ask.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OPERATIONS } from "@/app/api/v1/operations";
import { openTestApi, type TestApi } from "../../support/api";
import { callOk } from "../../support/registers/call-ok";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const EVENING = "asOf=2026-01-07T18:00Z";
type Rows = Record<string, unknown>[];

/** Every route that takes a moment, with a record that was there then. */
const ROUTES = OPERATIONS.filter(({ asOf }) => asOf).map(({ path }) => path);
const CODES: Record<string, string> = {
  "/participants/{code}": "FR",
  "/triggers/{code}": "CEASEFIRE_IN_FORCE",
};

async function addressOf(path: string): Promise<string> {
  const first = async (list: string) =>
    ((await api.call("auditor", "GET", `${list}?limit=1&${EVENING}`)).body.items as { id: string }[])[0]?.id;
  if (path.startsWith("/changes")) return `${path}?since=2026-01-06T12:00Z`;
  if (path === "/filter-terms") return `${path}?typed=st`;
  if (path === "/sources/{id}") return `/sources/${(await first("/sources")) ?? ""}`;
  if (path === "/approvals/{id}") return `/approvals/${(await first("/approvals")) ?? ""}`;
  if (path.startsWith("/requirements/{reference}")) return path.replace("{reference}", "DEMO-1");
  return path.replace("{reference}", "US-3-001").replace("{code}", CODES[path] ?? "");
}

const at = (address: string, moment: string): string =>
  `${address}${address.includes("?") ? "&" : "?"}${moment}`;

test("the main lists and records take a moment", () => {
  expect(ROUTES).toEqual(
    expect.arrayContaining(["/pledges", "/pledges.csv", "/pledges/{reference}", "/unresolved", "/coverage"]),
  );
  expect(ROUTES.length).toBeGreaterThan(15);
});

describe.each(ROUTES)("%s", (path) => {
  test("answers as of a moment in its own shape, and refuses one that is ahead or malformed", async () => {
    const address = await addressOf(path);
    const found = await api.call("auditor", "GET", at(address, EVENING));
    // Requirements were put on record later.
    expect(found.status).toBe(path.startsWith("/requirements/{reference}") ? 404 : 200);
    if (found.status === 200 && !path.endsWith(".csv"))
      await callOk(api, "auditor", "GET", at(address, EVENING), path);
    for (const [moment, code] of [
      ["asOf=2199-01-01T00:00:00Z", "moment-ahead"],
      ["asOf=2026-01-07", "not-an-instant"],
      ["asOf=2026-01-07T18:00", "not-an-instant"],
      ["asOf=%00", "not-an-instant"],
      [`${EVENING}&${EVENING}`, "repeated"],
    ] as const)
      expect(await api.call("auditor", "GET", at(address, moment)), moment).toMatchObject({
        status: 422,
        body: { code: "invalid", errors: [{ path: "asOf", code }] },
      });
  });

  test("is for those who may read the register", async () => {
    const address = at(await addressOf(path), EVENING);
    const open = path === "/places" || path.startsWith("/participants");
    expect((await api.call("admin", "GET", address)).status).toBe(open ? 200 : 403);
    expect((await api.call(null, "GET", address)).status).toBe(401);
  });
});

test("priority 3 on the evening of 7 January: 31 pledges, in the list, the file and the matrix", async () => {
  const list = await callOk(api, "auditor", "GET", `/pledges?priority=3&limit=200&${EVENING}`, "/pledges");
  expect(list.total).toBe(31);
  const file = await api.call("manager", "GET", `/pledges.csv?priority=3&${EVENING}`);
  expect(String((file.body as { text?: string }).text ?? "").split("\r\n").length - 2).toBe(31);
  expect(file.headers.get("register-as-of")).toBe("2026-01-07T18:00:00.000Z");
  expect(file.headers.get("content-disposition")).toContain("pledges-filtered-as-of-2026-01-07T180000Z");
  const coverage = await callOk(api, "officer", "GET", `/coverage?${EVENING}`, "/coverage");
  const cells = coverage.cells as { priority: number; pledges: number }[];
  expect(cells.filter(({ priority }) => priority === 3).reduce((all, { pledges }) => all + pledges, 0)).toBe(
    31,
  );
});

test("pages of the past continue where the one before ended, and the figures match the items", async () => {
  const seen: string[] = [];
  for (let cursor = ""; ;) {
    const page = await api.call("auditor", "GET", `/pledges?limit=7&sort=-unresolved&${EVENING}${cursor}`);
    seen.push(...(page.body.items as { reference: string }[]).map(({ reference }) => reference));
    if (page.body.next === null) break;
    cursor = `&cursor=${page.body.next as string}`;
  }
  const whole = await api.call("auditor", "GET", `/pledges?limit=200&sort=-unresolved&${EVENING}`);
  expect(seen).toEqual((whole.body.items as { reference: string }[]).map(({ reference }) => reference));
  expect(new Set(seen).size).toBe(whole.body.total);

  const unresolved = await callOk(api, "auditor", "GET", `/unresolved?limit=200&${EVENING}`, "/unresolved");
  const coverage = await callOk(api, "auditor", "GET", `/coverage?${EVENING}`, "/coverage");
  expect(unresolved.counted).toBe((coverage.totals as { counted: number }).counted);
  expect((unresolved.groups as { count: number }[]).reduce((all, { count }) => all + count, 0)).toBe(
    unresolved.counted,
  );
});

test("a pledge voided since is there, and one logged since isn't", async () => {
  const body = {
    participant: "FR",
    priority: 5,
    title: "Soon void",
    stage: "SIGNALLED",
    evidence: [
      {
        source: { publisher: "A ministry", language: "fr", ownership: "OFFICIAL" },
        kind: "OFFICIAL_STATEMENT",
        reliability: "B",
        credibility: 2,
      },
    ],
  };
  const logged = (await api.call("manager", "POST", "/pledges", { body })).body;
  const reference = String(logged.reference);
  const [first] = (await api.call("auditor", "GET", `/pledges/${reference}/history`)).body.items as {
    at: string;
  }[];
  await api.call("manager", "POST", `/pledges/${reference}/void`, { body: { reason: "Twice" } });
  const then = `asOf=${first?.at ?? ""}`;
  const before = `asOf=${new Date(Date.parse(first?.at ?? "") - 1).toISOString()}`;
  const named = async (query: string): Promise<unknown[]> =>
    ((await api.call("auditor", "GET", `/pledges?q=soon+void&${query}`)).body.items as Rows).map(
      ({ reference: one }) => one,
    );
  expect(await named("")).toEqual([]);
  expect(await named(then)).toEqual([reference]);
  expect(await named(before)).toEqual([]);
  expect((await api.call("auditor", "GET", `/pledges/${reference}?${then}`)).body.voided).toBeNull();
  expect((await api.call("auditor", "GET", `/pledges/${reference}?${before}`)).status).toBe(404);
  expect((await api.call("auditor", "GET", `/pledges/${reference}/history?${then}`)).body.items).toHaveLength(
    1,
  );
});

test("before the beginning the register is empty", async () => {
  const never = "asOf=2001-01-01T00:00:00Z";
  expect((await api.call("auditor", "GET", `/pledges?${never}`)).body).toMatchObject({ items: [], total: 0 });
  expect((await api.call("auditor", "GET", `/unresolved?${never}`)).body).toMatchObject({
    counted: 0,
    items: [],
  });
  expect((await api.call("auditor", "GET", `/coverage?${never}`)).body.cells).toEqual([]);
  expect((await api.call("auditor", "GET", `/sources?${never}`)).body.items).toEqual([]);
});

test("a change takes no moment", async () => {
  const answer = await api.call("manager", "POST", `/pledges?${EVENING}`, { body: {} });
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: "asOf", code: "unknown-key" }] } });
});
