// Each change is answered with its place in the log, and the log agrees.
import { afterAll, beforeAll, expect, test } from "vitest";
import { receiptIn, type Receipt } from "@/lib/domain/base/receipt";
import { pool } from "@/lib/db/client";
import { openTestApi, type TestApi } from "../support/api";
import { pledgeBody } from "../support/bodies";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const receiptOf = ({ headers }: { headers: Headers }): Receipt | null =>
  receiptIn(headers.get("register-entries"), headers.get("register-leaf-hash"));

async function leafHashOf(seq: number): Promise<string | undefined> {
  const { rows } = await pool().query<{ hash: string }>(
    "SELECT leaf_hash AS hash FROM audit.event WHERE seq = $1",
    [seq],
  );
  return rows[0]?.hash;
}

test("a change answers with its entries and the leaf hash of the last; history and log agree", async () => {
  const head = await api.head();
  const logged = await api.call("officer", "POST", "/pledges", { body: pledgeBody });
  const receipt = receiptOf(logged);
  expect(receipt).toMatchObject({ last: await api.head() });
  expect(receipt?.first).toBe(head + 1);
  expect(await leafHashOf(receipt?.last ?? 0)).toBe(receipt?.leafHash);

  const path = `/pledges/${String(logged.body.reference)}`;
  const history = await api.call("officer", "GET", `${path}/history`);
  expect(history.body.items).toContainEqual(
    expect.objectContaining({ seq: receipt?.last, leafHash: receipt?.leafHash }),
  );
  const entry = await api.call("auditor", "GET", `/audit/${String(receipt?.last)}`);
  expect(entry.body).toMatchObject({ leafHash: receipt?.leafHash });
});

test("the same request sent again is answered with the same receipt", async () => {
  const sent = { body: { text: "Asked in Brussels." }, key: "receipt" };
  const first = await api.call("officer", "POST", "/pledges/FR-3-001/comments", sent);
  await api.call("officer", "POST", "/pledges/FR-3-001/comments", { body: { text: "And then again." } });
  const again = await api.call("officer", "POST", "/pledges/FR-3-001/comments", sent);
  expect(receiptOf(first)).not.toBeNull();
  expect(receiptOf(again)).toEqual(receiptOf(first));
});

test("what changes no record has no receipt: a reading, a refusal, an empty change, a saved view", async () => {
  const view = { name: "No receipt", address: "/pledges?participant=FR", shared: false };
  const { body } = await api.call("officer", "GET", "/pledges/FR-3-001");
  for (const [method, path, sent] of [
    ["GET", "/pledges/FR-3-001", {}],
    ["POST", "/pledges/FR-3-001/comments", { body: { text: "" } }],
    ["PATCH", "/pledges/FR-3-001", { body: { title: body.title }, version: Number(body.version) }],
    ["POST", "/views", { body: view }],
  ] as const)
    expect(receiptOf(await api.call("officer", method, path, sent)), `${method} ${path}`).toBeNull();
});

test("of several pledges changed at once each has its own receipt, also if sent again", async () => {
  const log = async () =>
    String((await api.call("officer", "POST", "/pledges", { body: pledgeBody })).body.reference);
  const [one, two] = [await log(), await log()];
  const items = [one, two, "FR-3-999"].map((reference) => ({ reference, version: 1 }));
  const change = () =>
    api.call("officer", "POST", "/pledges/change", {
      body: { items, changes: { nextAction: "Ask" } },
      key: "many",
    });
  const head = await api.head();
  const first = await change();
  expect(receiptOf(first)).toBeNull();
  expect(first.body.items).toMatchObject([
    { reference: one, receipt: { entries: String(head + 1), leafHash: await leafHashOf(head + 1) } },
    { reference: two, receipt: { entries: String(head + 2), leafHash: await leafHashOf(head + 2) } },
    { reference: "FR-3-999", receipt: null },
  ]);
  expect((await change()).body).toEqual(first.body);
});
