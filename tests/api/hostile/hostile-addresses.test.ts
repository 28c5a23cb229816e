// Hostile addresses and cookies: each is answered with a problem and its code, never with a failure.
import { afterAll, beforeAll, expect, test } from "vitest";
import { OPERATIONS } from "@/app/api/v1/operations";
import { openTestApi, type TestApi } from "../../support/api";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const LISTS = [
  "/pledges",
  "/pledges.csv",
  "/approvals",
  "/proposals",
  "/sources",
  "/sources.csv",
  "/calendar",
  "/calendar.csv",
  "/calendar.ics",
  "/unresolved",
  "/unresolved.csv",
  "/people",
  "/access-log",
  "/audit",
  "/pledges/FR-3-001/history",
];
const OTHERS = [
  "/me",
  "/priorities",
  "/participants",
  "/participants/FR",
  "/definitions",
  "/openapi.json",
  "/coverage",
  "/audit/1",
  "/coverage.csv",
  "/requirements.csv",
  "/requirements/ladder",
  "/requirements/ladder.csv",
  "/participants.csv",
  "/baselines",
  "/pledges/FR-3-001",
];
/** Paths that take a moment of the past. */
const AS_OF = OPERATIONS.filter(({ asOf }) => asOf).map(
  ({ path }) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+").replaceAll(".", "[.]")}$`),
);

test.each([...LISTS, ...OTHERS])("%s refuses unknown parameters", async (path) => {
  const notHere = AS_OF.some((taking) => taking.test(path)) ? "until=2026-01-01" : "asOf=2026-01-01";
  for (const query of ["unknown=1", "__proto__=1", "constructor=1", "%00=1", "=1", notHere]) {
    const answer = await api.call("auditor", "GET", `${path}?${query}`);
    expect(answer, query).toMatchObject({
      status: 422,
      body: { code: "invalid", errors: [{ code: "unknown-key" }] },
    });
  }
});

test.each(LISTS)("%s refuses a bad cursor or limit", async (path) => {
  const cursors = [
    "x",
    "%00",
    "e30",
    "W10",
    btoa('["reference"]'),
    btoa('["reference","1","1","FR",{}]'),
    "x".repeat(2_000),
    "A".repeat(900),
  ];
  for (const query of [
    ...cursors.map((cursor) => `cursor=${cursor}`),
    "limit=0",
    "limit=201",
    "limit=-1",
    "limit=1e2",
    "limit=",
    "limit=1&limit=2",
  ]) {
    const answer = await api.call("auditor", "GET", `${path}?${query}`);
    expect(answer.status, `${query}: ${JSON.stringify(answer.body)}`).toBe(422);
    expect(answer.body.errors, query).toMatchObject([{ path: query.split("=")[0] }]);
  }
});

test.each([
  "/pledges?participant=fr",
  "/pledges?participant=FR,,GB",
  "/pledges?priority=6",
  "/pledges?priority=1;DROP",
  "/pledges?stage=NONE",
  "/pledges?class=gap",
  "/pledges?code=x",
  "/pledges?owner=%00@x",
  "/pledges?kind=TANKS",
  "/pledges?domain=",
  "/pledges?sort=title",
  "/pledges?sort=--dueOn",
  "/pledges?q=%00",
  "/pledges?q=a%07b",
  `/pledges?q=${"x".repeat(101)}`,
  `/pledges?participant=${"FR,".repeat(2_000)}FR`,
  "/pledges?q=colour:red",
  "/pledges?q=stage:%22%22%22:x",
  "/pledges?q=-age:%3E3",
  "/pledges?q=constructor:x",
  `/pledges?q=${"stage:".repeat(90)}`,
  `/pledges?q=${"%22".repeat(600)}`,
  "/pledges?not=stage:NONE",
  "/pledges?not=__proto__:x",
  "/pledges?age=%3E%3E3",
  "/pledges?due=tomorrow",
  "/filter-terms",
  "/filter-terms?typed=",
  "/filter-terms?typed=%00",
  `/filter-terms?typed=${"x".repeat(101)}`,
  "/filter-terms?typed=ow&q=x",
  "/filter-terms?typed=ow&stage=NONE",
  "/unresolved?group=stage",
  "/unresolved?since=2026-02-30",
  "/unresolved?since=%00",
  "/unresolved?since=20260101",
  "/audit?actor=%00",
  "/audit?action=pledge.deleted",
  "/audit?record=%00",
  "/audit?record=two%20words",
  "/audit?from=yesterday",
  "/audit?from=2026-02-30",
  "/audit?from=2026-02-02&to=2026-02-01",
  "/audit?from=2026-02-02&to=2026-02-01T10:00:00Z",
  "/audit?q=anything",
  "/changes?since=%00",
  "/changes.csv",
  "/changes.csv?since=%00",
  "/changes?since=2026-01-01&since=2026-01-02",
  "/coverage?since=%00",
  "/pledges/FR-3-001?asOf=%00",
  "/approvals?status=GIVEN",
  "/sources?ownership=MINE",
  "/sources?q=%00",
])("%s is refused", async (path) => {
  expect(await api.call("auditor", "GET", path)).toMatchObject({ status: 422, body: { code: "invalid" } });
});

test.each([
  "/pledges/fr-3-001",
  "/pledges/FR-6-001",
  "/pledges/FR-3-1",
  "/pledges/FR-3-99999999999",
  "/pledges/FR-3-001%00",
  "/pledges/%2e%2e",
  "/pledges/'",
  "/participants/France",
  "/participants/XX",
  "/participants/%00",
  "/sources/1",
  "/sources/not-a-uuid-at-all",
  "/approvals/%00",
  "/audit/0",
  "/audit/01",
  "/audit/-1",
  "/audit/999999999999999",
  "/audit/9999999999999999",
  "/audit/1e3",
  "/audit/%00",
  "/people/1",
  `/sources/${crypto.randomUUID()}`,
  `/approvals/${crypto.randomUUID()}`,
  `/people/${crypto.randomUUID()}`,
])("%s is not found", async (path) => {
  expect(await api.call("auditor", "GET", path)).toMatchObject({ status: 404, body: { code: "not-found" } });
});

test("a cookie that isn't one of ours is no session", async () => {
  for (const cookie of [
    "next-auth.session-token=x",
    "next-auth.session-token=",
    "next-auth.session-token=%E0%A4%A",
    `next-auth.session-token=${"x".repeat(8_000)}`,
  ]) {
    expect(await api.call(null, "GET", "/me", { headers: { cookie } })).toMatchObject({
      status: 401,
      body: { code: "not-signed-in" },
    });
  }
});
