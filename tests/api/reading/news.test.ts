// News of the records on an open page: which of them others changed, when and by whom, but not what.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { openTestApi, type TestApi, type Who } from "../../support/api";
import { callOk } from "../../support/registers/call-ok";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

interface Answer {
  position: number;
  changed: { record: string; entry: number; by: string }[];
  coalitionOnly?: string[];
}

const asked = async (who: Who, since: number | null, on: string): Promise<Answer> =>
  (await callOk(
    api,
    who,
    "GET",
    `/news?${since === null ? "" : `since=${String(since)}&`}on=${encodeURIComponent(on)}`,
    "/news",
  )) as unknown as Answer;

const recordsIn = ({ changed }: Answer): string[] => changed.map(({ record }) => record);

const versionOf = async (path: string): Promise<number> =>
  Number((await api.call("manager", "GET", path)).body.version);

async function retitle(who: Who, reference: string, title: string): Promise<void> {
  const path = `/pledges/${reference}`;
  const sent = { version: await versionOf(path), body: { title } };
  await callOk(api, who, "PATCH", path, "/pledges/{reference}", sent);
}

test("a page that first asks gets the log's position, and no earlier changes", async () => {
  const answer = await asked("auditor", null, "pledge:FR-3-001");
  expect(answer).toEqual({ position: await api.head(), changed: [] });
  expect(await asked("auditor", answer.position, "pledge:FR-3-001")).toEqual(answer);
});

test("changes by others are given once per record, with the newest entry; one's own are left out", async () => {
  const since = await api.head();
  await retitle("officer", "FR-3-001", "A first title");
  await retitle("manager", "FR-3-001", "A second title");
  const on = "pledge:FR-3-001,pledge:DE-3-001,participant:FR";
  const manager = (await api.call("manager", "GET", "/me")).body.name;
  const told = await asked("auditor", since, on);
  expect(told.changed).toMatchObject([{ record: "pledge:FR-3-001", by: manager, entry: await api.head() }]);
  expect((await asked("manager", since, on)).changed).toMatchObject([{ entry: (await api.head()) - 1 }]);
  expect((await asked("auditor", told.position, on)).changed).toEqual([]);
});

describe("a pledge also counts as changed by", () => {
  const cases: Record<string, (reference: string) => Promise<unknown>> = {
    "a comment": (reference) =>
      callOk(api, "officer", "POST", `/pledges/${reference}/comments`, "/pledges/{reference}/comments", {
        body: { text: "Called the ministry." },
      }),
    "a finding": (reference) =>
      callOk(api, "auditor", "POST", "/findings", "/findings", {
        body: { about: `pledge:${reference}`, text: "Not in the source." },
      }),
    "a question": (reference) =>
      callOk(api, "officer", "POST", "/questions", "/questions", {
        body: { about: reference, askedOf: "Ministry", text: "From when?" },
      }),
  };
  test.each(Object.entries(cases))("%s", async (_name, change) => {
    const since = await api.head();
    await change("FR-3-001");
    expect(recordsIn(await asked("manager", since, "pledge:FR-3-001"))).toEqual(["pledge:FR-3-001"]);
    expect(recordsIn(await asked("manager", since, "pledge:GB-3-001"))).toEqual([]);
  });
});

test("a participant, a trigger, a requirement and a source are found by their names", async () => {
  const { rows } = await pool().query<{ type: string; id: string; reference: string | null }>(
    `SELECT DISTINCT ON (e.entity_type) e.entity_type AS type, e.entity_id AS id, r.reference
       FROM audit.event e LEFT JOIN requirement r ON r.id::text = e.entity_id
      WHERE e.entity_type IN ('participant', 'trigger', 'requirement', 'source') ORDER BY e.entity_type, e.seq DESC`,
  );
  const names = rows.map(({ type, id, reference }) => `${type}:${reference ?? id}`);
  expect(names).toHaveLength(4);
  expect(recordsIn(await asked("auditor", 1, names.join(","))).sort()).toEqual([...names].sort());
});

test("news contains no title, no reason and no sealed number", async () => {
  const since = await api.head();
  const { body } = await api.call("officer", "GET", "/pledges/FR-3-001");
  const [line] = body.contributions as Record<string, unknown>[];
  const quantity = { kind: "SEALED", min: 4711, max: 4711, unit: "PERSON" };
  await api.call("officer", "PATCH", "/pledges/FR-3-001", {
    version: Number(body.version),
    body: { contributions: [{ ...line, quantity }] },
  });
  const answer = await asked("auditor", since, "pledge:FR-3-001");
  expect(Object.keys(answer.changed[0] ?? {}).sort()).toEqual(["at", "by", "entry", "record"]);
  expect(JSON.stringify(answer)).not.toMatch(/(?<![\da-f-])4711(?![\da-f-])/);
});

test("a proposal about an account is unknown to an officer", async () => {
  const { rows: people } = await pool().query<{ id: string; version: number }>(
    "SELECT id, version FROM person WHERE email = 'officer@register.example'",
  );
  const [officer] = people;
  const since = await api.head();
  const sent = { version: officer?.version ?? 0, body: { role: "MANAGER", reason: "Takes over." } };
  await api.call("admin", "PATCH", `/people/${officer?.id ?? ""}`, sent);
  const { rows } = await pool().query<{ id: string }>("SELECT id FROM proposal WHERE subject = 'account'");
  const [proposal] = rows;
  expect(proposal).toBeDefined();
  const on = `proposal:${proposal?.id ?? ""}`;
  expect(recordsIn(await asked("manager", since, on))).toEqual([on]);
  expect(recordsIn(await asked("officer", since, on))).toEqual([]);
});

const MANY = Array.from({ length: 101 }, (_, n) => `pledge:FR-3-${String(100 + n)}`).join(",");

test.each([
  ["since=0", "since not-an-entry"],
  ["since=-1", "since not-an-entry"],
  ["since=1e3", "since not-an-entry"],
  ["since=9999999999999999", "since"],
  ["since=%27%20OR%201=1", "since not-an-entry"],
  ["on=", "on not-a-record"],
  ["on=pledge:FR-3-001,", "on not-a-record"],
  ["on=person:1", "on not-a-record"],
  ["on=__proto__:x", "on not-a-record"],
  ["on=pledge:FR-3-001%27--", "on not-a-record"],
  [`on=${MANY}`, "on not-a-record"],
  [`on=${"x".repeat(9_000)}`, "on"],
  ["since=1&since=2", "since repeated"],
  ["asOf=2026-01-01T00:00:00Z", "asOf unknown-key"],
])("%s is refused", async (query, error) => {
  const { status, body } = await api.call("auditor", "GET", `/news?${query}`);
  const [first] = body.errors as { path: string; code: string }[];
  expect([status, `${first?.path ?? ""} ${first?.code ?? ""}`]).toEqual([
    422,
    expect.stringContaining(error),
  ]);
});

test("nothing comes after an entry that isn't there yet, and a hundred records may be asked", async () => {
  expect((await asked("auditor", 999_999_999_999_999, "pledge:FR-3-001")).changed).toEqual([]);
  const most = MANY.split(",").slice(1).join(",");
  expect((await asked("auditor", 1, most)).changed).toEqual([]);
});
