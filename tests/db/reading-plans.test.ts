// What the main questions cost in a large register, in rows: a page reads the rows it shows, and a figure no more
// than what it counts.
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadCoverage } from "@/lib/coverage/queries";
import { pool } from "@/lib/db/client";
import type { PledgeRow } from "@/lib/domain/sheet";
import type { Listed } from "@/lib/domain/listing";
import type { Result } from "@/lib/domain/result";
import { parsePledgeFilter } from "@/lib/pledges/filter";
import { loadPledge, loadPledges } from "@/lib/pledges/queries";
import { loadHeadline, loadUnresolved, loadUnresolvedItems } from "@/lib/unresolved/queries";
import { parseUnresolvedFilter } from "@/lib/unresolved/schema";
import { plansOf, type Plan } from "@/bench/plan";
import { manager } from "../support/cast";
import { filledRegister, type FilledRegister } from "../support/filled-register";

const PLEDGES = 10_000;
/** Evidence, contributions, approvals and sources of a pledge: a handful of rows each. */
const AROUND_A_PLEDGE = 16;

let register: FilledRegister;

beforeAll(async () => {
  register = await filledRegister({ seed: 1, pledges: PLEDGES });
}, 240_000);
afterAll(() => register.end());

test.each(["", "sort=-reference", "sort=updatedAt", "sort=-updatedAt", "sort=dueOn", "sort=-dueOn"])(
  "a page of fifty (%s), its first or a later one, reads fifty pledges and what belongs to them",
  async (order) => {
    const first = await pageOf(order);
    const later = await pageOf(`${order}&cursor=${first.next}`);
    for (const { plans } of [first, later]) {
      expect(scannedWhole(plans, "pledge")).toBe(false);
      expect(keyRows(plans)).toBeLessThanOrEqual(60);
      expect(rowsRead(plans)).toBeLessThan(1_100 + 50 * AROUND_A_PLEDGE);
    }
  },
);

test("a page of one cell reads that cell", async () => {
  const { plans } = await pageOf("participant=FR&priority=3");
  expect(keyRows(plans)).toBeLessThanOrEqual(80);
  expect(scannedWhole(plans, "pledge")).toBe(false);
});

test("words are found by their index", async () => {
  const { plans } = await pageOf("q=FR-3-01");
  expect(scannedWhole(plans, "pledge")).toBe(false);
  expect(rowsRead(plans)).toBeLessThan(500);
});

test("one pledge reads itself", async () => {
  const { plans } = await plansOf(() => loadPledge(manager, "FR-3-001", register.at));
  expect(rowsRead(plans)).toBeLessThan(60);
});

test("figures of everything read each item once, and not again until something changes", async () => {
  const { rows } = await pool().query<{ items: number }>(
    "SELECT count(*)::int AS items FROM unresolved_item",
  );
  const items = rows[0]?.items ?? 0;
  const figures = () => loadUnresolved(manager, { ...unresolvedFilter(""), limit: 0 }, register.at);
  expect(rowsRead((await plansOf(figures)).plans)).toBeLessThanOrEqual(items + 10);
  const main: (() => Promise<unknown>)[] = [
    figures,
    () => loadHeadline(manager, register.at),
    () => loadCoverage(manager, register.at),
  ];
  for (const again of main) {
    await again();
    expect(rowsRead((await plansOf(again)).plans)).toBeLessThan(60);
  }
});

test("the matrix reads each item and each pledge once", async () => {
  const { plans } = await plansOf(() => loadCoverage(manager, later(1)));
  expect(rowsRead(plans)).toBeLessThanOrEqual(PLEDGES + 60_000);
  expect(Math.max(...plans.map((plan) => readIn(plan, "pledge")))).toBeLessThanOrEqual(PLEDGES);
});

test("a page of items reads its items, one's own included", async () => {
  const first = await plansOf(() =>
    loadUnresolvedItems(manager, unresolvedFilter("code=STALE&limit=25"), register.at),
  );
  expect(rowsRead(first.plans)).toBeLessThan(120);
  const own = parseUnresolvedFilter(new URLSearchParams("owner=desk-3@register.example&limit=200"));
  if (!own.ok) throw new Error(own.refusal.code);
  const mine = await plansOf(() => loadUnresolvedItems(manager, own.value, register.at));
  expect(scannedWhole(mine.plans, "unresolved_item")).toBe(false);
});

async function pageOf(query: string): Promise<{ plans: Plan[]; next: string }> {
  const parsed = parsePledgeFilter(new URLSearchParams(query));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  const { plans, answer } = await plansOf(() => loadPledges(manager, parsed.value, register.at));
  return { plans, next: value<Listed<PledgeRow>>(answer).next ?? "" };
}

const unresolvedFilter = (query: string) => value(parseUnresolvedFilter(new URLSearchParams(query)));
const later = (days: number): string => new Date(Date.parse(register.at) + days * 86_400_000).toISOString();

/** What is read to decide which pledges a page has. */
const keyRows = (plans: readonly Plan[]): number =>
  plans.filter(({ text }) => text.includes("AS key")).reduce((all, plan) => all + readIn(plan, "pledge"), 0);

/** An older PostgreSQL reads this table, a few pages long, whole rather than go to its index for each pledge. */
const SHORT = "approval_pledge";

const rowsRead = (plans: readonly Plan[]): number =>
  plans
    .flatMap(({ scans }) => scans)
    .filter(({ table, whole }) => !(table === SHORT && whole))
    .reduce((all, { read }) => all + read, 0);

const readIn = ({ scans }: Plan, table: string): number =>
  scans.filter((scan) => scan.table === table).reduce((all, { read }) => all + read, 0);

/** Counting up to a thousand may walk along the table: it stops. */
const scannedWhole = (plans: readonly Plan[], table: string): boolean =>
  plans.some(({ scans }) => scans.some((scan) => scan.table === table && scan.whole && scan.read > 1_100));

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}
