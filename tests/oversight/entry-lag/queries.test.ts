// How long entries took, on the demonstration: the figures are those of the pledges behind them.
import { afterAll, beforeAll, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { plusDays } from "@/lib/domain/base/day";
import { openTestApi, type TestApi } from "../../support/api";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

interface Lag {
  known: number;
  unknown: number;
  median: number | null;
  p90: number | null;
  longest: number | null;
}
interface Row {
  reference: string;
  participant: string;
  statedOn: string | null;
  loggedAt: string;
  by: { name: string };
  days: number | null;
}
interface Answer {
  lag: Lag;
  groups: (Lag & { key: string | null; participants: string[] })[];
  items: Row[];
  next: string | null;
  total: number;
}
const asked = async (query = ""): Promise<Answer> => {
  const answer = await api.call("auditor", "GET", `/entry-lag?limit=200${query}`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body as unknown as Answer;
};

/** Directly from the log and the record, in the register's zone. */
const expected = async (): Promise<
  { reference: string; days: number | null; logged: string; name: string }[]
> =>
  (
    await pool().query<{ reference: string; days: number | null; logged: string; name: string }>(
      `SELECT p.reference, (e.at AT TIME ZONE 'Europe/Kyiv')::date - p.stated_on AS days,
              (e.at AT TIME ZONE 'Europe/Kyiv')::date::text AS logged, e.actor_name AS name
         FROM audit.event e JOIN pledge p ON p.id::text = e.entity_id WHERE e.action = 'pledge.logged'`,
    )
  ).rows;

test("each pledge is listed with its lag in days and who logged it, the longest lag first", async () => {
  const { items, total } = await asked();
  const rows = await expected();
  expect(total).toBe(rows.length);
  expect(new Map(items.map(({ reference, days, by }) => [reference, `${days} ${by.name}`]))).toEqual(
    new Map(rows.map(({ reference, days, name }) => [reference, `${days} ${name}`])),
  );
  const order = items.map(({ days }) => days ?? Number.NEGATIVE_INFINITY);
  expect(order).toEqual(order.toSorted((a, b) => b - a));
  expect(items.every(({ statedOn, days }) => (statedOn === null) === (days === null))).toBe(true);
});

test("every figure leads to as many rows as it says", async () => {
  const { lag, groups } = await asked();
  expect((await asked("&stated=yes")).total).toBe(lag.known);
  expect((await asked("&stated=no")).total).toBe(lag.unknown);
  const longest = await asked(`&least=${lag.longest}`);
  expect(longest.items.every(({ days }) => days === lag.longest)).toBe(true);
  expect(longest.total).toBeGreaterThan(0);
  // Narrowing the rows leaves the figures as they are.
  expect(longest.lag).toEqual(lag);
  expect((await asked(`&least=${lag.p90}`)).total).toBeGreaterThanOrEqual(Math.floor(lag.known / 10));
  for (const { participants, known, unknown, median } of groups) {
    const one = await asked(`&participant=${participants.join(",")}`);
    expect(one.lag).toMatchObject({ known, unknown, median });
    expect(one.total).toBe(known + unknown);
  }
});

test("the groups by desk, by participant and by priority each add up to everything", async () => {
  const { lag, groups } = await asked();
  expect(groups.map(({ key }) => key)).toHaveLength(3);
  for (const by of ["desk", "participant", "priority"]) {
    const cut = await asked(`&group=${by}`);
    expect(
      cut.groups.reduce((sum, { known, unknown }) => sum + known + unknown, 0),
      by,
    ).toBe(lag.known + lag.unknown);
  }
});

test("a pledge without a date is unknown, and one logged before its date counts as early", async () => {
  const before = await asked();
  const pledge = {
    participant: "SE",
    priority: 2,
    title: "Something said",
    stage: "SIGNALLED",
    evidence: [
      {
        source: { publisher: "A ministry", language: "en", ownership: "OFFICIAL" },
        kind: "OFFICIAL_STATEMENT",
        reliability: "B",
        credibility: 2,
      },
    ],
  };
  const made = await api.call("manager", "POST", "/pledges", { body: pledge });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const after = await asked();
  expect(after.lag).toEqual({ ...before.lag, unknown: before.lag.unknown + 1 });
  expect(after.items.find(({ reference }) => reference === made.body.reference)).toMatchObject({
    statedOn: null,
    days: null,
  });

  const { body } = await api.call(
    "manager",
    "GET",
    "/pledges?stage=PLEDGED,SIGNALLED&sort=updatedAt&limit=1",
  );
  const [old] = body.items as { reference: string; version: number }[];
  const dated = await api.call("manager", "PATCH", `/pledges/${old?.reference ?? ""}`, {
    version: old?.version ?? 0,
    body: { statedOn: "2026-02-25" },
  });
  expect(dated.status, JSON.stringify(dated.body)).toBe(200);
  const { lag, items } = await asked();
  expect(lag).toMatchObject({ early: 1, known: expect.any(Number) as number });
  expect(items.filter(({ days }) => days !== null).at(-1)?.reference).toBe(old?.reference);
});

test("a period filters by the day of logging", async () => {
  const rows = await expected();
  const days = rows.map(({ logged }) => logged).sort();
  const middle = days[Math.floor(days.length / 2)] ?? "";
  const within = (from: string, to: string) =>
    rows.filter(({ logged }) => logged >= from && logged <= to).length;
  expect((await asked(`&to=${middle}`)).total).toBe(within("", middle));
  expect((await asked(`&from=${plusDays(middle, 1)}`)).total).toBe(rows.length - within("", middle));
  expect((await asked(`&from=${middle}&to=${middle}`)).total).toBe(within(middle, middle));
});

test("pages follow each other without a gap, also to pledges without a date", async () => {
  const all = (await asked()).items.map(({ reference }) => reference);
  const paged: string[] = [];
  for (let cursor = ""; ;) {
    const { body } = await api.call("auditor", "GET", `/entry-lag?limit=7${cursor}`);
    const { items, next } = body as unknown as Answer;
    paged.push(...items.map(({ reference }) => reference));
    if (next === null) break;
    cursor = `&cursor=${next}`;
  }
  expect(paged).toEqual(all);
});

test.each([
  ["from=2026-02-02&to=2026-02-01", "to order"],
  ["least=x", "least malformed"],
  ["least=99999999", "least malformed"],
  ["stated=perhaps", "stated not-one-of"],
  ["group=owner", "group not-one-of"],
  ["cursor=x", "cursor bad-cursor"],
  ["period=all", "period unknown-key"],
])("%s is refused at its place", async (query, said) => {
  const answer = await api.call("manager", "GET", `/entry-lag?${query}`);
  expect(answer.status).toBe(422);
  expect(
    (answer.body.errors as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`),
  ).toEqual([said]);
});
