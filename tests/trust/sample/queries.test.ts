// Samples on the demonstration: the same seed at the same place in the log draws the same, as anyone can work out.
import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { recordKeyed } from "@/lib/domain/oversight/record-key";
import { SAMPLED, SAMPLED_NAMES } from "@/lib/domain/oversight/sample";
import { openTestApi, type TestApi } from "../../support/api";
import { pledgeBody } from "../../support/bodies";

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

interface Drawn {
  seed: string;
  position: number;
  leafHash: string;
  population: number;
  items: { record: string; title: string; digest: string }[];
}
const draw = async (query: string): Promise<Drawn> => {
  const answer = await api.call("auditor", "GET", `/sample?${query}`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body as unknown as Drawn;
};
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

test("the rule on the page, applied by hand, gives the same sample", async () => {
  const sample = await draw("n=12&seed=quarter-1");
  const { rows } = await pool().query<{ reference: string }>(
    `SELECT payload::jsonb #>> '{record,reference}' AS reference FROM audit.event
      WHERE action = 'pledge.logged' AND seq <= $1`,
    [sample.position],
  );
  const sorted = rows
    .map(({ reference }) => ({ record: `pledge:${reference}`, digest: sha256(`quarter-1${reference}`) }))
    .sort((a, b) => (a.digest < b.digest ? -1 : 1));
  expect(sample.population).toBe(rows.length);
  expect(sample.items.map(({ record, digest }) => ({ record, digest }))).toEqual(sorted.slice(0, 12));
  expect(sample.items.every(({ title }) => title !== "")).toBe(true);
});

test("a sample at a place in the log stays the same, whatever follows", async () => {
  const before = await draw("n=200&seed=7");
  const made = await api.call("manager", "POST", "/pledges", { body: pledgeBody });
  const name = `pledge:${String(made.body.reference)}`;
  await api.call("manager", "POST", `/pledges/${String(made.body.reference)}/void`, {
    body: { reason: "Twice." },
  });
  expect(await draw(`n=200&seed=7&position=${before.position}`)).toEqual(before);
  const now = await draw("n=200&seed=7");
  // Also a pledge that is void by now.
  expect(now.items.map(({ record }) => record)).toContain(name);
  expect(now.population).toBe(before.population + 1);
  expect(now.leafHash).not.toBe(before.leafHash);
});

test("without a seed another one is drawn each time", async () => {
  const [one, other] = [await draw("n=5"), await draw("n=5")];
  expect(one.seed).toMatch(/^[0-9a-f]{16}$/);
  expect(other.seed).not.toBe(one.seed);
  expect(await draw(`n=5&seed=${one.seed}&position=${one.position}`)).toEqual(one);
});

test("at the beginning of the log there was nothing to draw", async () => {
  expect(await draw("position=1&seed=x")).toMatchObject({ position: 1, population: 0, items: [] });
});

test("every kind of record can be drawn, and a finding noted on it", async () => {
  const { body } = await api.call("manager", "GET", "/pledges/GB-3-003");
  const { contributions, evidence } = body as Record<string, { id: string }[]>;
  await api.call("manager", "POST", "/pledges/GB-3-003/deliveries", {
    body: {
      contribution: contributions?.[0]?.id,
      money: { amount: "1000000.00", currency: "GBP" },
      deliveredOn: "2026-02-20",
      definition: "HANDED_OVER",
      evidence: [evidence?.[0]?.id],
    },
  });
  for (const of of SAMPLED_NAMES) {
    const { items, population } = await draw(`of=${of}&n=1&seed=x`);
    expect(population, of).toBeGreaterThan(0);
    const [first] = items;
    expect(recordKeyed(first?.record ?? "")?.kind).toBe(SAMPLED[of]);
    const noted = await api.call("auditor", "POST", "/findings", {
      body: { about: first?.record, text: "Drawn, and not in order." },
    });
    expect(noted.status, of).toBe(201);
    const read = await api.call("officer", "GET", `/findings/${String(noted.body.reference)}`);
    expect(read.body).toMatchObject({ about: first?.record, title: first?.title, state: "OPEN", may: [] });
  }
});

test.each([
  ["n=0", "n malformed"],
  ["n=201", "n too-much"],
  ["seed=a%20b", "seed not-a-seed"],
  [`seed=${"x".repeat(65)}`, "seed too-long"],
  ["position=999999999999", "position no-position"],
  ["of=people", "of not-one-of"],
  ["asOf=now", "asOf unknown-key"],
])("%s is refused at its place", async (query, said) => {
  const answer = await api.call("auditor", "GET", `/sample?${query}`);
  expect(answer.status).toBe(422);
  expect(
    (answer.body.errors as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`),
  ).toEqual([said]);
});
