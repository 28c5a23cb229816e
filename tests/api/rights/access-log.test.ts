// The access log over the API: what is recorded in it, and how it is searched.
import { afterAll, beforeAll, expect, test } from "vitest";
import { accessNoted } from "@/lib/auth/access-log";
import { openTestApi, type TestApi } from "../../support/api";
import { callOk } from "../../support/registers/call-ok";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

interface Entry {
  seq: number;
  kind: string;
  code: string | null;
  person: { email: string; role: string } | null;
  method: string;
  path: string;
}
const asked = async (query: string): Promise<Entry[]> => {
  await accessNoted();
  const body = await callOk(api, "auditor", "GET", `/access-log?${query}`, "/access-log");
  return body.items as Entry[];
};
const told = ({ kind, code, person, method, path }: Entry) =>
  [kind, code, person?.role ?? null, method, path].join(" ");

test("refusals for role, desk or origin are recorded, and no other answers", async () => {
  await api.call("officer", "GET", "/people");
  await api.call("officer-north", "POST", "/pledges/FR-3-001/comments", { body: { text: "Mine?" } });
  await api.call("manager", "POST", "/pledges/FR-3-001/comments", {
    body: { text: "So?" },
    headers: { "sec-fetch-site": "cross-site" },
  });
  await api.call("manager", "GET", "/pledges/FR-3-999");
  await api.call("manager", "GET", "/pledges?limit=0");
  await api.call("manager", "GET", "/pledges/FR-3-001?secret=in-the-address");
  await api.call(null, "GET", "/pledges");
  expect((await asked("kind=REFUSAL")).map(told)).toEqual([
    "REFUSAL cross-site MANAGER POST /api/v1/pledges/FR-3-001/comments",
    "REFUSAL another-desk OFFICER POST /api/v1/pledges/FR-3-001/comments",
    "REFUSAL role OFFICER GET /api/v1/people",
  ]);
});

test("downloads are recorded without their query", async () => {
  await api.call("manager", "GET", "/pledges.csv?q=very-secret");
  await api.call("manager", "HEAD", "/pledges.csv");
  const entries = await asked("kind=DOWNLOAD,EXPORT");
  expect(entries.map(told)).toEqual(["DOWNLOAD  MANAGER GET /api/v1/pledges.csv"]);
  expect(JSON.stringify(entries)).not.toContain("very-secret");
});

test("the access log is filtered by person, address and day, and read page by page", async () => {
  for (let n = 0; n < 5; n += 1)
    await api.call("admin", "GET", "/pledges", { headers: { "x-peer-address": `192.0.2.${n}` } });
  const ofAdmin = await asked("person=ADMIN@register.example");
  expect(ofAdmin.map(({ person }) => person?.email)).toEqual(Array(5).fill("admin@register.example"));
  expect(await asked("address=192.0.2.3&person=admin@register.example")).toHaveLength(1);
  expect(await asked("person=nobody@register.example")).toEqual([]);
  // The demonstration's day.
  expect(await asked("from=2026-02-25&to=2026-02-25&person=admin@register.example")).toHaveLength(5);
  expect(await asked("to=2026-02-24")).toEqual([]);
  expect(await asked("from=2026-02-26")).toEqual([]);

  const pages: number[] = [];
  for (let cursor: string | null = "", n = 0; cursor !== null && n < 9; n += 1) {
    const { body } = await api.call(
      "auditor",
      "GET",
      `/access-log?limit=2&person=admin@register.example${cursor === "" ? "" : `&cursor=${cursor}`}`,
    );
    expect(body).toMatchObject({ total: 5, capped: false });
    pages.push(...(body.items as Entry[]).map(({ seq }) => seq));
    cursor = body.next as string | null;
  }
  expect(pages).toEqual(ofAdmin.map(({ seq }) => seq));
  expect(pages).toEqual([...pages].sort((a, b) => b - a));
});

test.each([
  "kind=SIGN_OUT",
  "person=me",
  "person=%00@x",
  "address=localhost",
  "address=';--",
  "from=yesterday",
  "from=2026-02-02&to=2026-02-01",
  "cursor=WyItc2VxIiwiMCJd",
])("%s is refused", async (query) => {
  const answer = await api.call("auditor", "GET", `/access-log?${query}`);
  expect(answer).toMatchObject({ status: 422, body: { code: "invalid" } });
});
