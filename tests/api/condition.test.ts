// Setting the condition of a pledge through the API.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MOST_LEAVES } from "@/lib/domain/pledge/condition";
import { openTestApi, type TestApi } from "../support/api";
import { approvalBody, evidenceBody, pledgeBody } from "../support/bodies";
import { callOk } from "../support/registers/call-ok";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const CEASEFIRE = { trigger: "CEASEFIRE_IN_FORCE" };
const GUARANTEE = { pledge: "US-4-001", atLeast: "COMMITTED" };
const PUT = "/pledges/{reference}/condition";

const put = (path: string, body: unknown, version: number) =>
  callOk(api, "officer", "PUT", `${path}/condition`, PUT, { body, version });

async function logged(): Promise<string> {
  const pledge = await callOk(api, "officer", "POST", "/pledges", "/pledges", { body: pledgeBody });
  return `/pledges/${String(pledge.reference)}`;
}

/** Committed by a proposal of the officer that the manager approves. */
async function bound(): Promise<string> {
  const path = await logged();
  const evidence = [{ ...evidenceBody, kind: "SIGNED_DOCUMENT" }];
  const body = { to: "COMMITTED", reason: "Signed.", evidence };
  const step = await api.call("officer", "POST", `${path}/stage`, { body, version: 1 });
  const { id } = step.body as { id: string };
  await callOk(api, "manager", "POST", `/proposals/${id}/decision`, "/proposals/{id}/decision", {
    body: { decision: "APPROVE", note: null },
  });
  return path;
}

test("a condition is accepted bare or with a reason, and null removes it", async () => {
  const path = await logged();
  const first = await put(path, { all: [CEASEFIRE, GUARANTEE] }, 1);
  expect(first).toMatchObject({ version: 2, actionable: false, condition: { all: [CEASEFIRE, GUARANTEE] } });
  expect((first.unresolved as { code: string }[]).map(({ code }) => code)).toContain("DEPENDS_ON_PARTNER");
  expect(await put(path, { condition: CEASEFIRE, reason: "As said." }, 2)).toMatchObject({
    version: 3,
    condition: CEASEFIRE,
  });
  expect(await put(path, CEASEFIRE, 3), "the same again is no change").toMatchObject({ version: 3 });
  expect(await put(path, null, 3)).toMatchObject({ version: 4, condition: null, actionable: true });
  await put(path, { not: CEASEFIRE }, 4);
  expect(await put(path, { condition: null }, 5)).toMatchObject({ version: 6, condition: null });
  const history = await api.call("auditor", "GET", `${path}/history`);
  const [newest] = history.body.items as { changes: unknown[] }[];
  expect(newest?.changes).toEqual([{ field: "condition", from: { not: CEASEFIRE }, to: null }]);
});

test("the CSV shows the condition in codes, with brackets around nested groups", async () => {
  const path = await logged();
  const listed = await api.call("officer", "GET", "/approvals?participant=UA");
  const [{ id } = { id: "" }] = listed.body.items as { id: string }[];
  const either = { any: [GUARANTEE, { not: { approval: id } }] };
  await put(path, { all: [CEASEFIRE, either, { not: either }] }, 1);
  const said = "US-4-001: COMMITTED or not Verkhovna Rada: APPROVED";
  const { text } = (await api.call("auditor", "GET", "/pledges.csv?participant=FR&priority=2")).body;
  const rows = String(text).split("\r\n");
  expect(rows[0]).toContain(",approvals,condition,actionable,instrument,");
  expect(rows.find((row) => row.startsWith(path.replace("/pledges/", "")))).toContain(
    `,CEASEFIRE_IN_FORCE and (${said}) and not (${said}),false,`,
  );
});

test("everything that a condition names must be on record, and each wrong part is reported", async () => {
  const path = await logged();
  const body = {
    all: [
      { trigger: "NO_SUCH_TRIGGER" },
      { any: [{ pledge: "FR-3-999", atLeast: "PLEDGED" }, { not: { approval: crypto.randomUUID() } }] },
      { pledge: path.replace("/pledges/", ""), atLeast: "PLEDGED" },
    ],
  };
  const answer = await api.call("officer", "PUT", `${path}/condition`, { body, version: 1 });
  expect(answer).toMatchObject({ status: 422, body: { code: "invalid" } });
  expect(
    (answer.body.errors as { path: string; code: string }[]).map(({ path, code }) => [path, code]),
  ).toEqual([
    ["condition.all.0.trigger", "unknown"],
    ["condition.all.1.any.0.pledge", "unknown"],
    ["condition.all.1.any.1.not.approval", "unknown"],
    ["condition.all.2.pledge", "itself"],
  ]);
});

test("a condition can require k of its n parts, but not more than n", async () => {
  const path = await logged();
  const two = { kOf: 2, of: [CEASEFIRE, GUARANTEE, { trigger: "UKRAINE_REQUEST" }] };
  expect(await put(path, two, 1)).toMatchObject({ version: 2, condition: two, actionable: false });
  const { text } = (await api.call("auditor", "GET", "/pledges.csv?participant=FR&priority=2")).body;
  expect(String(text)).toContain(
    "at least 2 of (CEASEFIRE_IN_FORCE; US-4-001: COMMITTED; UKRAINE_REQUEST),false,",
  );
  const body = { any: [CEASEFIRE, { kOf: 3, of: [CEASEFIRE, GUARANTEE] }] };
  const answer = await api.call("officer", "PUT", `${path}/condition`, { body, version: 2 });
  expect(answer).toMatchObject({
    status: 422,
    body: { errors: [{ path: "condition.any.1.kOf", code: "too-few-parts" }] },
  });
});

describe("basis and evidence", () => {
  test("each leaf has its own basis, and rests on evidence of its own pledge", async () => {
    const path = await logged();
    const { evidence } = (await api.call("officer", "GET", path)).body as { evidence: { id: string }[] };
    const stated = { ...CEASEFIRE, basis: "STATED", evidence: [evidence[0]?.id] };
    const whole = { all: [stated, { ...GUARANTEE, basis: "INFERRED" }] };
    expect(await put(path, whole, 1)).toMatchObject({ version: 2, condition: whole });
    const strange = { ...CEASEFIRE, basis: "STATED", evidence: [crypto.randomUUID()] };
    const body = { all: [strange, { not: { ...GUARANTEE, evidence: [crypto.randomUUID()] } }] };
    const answer = await api.call("officer", "PUT", `${path}/condition`, { body, version: 2 });
    expect(answer).toMatchObject({
      status: 422,
      body: {
        errors: [
          { path: "condition.all.0.evidence.0", code: "unknown" },
          { path: "condition.all.1.not.evidence.0", code: "unknown" },
        ],
      },
    });
  });

  test("changing only the basis needs no decision on a binding pledge", async () => {
    const path = await bound();
    const sent = await api.call("officer", "PUT", `${path}/condition`, {
      body: { condition: CEASEFIRE, reason: "As said." },
      version: 2,
    });
    expect(sent.status).toBe(202);
    await api.call("manager", "POST", `/proposals/${String(sent.body.id)}/decision`, {
      body: { decision: "APPROVE", note: null },
    });
    const reported = { ...CEASEFIRE, basis: "REPORTED" };
    expect(await put(path, reported, 3)).toMatchObject({ version: 4, condition: reported });
    const other = await api.call("officer", "PUT", `${path}/condition`, {
      body: { condition: { ...GUARANTEE, basis: "REPORTED" }, reason: "Another." },
      version: 4,
    });
    expect(other.status).toBe(202);
  });
});

test("a condition may wait for another participant's approval", async () => {
  const path = await logged();
  const listed = await api.call("officer", "GET", "/approvals?participant=US");
  const [approval] = listed.body.items as { id: string }[];
  expect(approvalBody.participant).not.toBe("US");
  expect(await put(path, { approval: approval?.id }, 1)).toMatchObject({ version: 2, actionable: false });
});

describe("a malformed condition is refused, and nothing is written", () => {
  const nested = (depth: number): string =>
    `${'{"not":'.repeat(depth)}${JSON.stringify(CEASEFIRE)}${"}".repeat(depth)}`;
  const many = (count: number) => JSON.stringify({ all: Array.from({ length: count }, () => CEASEFIRE) });
  const wrong: [string, string, [string, string][]][] = [
    ["seven deep", nested(7), [["condition", "too-deep"]]],
    ["ten thousand deep", nested(10_000), [["condition", "too-deep"]]],
    [
      "ten thousand groups deep",
      `${'{"all":['.repeat(10_000)}${"]}".repeat(10_000)}`,
      [["condition", "too-deep"]],
    ],
    ["a hundred and one leaves", many(MOST_LEAVES + 1), [["condition", "too-many-leaves"]]],
    ["a group of nothing", '{"all":[]}', [["condition.all", "too-few"]]],
    ["a word", '"CEASEFIRE_IN_FORCE"', [["", "not-object"]]],
    ["two in one", '{"trigger":"A","approval":"B"}', []],
    ["no stage", '{"pledge":"US-4-001"}', [["condition.atLeast", "required"]]],
    [
      "a stage off the ladder",
      '{"pledge":"US-4-001","atLeast":"DECLINED"}',
      [["condition.atLeast", "not-one-of"]],
    ],
    ["an empty name", '{"any":[{"trigger":""}]}', [["condition.any.0.trigger", "malformed"]]],
    ["a key too much", '{"condition":null,"more":1}', [["more", "unknown-key"]]],
    ["nothing", "{}", [["condition", "required"]]],
  ];
  let path = "";
  beforeAll(async () => {
    path = await logged();
  });
  test.each(wrong)("%s", async (_, raw, errors) => {
    const before = await api.head();
    const answer = await api.call("officer", "PUT", `${path}/condition`, {
      raw,
      headers: { "content-type": "application/json" },
      version: 1,
    });
    expect(answer).toMatchObject({ status: 422, body: { code: "invalid" } });
    const told = (answer.body.errors as { path: string; code: string }[]).map(({ path, code }) => [
      path,
      code,
    ]);
    if (errors.length > 0) expect(told).toEqual(errors);
    expect(await api.head()).toBe(before);
  });
  test("six levels and a hundred leaves are accepted", async () => {
    await put(path, JSON.parse(nested(6)), 1);
    await put(path, JSON.parse(many(MOST_LEAVES)), 2);
  });
});

test("a stale version is refused with what changed meanwhile, and a missing version is refused", async () => {
  const path = await logged();
  await put(path, CEASEFIRE, 1);
  const stale = await api.call("officer", "PUT", `${path}/condition`, { body: GUARANTEE, version: 1 });
  expect(stale).toMatchObject({ status: 409, body: { code: "version", current: 2, fields: ["condition"] } });
  expect(await api.call("officer", "PUT", `${path}/condition`, { body: GUARANTEE })).toMatchObject({
    status: 428,
  });
});

test("from COMMITTED on, a condition needs a proposal with a reason, whose approval sets it", async () => {
  const path = await bound();
  const set = (body: unknown) => api.call("officer", "PUT", `${path}/condition`, { body, version: 2 });
  expect(await set({ condition: CEASEFIRE })).toMatchObject({
    status: 422,
    body: { code: "reason-missing" },
  });
  const proposed = await set({ condition: CEASEFIRE, reason: "The letter says so." });
  expect(proposed).toMatchObject({
    status: 202,
    body: { status: "OPEN", wish: { do: "change", changes: { condition: CEASEFIRE } } },
  });
  expect(await set({ condition: GUARANTEE, reason: "Or that." })).toMatchObject({
    status: 409,
    body: { code: "proposal-open" },
  });
  await callOk(
    api,
    "manager",
    "POST",
    `/proposals/${String(proposed.body.id)}/decision`,
    "/proposals/{id}/decision",
    {
      body: { decision: "APPROVE", note: null },
    },
  );
  expect((await api.call("officer", "GET", path)).body).toMatchObject({ version: 3, condition: CEASEFIRE });
});

test("officers of other desks, auditors and administrators cannot set a condition", async () => {
  const path = await logged();
  const before = await api.head();
  for (const [who, code] of [
    ["officer-north", "another-desk"],
    ["auditor", "role"],
    ["admin", "role"],
  ] as const) {
    const answer = await api.call(who, "PUT", `${path}/condition`, { body: CEASEFIRE, version: 1 });
    expect(answer).toMatchObject({ status: 403, body: { code } });
  }
  expect(await api.head()).toBe(before);
});
