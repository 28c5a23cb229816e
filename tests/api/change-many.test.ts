// The same change of several pledges: each has its own outcome and event, and a refusal stops no other.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { openTestApi, type TestApi, type Who } from "../support/api";
import { pledgeBody } from "../support/bodies";
import { callOk } from "../support/registers/call-ok";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

interface Row {
  reference: string;
  outcome: string;
  version: number | null;
  why: { code: string; detail: string } | null;
  conflict: { current: number; changedBy: string; fields: string[] } | null;
}

async function logged(participant = "FR", change: object = {}): Promise<string> {
  const body = { ...pledgeBody, participant, ...change };
  return String((await api.call("manager", "POST", "/pledges", { body })).body.reference);
}
async function sentBy(who: Who, body: object, key?: string): Promise<Row[]> {
  const sent = { body, ...(key === undefined ? {} : { key }) };
  return (await callOk(api, who, "POST", "/pledges/change", "/pledges/change", sent)).items as Row[];
}
const at = (version: number, ...references: string[]) =>
  references.map((reference) => ({ reference, version }));
async function record(reference: string): Promise<Record<string, unknown>> {
  return (await api.call("manager", "GET", `/pledges/${reference}`)).body;
}
async function eventsSince(head: number): Promise<string[]> {
  const { rows } = await pool().query<{ action: string }>(
    "SELECT action FROM audit.event WHERE seq > $1 ORDER BY seq",
    [head],
  );
  return rows.map(({ action }) => action);
}

test("each pledge has an outcome, and each that is changed has its own event", async () => {
  const [one, two, swedish, changed, voided] = [
    await logged(),
    await logged(),
    await logged("SE"),
    await logged(),
    await logged(),
  ];
  const owner = "officer@register.example";
  await api.call("manager", "PATCH", `/pledges/${changed}`, { version: 1, body: { title: "Renamed" } });
  await api.call("manager", "POST", `/pledges/${voided}/void`, { body: { reason: "Twice." } });
  const head = await api.head();
  const rows = await sentBy("officer", {
    items: [...at(1, one, two, swedish, changed), ...at(2, voided), ...at(1, "FR-3-999")],
    changes: { owner, nextAction: "Ask the ministry", nextActionDueOn: "2026-03-20", dueOn: "2026-06-01" },
  });
  expect(rows.map(({ outcome, why }) => [outcome, why?.code ?? null])).toEqual([
    ["DONE", null],
    ["DONE", null],
    ["REFUSED", "another-desk"],
    ["CONFLICT", "version"],
    ["REFUSED", "no-such-step"],
    ["REFUSED", "not-found"],
  ]);
  expect(rows[3]?.conflict).toMatchObject({ current: 2, fields: ["title"] });
  expect(rows[4]?.why?.detail).toContain("void");
  expect(rows.map(({ version }) => version)).toEqual([2, 2, null, 2, null, null]);
  expect(await eventsSince(head)).toEqual(["pledge.changed", "pledge.changed"]);
  expect(await record(two)).toMatchObject({
    version: 2,
    nextAction: "Ask the ministry",
    nextActionDueOn: "2026-03-20",
    dueOn: "2026-06-01",
  });
});

test("a change that is already true leaves the pledge unchanged and adds no event", async () => {
  const reference = await logged();
  const body = { items: at(1, reference), changes: { nextAction: "Ask for the order" } };
  const head = await api.head();
  expect(await sentBy("officer", body)).toMatchObject([{ outcome: "UNCHANGED", version: 1 }]);
  expect(await api.head()).toBe(head);
});

test("a pledge is confirmed alone or together with a change", async () => {
  const [one, two] = [await logged(), await logged()];
  const head = await api.head();
  await sentBy("officer", { items: at(1, one), confirm: true });
  await sentBy("officer", {
    items: at(1, two),
    changes: { nextAction: null, nextActionDueOn: null },
    confirm: true,
  });
  expect(await eventsSince(head)).toEqual(["pledge.confirmed", "pledge.changed"]);
  const [first, second] = [await record(one), await record(two)];
  expect(second).toMatchObject({ nextAction: null, lastConfirmedOn: first.lastConfirmedOn });
});

test("a confirmation takes a past day; a future day, or a day alone, is refused", async () => {
  const reference = await logged();
  const items = at(1, reference);
  for (const [body, path, code] of [
    [{ items, confirm: true, on: "2199-01-01" }, "on", "in-future"],
    [{ items, changes: { nextAction: "Ask" }, on: "2026-02-20" }, "on", "nothing-wished"],
    [{ items, confirm: true, on: "soon" }, "on", "not-a-date"],
  ] as const)
    expect(await api.call("officer", "POST", "/pledges/change", { body })).toMatchObject({
      status: 422,
      body: { errors: [{ path, code }] },
    });
  await sentBy("officer", { items, confirm: true, on: "2026-02-21" });
  expect(await record(reference)).toMatchObject({ lastConfirmedOn: "2026-02-21", version: 2 });
  expect(await sentBy("officer", { items: at(2, reference), confirm: true, on: "2026-01-10" })).toMatchObject(
    [{ outcome: "UNCHANGED", version: 2 }],
  );
});

test("next action and due day of binding pledges change without a decision", async () => {
  const { items } = (
    await api.call("manager", "GET", "/pledges?stage=COMMITTED,ALLOCATED,DELIVERING&limit=5")
  ).body;
  const binding = (items as { reference: string; version: number }[]).map(({ reference, version }) => ({
    reference,
    version,
  }));
  expect(binding.length).toBeGreaterThan(0);
  const rows = await sentBy("manager", {
    items: binding,
    changes: { nextAction: "Look again", dueOn: "2026-12-01" },
  });
  expect(new Set(rows.map(({ outcome }) => outcome))).toEqual(new Set(["DONE"]));
});

test("a request sent again with its key gets the same answer; another body is refused", async () => {
  const [one, two] = [await logged(), await logged()];
  await api.call("manager", "PATCH", `/pledges/${two}`, { version: 1, body: { title: "Renamed" } });
  const body = { items: at(1, one, two), changes: { nextAction: "Ask twice" } };
  const first = await sentBy("officer", body, "many");
  const head = await api.head();
  expect(first.map(({ outcome }) => outcome)).toEqual(["DONE", "CONFLICT"]);
  expect(await sentBy("officer", body, "many")).toEqual(first);
  expect(await api.head()).toBe(head);
  const other = { ...body, changes: { nextAction: "Another" } };
  expect(await api.call("officer", "POST", "/pledges/change", { body: other, key: "many" })).toMatchObject({
    status: 422,
    body: { code: "key-reused" },
  });
  const elsewhere = { items: at(1, await logged()), changes: { nextAction: "Another" } };
  expect(
    (await api.call("officer", "POST", "/pledges/change", { body: elsewhere, key: "many" })).body.code,
  ).toBe("key-reused");
});

test("the same request sent 10 times at once adds one event per pledge", async () => {
  const items = at(1, await logged(), await logged(), await logged());
  const head = await api.head();
  const sent = { body: { items, changes: { nextAction: "Once" } }, key: "at once" };
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => api.call("officer", "POST", "/pledges/change", sent)),
  );
  for (const { status, body } of answers) {
    expect(status).toBe(200);
    expect((body.items as Row[]).map(({ outcome }) => outcome)).toEqual(["DONE", "DONE", "DONE"]);
  }
  expect(await eventsSince(head)).toEqual(["pledge.changed", "pledge.changed", "pledge.changed"]);
});

describe("a request that is invalid as a whole changes nothing", () => {
  const one = at(1, "FR-3-001");
  test.each([
    [
      "an unknown owner",
      { items: one, changes: { owner: "nobody@register.example" } },
      "changes.owner",
      "unknown",
    ],
    [
      "an owner who keeps no records",
      { items: one, changes: { owner: "auditor@register.example" } },
      "changes.owner",
      "keeps-no-records",
    ],
    ["no changes", { items: one }, "changes", "required"],
    ["no field to change", { items: one, changes: {} }, "changes", "nothing-wished"],
    ["a pledge twice", { items: [...one, ...one], confirm: true }, "items", "twice"],
    ["nobody", { items: [], confirm: true }, "items", "too-few"],
    [
      "201 pledges",
      {
        items: Array.from({ length: 201 }, (_, n) => ({ reference: `FR-3-${String(n + 100)}`, version: 1 })),
        confirm: true,
      },
      "items",
      "too-many",
    ],
    ["no version", { items: [{ reference: "FR-3-001" }], confirm: true }, "items.0.version", "required"],
    [
      "a field that is decided",
      { items: one, changes: { windowStart: "2026-01-01" } },
      "changes.windowStart",
      "unknown-key",
    ],
    ["a stage", { items: one, changes: { stage: "PLEDGED" } }, "changes.stage", "unknown-key"],
    ["a day that isn't", { items: one, changes: { dueOn: "2026-02-30" } }, "changes.dueOn", "not-a-date"],
  ])("%s", async (_what, body, path, code) => {
    const head = await api.head();
    const answer = await api.call("manager", "POST", "/pledges/change", { body });
    expect(answer).toMatchObject({
      status: 422,
      body: {
        code: "invalid",
        errors: expect.arrayContaining([expect.objectContaining({ path, code })]) as unknown,
      },
    });
    expect(await api.head()).toBe(head);
  });
});
