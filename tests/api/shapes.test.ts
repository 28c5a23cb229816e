// Readings have the status that they are described with, and lists, figures and CSV agree with each other.
import { afterAll, beforeAll, expect, test } from "vitest";
import { SAMPLED_NAMES } from "@/lib/domain/oversight/sample";
import { openTestApi, type TestApi } from "../support/api";
import { callOk } from "../support/registers/call-ok";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

test("readings have the status they are described with (their shapes: lib/api/answer.ts)", async () => {
  for (const path of [
    "/me",
    "/priorities",
    "/participants",
    "/definitions",
    "/openapi.json",
    "/pledges",
    "/approvals",
    "/proposals",
    "/sources",
    "/unresolved",
    "/coverage",
    "/baselines",
  ]) {
    await callOk(api, "manager", "GET", path, path);
  }
  const pledges = await everyItem("/pledges?limit=20");
  expect(pledges.length).toBeGreaterThan(40);
  for (const { reference } of pledges as { reference: string }[]) {
    await callOk(api, "auditor", "GET", `/pledges/${reference}`, "/pledges/{reference}");
    const history = `/pledges/${reference}/history`;
    const alone = await callOk(api, "auditor", "GET", `${history}?limit=3`, "/pledges/{reference}/history");
    const along = await callOk(
      api,
      "auditor",
      "GET",
      `/pledges/${reference}?history=3`,
      "/pledges/{reference}",
    );
    expect(along.history).toEqual(alone);
  }
  const requirements = await callOk(api, "auditor", "GET", "/requirements", "/requirements");
  for (const { reference } of requirements.items as { reference: string }[])
    await callOk(api, "auditor", "GET", `/requirements/${reference}`, "/requirements/{reference}");
  for (const since of ["Paris, 6 January 2026", "2025-06-01", "2026-01-20T12:00:00Z", "1990-01-01"])
    await callOk(api, "auditor", "GET", `/changes?since=${encodeURIComponent(since)}`, "/changes");
  await callOk(api, "auditor", "GET", "/participants/FR", "/participants/{code}");
  for (const { id } of (await everyItem("/sources?limit=200")) as { id: string }[])
    await callOk(api, "auditor", "GET", `/sources/${id}`, "/sources/{id}");
  await callOk(api, "auditor", "GET", "/triggers/CEASEFIRE_IN_FORCE", "/triggers/{code}");
  for (const state of ["MET", "NOT_MET", "UNKNOWN"]) {
    const path = `/triggers/CEASEFIRE_IN_FORCE/effect?state=${state}`;
    await callOk(api, "auditor", "GET", path, "/triggers/{code}/effect");
  }
  const supposed = { asOf: "2026-02-01", assumptions: [{ pledge: "US-4-001", atLeast: "COMMITTED" }] };
  await api.call("manager", "POST", "/scenarios", { body: { name: "The guarantee is signed", ...supposed } });
  for (const { id } of (await callOk(api, "auditor", "GET", "/scenarios", "/scenarios")).items as {
    id: string;
  }[])
    await callOk(api, "auditor", "GET", `/scenarios/${id}`, "/scenarios/{id}");
  const noted = await api.call("auditor", "POST", "/findings", {
    body: { about: "pledge:FR-3-001", text: "The source is cut off." },
  });
  await callOk(api, "auditor", "GET", "/findings", "/findings");
  await callOk(api, "auditor", "GET", `/findings/${String(noted.body.id)}`, "/findings/{id}");
  for (const question of [
    { about: "FR-3-001", code: "NO_INSTRUMENT", askedOf: "Ministry", text: "Is it in writing?" },
    { about: "AT-3", askedOf: "Ministry", text: "What is intended?", dueOn: "2100-01-01" },
  ]) {
    const asked = await api.call("manager", "POST", "/questions", { body: question });
    const path = `/questions/${String(asked.body.id)}`;
    await callOk(api, "auditor", "GET", path, "/questions/{id}");
    const answer = { text: "It will be.", answeredOn: "2026-02-01" };
    await api.call("manager", "POST", `${path}/answer`, { version: 1, body: answer });
    await callOk(api, "auditor", "GET", path, "/questions/{id}");
  }
  await callOk(api, "auditor", "GET", "/questions?state=OPEN,ANSWERED", "/questions");
  await callOk(api, "auditor", "GET", "/calendar?limit=200", "/calendar");
  await callOk(api, "auditor", "GET", "/inbox", "/inbox");
  await callOk(api, "auditor", "GET", "/inbox/choices", "/inbox/choices");
  await callOk(api, "auditor", "GET", "/watches", "/watches");
  await callOk(api, "auditor", "GET", "/entry-lag?limit=200", "/entry-lag");
  for (const of of SAMPLED_NAMES) await callOk(api, "auditor", "GET", `/sample?of=${of}`, "/sample");
  const [person] = (await callOk(api, "admin", "GET", "/people", "/people")).items as { id: string }[];
  await callOk(api, "auditor", "GET", "/settings", "/settings");
  await callOk(api, "admin", "GET", `/people/${person?.id ?? ""}`, "/people/{id}");
});

test("a delivery report and its pledge have their described status", async () => {
  const given = (await api.call("auditor", "GET", "/pledges/GB-3-003")).body as Record<
    string,
    { id: string }[]
  >;
  const report = {
    contribution: given.contributions?.[0]?.id,
    money: { amount: "1000000.00", currency: "GBP" },
    deliveredOn: "2026-02-20",
    definition: "HANDED_OVER",
    evidence: [given.evidence?.[0]?.id],
  };
  const made = await api.call("manager", "POST", "/pledges/GB-3-003/deliveries", { body: report });
  await callOk(api, "auditor", "GET", `/deliveries/${String(made.body.id)}`, "/deliveries/{id}");
  await callOk(api, "auditor", "GET", "/pledges/GB-3-003", "/pledges/{reference}");
});

test("pages of a list follow each other without a gap", async () => {
  const all = (await api.call("auditor", "GET", "/pledges?limit=200")).body;
  for (const sort of [
    "reference",
    "-reference",
    "updatedAt",
    "-updatedAt",
    "dueOn",
    "-dueOn",
    "unresolved",
    "-unresolved",
  ]) {
    const paged = await everyItem(`/pledges?limit=7&sort=${sort}`);
    expect(paged.map(({ reference }) => reference).sort()).toEqual(
      (all.items as { reference: string }[]).map(({ reference }) => reference).sort(),
    );
  }
  const [row] = all.items as object[];
  expect(row).not.toHaveProperty("evidence");
  expect(row).not.toHaveProperty("condition");
  expect(row).not.toHaveProperty("may");
});

test("the same view as CSV has the same rows", async () => {
  const list = (await api.call("auditor", "GET", "/pledges?participant=FR,GB&limit=200")).body.items as {
    reference: string;
  }[];
  const answer = await api.call("auditor", "GET", "/pledges.csv?participant=FR,GB");
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="pledges.*\.csv"$/);
  expect(
    [...String(answer.body.text).matchAll(/^(FR|GB)-\d-\d{3}/gm)].map(([reference]) => reference),
  ).toEqual(list.map(({ reference }) => reference));
});

test("the sums of unresolved, coverage and list agree", async () => {
  const unresolved = await callOk(api, "auditor", "GET", "/unresolved", "/unresolved");
  const coverage = await callOk(api, "auditor", "GET", "/coverage", "/coverage");
  const { GAP, BLOCKED, QUALITY } = unresolved.byClass as Record<string, number>;
  const totals = coverage.totals as {
    counted: number;
    participants: Record<string, number>;
    priorities: Record<string, number>;
  };
  expect([GAP, BLOCKED, QUALITY].reduce<number>((all, one) => all + (one ?? 0), 0)).toBe(unresolved.counted);
  expect(totals.counted).toBe(unresolved.counted);
  expect(sum(Object.values(totals.participants))).toBe(totals.counted);
  expect(sum(Object.values(totals.priorities))).toBe(totals.counted);
  expect(sum((unresolved.groups as { count: number }[]).map(({ count }) => count))).toBe(unresolved.counted);
  const onPledges = sum(
    (await everyItem("/pledges?limit=200")).map(
      ({ unresolved: items }) =>
        (items as { class: string }[]).filter((item) => item.class !== "DORMANT").length,
    ),
  );
  const without = await callOk(api, "auditor", "GET", "/unresolved?code=NO_PLEDGE", "/unresolved");
  expect(onPledges + Number(without.counted)).toBe(unresolved.counted);
  expect(coverage.cells).toHaveLength(38 * 5);
});

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

async function everyItem(first: string): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const { body } = await api.call("auditor", "GET", `${first}${cursor && `&cursor=${cursor}`}`);
    items.push(...(body.items as Record<string, unknown>[]));
    cursor = body.next as string | null;
  }
  return items;
}
