// Scenarios on the demonstration: kept with their moment, the same later, and never part of the record.
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApi, type TestApi } from "../../support/api";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

interface Result {
  coverage: { requirement: string; base: unknown; supposed: unknown; held: string[] }[];
  waiting: { base: number; supposed: number };
  started: { count: number };
  stopped: { count: number };
  obstacles: { count: number; first: { reference: string; appeared: string[]; gone: string[] }[] };
  next: { base: { title: string } | null; supposed: { title: string } | null };
}

async function approvalOf(body: string): Promise<string> {
  const { body: list } = await api.call("manager", "GET", "/approvals?limit=200");
  return (list.items as { id: string; body: string }[]).find((one) => one.body === body)?.id ?? "";
}

const preview = async (assumptions: object[], asOf?: string): Promise<Result> => {
  const sent = await api.call("manager", "POST", "/scenarios/preview", {
    body: { asOf: asOf ?? null, assumptions },
  });
  expect(sent.status).toBe(200);
  return sent.body.result as Result;
};

test("two rejections by parliaments block the pledges they serve, and the shortfall stays", async () => {
  const [commons, bundestag] = [await approvalOf("House of Commons"), await approvalOf("Bundestag")];
  const result = await preview([
    { approval: commons, status: "REJECTED" },
    { approval: bundestag, status: "REJECTED" },
  ]);
  const refused = result.obstacles.first.filter(({ appeared }) => appeared.includes("APPROVAL_REFUSED"));
  expect(refused.map(({ reference }) => reference)).toEqual([
    "DE-1-001",
    "DE-3-001",
    "GB-3-001",
    expect.stringMatching(/^GB-3-/),
  ]);
  const land = result.coverage.find(({ requirement }) => requirement === "DEMO-1");
  expect(land).toMatchObject({ base: { shortfall: "15000" }, supposed: { shortfall: "15000" } });
  expect(land?.held).toContain("GB-3-001");
  expect(result.started.count + result.stopped.count).toBe(0);
});

test("the ceasefire alone starts seven", async () => {
  const result = await preview([{ trigger: "CEASEFIRE_IN_FORCE", state: "MET" }]);
  expect(result.started.count).toBe(7);
  expect(result.waiting.base - result.waiting.supposed).toBe(7);
});

test("a number supposed for a line counts, and the record keeps its own", async () => {
  const { body: requirement } = await api.call("manager", "GET", "/requirements/DEMO-1");
  const offer = (requirement.offers as { pledge: string; contribution: string }[]).find(
    ({ pledge }) => pledge === "FR-3-001",
  );
  const before = await api.call("manager", "GET", "/pledges/FR-3-001");
  const head = await api.head();
  const result = await preview([
    { contribution: offer?.contribution, quantity: 6000, unit: "PERSON" },
    { pledge: "FR-3-001", atLeast: "ALLOCATED" },
  ]);
  const land = result.coverage.find((one) => one.requirement === "DEMO-1");
  expect(land?.supposed).toMatchObject({ conditional: { low: "6000" }, shortfall: "15000" });
  expect(await api.head()).toBe(head);
  expect((await api.call("manager", "GET", "/pledges/FR-3-001")).body).toEqual(before.body);
});

test("assumptions that can't be made are refused, each at its place", async () => {
  const { body: ended } = await api.call("manager", "GET", "/pledges?stage=DECLINED&limit=1");
  const declined = (ended.items as { reference: string }[])[0]?.reference;
  const body = {
    asOf: null,
    assumptions: [
      { trigger: "NOBODY_KNOWS_OF", state: "MET" },
      { pledge: "US-4-001", atLeast: "COMMITTED" },
      { pledge: "US-4-001", atLeast: "PLEDGED" },
      { pledge: declined, atLeast: "PLEDGED" },
    ],
  };
  const { status, body: said } = await api.call("manager", "POST", "/scenarios/preview", { body });
  expect(status).toBe(422);
  expect(
    (said.errors as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`),
  ).toEqual([
    "assumptions.0.trigger unknown",
    "assumptions.2.pledge repeated",
    "assumptions.3.pledge not-in-force",
  ]);
  const ahead = { asOf: "2199-01-01", assumptions: [] };
  expect((await api.call("manager", "POST", "/scenarios/preview", { body: ahead })).status).toBe(422);
});

test("a scenario gives the same result later, although the register has changed", async () => {
  const commons = await approvalOf("House of Commons");
  const body = {
    name: "The Commons say no",
    note: "For the call.",
    assumptions: [
      { approval: commons, status: "REJECTED" },
      { trigger: "CEASEFIRE_IN_FORCE", state: "MET" },
    ],
  };
  const made = await api.call("manager", "POST", "/scenarios", { body });
  expect(made.status).toBe(201);
  const path = `/scenarios/${String(made.body.id)}`;
  const first = (await api.call("manager", "GET", path)).body;
  expect(first.same).toBe(true);

  const trigger = await api.call("manager", "GET", "/triggers/UKRAINE_REQUEST");
  const version = Number(/\d+/.exec(trigger.headers.get("etag") ?? "")?.[0]);
  const met = { state: "MET", since: "2026-02-20", reason: "Asked.", evidence: trigger.body.evidence };
  await api.call("manager", "PATCH", "/triggers/UKRAINE_REQUEST", { version, body: met });
  await api.call("manager", "POST", "/requirements", {
    body: {
      reference: "LATER-1",
      title: "Sappers",
      capability: "TROOPS",
      priority: 3,
      domain: "LAND",
      location: "IN_UKRAINE",
      quantity: { kind: "EXACT", min: 200, max: 200, unit: "PERSON" },
      criticality: 1,
    },
  });
  const later = (await api.call("auditor", "GET", path)).body;
  expect(later.same).toBe(true);
  expect(later.result).toEqual(first.result);
});

test("a scenario is renamed and withdrawn by managers who name its version, and is kept", async () => {
  const body = { name: "Short-lived", assumptions: [{ trigger: "CEASEFIRE_IN_FORCE", state: "MET" }] };
  const made = await api.call("manager", "POST", "/scenarios", { body });
  const path = `/scenarios/${String(made.body.id)}`;
  expect((await api.call("manager", "PATCH", path, { version: 9, body: { name: "Other" } })).status).toBe(
    409,
  );
  const named = await api.call("manager-2", "PATCH", path, { version: 1, body: { name: "Other" } });
  expect(named.body).toMatchObject({ name: "Other", version: 2 });
  const ended = await api.call("manager", "PATCH", path, {
    version: 2,
    body: { withdrawn: { reason: "Old." } },
  });
  expect(ended.body).toMatchObject({ withdrawn: { reason: "Old." } });
  const ids = async (query: string): Promise<string[]> => {
    const { body: list } = await api.call("auditor", "GET", `/scenarios${query}`);
    return (list.items as { id: string }[]).map(({ id }) => id);
  };
  expect(await ids("")).not.toContain(made.body.id);
  expect(await ids("?withdrawn=only")).toEqual([made.body.id]);
});
