// What the main queries cost in a large register, in rows: a page reads the rows it shows, and a figure no more
// than what it counts.
import { afterAll, beforeAll, expect, test } from "vitest";
import { logQuery } from "@/lib/history/audit/filter";
import { loadLog, loadLogEntry } from "@/lib/history/audit/queries";
import { loadCoverage } from "@/lib/unresolved/coverage/queries";

import { findClocks } from "@/lib/db/clock";
import { findPageState } from "@/lib/db/queries/log/page-state";
import { loadFigures } from "@/lib/unresolved/figures/queries";
import type { PledgeRow } from "@/lib/domain/details/pledge-details";
import { ACTIONS } from "@/lib/domain/base/audit";
import { COUNTED_TO, type Listed } from "@/lib/domain/base/listing";
import type { LogEntry } from "@/lib/domain/log/logged";
import type { Result } from "@/lib/domain/base/result";
import { parsePledgeFilter } from "@/lib/pledges/pledges/asked";
import { loadPledge, loadPledges } from "@/lib/pledges/pledges/queries";
import { loadHeadline, loadUnresolved, loadUnresolvedItems } from "@/lib/unresolved/unresolved/queries";
import { parseUnresolvedFilter } from "@/lib/unresolved/unresolved/asked";
import { lastOfMonth } from "@/lib/domain/unresolved/calendar";
import { parseCalendarFilter } from "@/lib/workspace/calendar/filter";
import { loadCalendar, loadCalendarDays } from "@/lib/workspace/calendar/queries";
import { plansOf, type Plan } from "@/bench/report/plan";
import { manager } from "../support/cast";
import { filledRegister, type FilledRegister } from "../support/registers/filled-register";

const PLEDGES = 10_000;
/** Evidence, contributions, approvals and sources of a pledge: a handful of rows each. */
const AROUND_A_PLEDGE = 16;

const OWNER = "desk-3@register.example";

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

test("a page of one participant reads its first pledges, and all that others promised with it", async () => {
  for (const query of ["participant=US", "participant=UA&sort=-reference"]) {
    const { plans } = await pageOf(query);
    expect(keyRows(plans), query).toBeLessThanOrEqual(200);
    expect(scannedWhole(plans, "pledge"), query).toBe(false);
  }
});

test("the first entry stamped ahead is found in a few rows", async () => {
  const { plans } = await plansOf(findClocks);
  expect(rowsRead(plans)).toBeLessThan(10);
});

test("the pledges of one owner, and voided ones, are found by their index", async () => {
  for (const query of [`owner=${OWNER}`, "voided=only"]) {
    const { plans } = await pageOf(query);
    expect(keyRows(plans)).toBeLessThanOrEqual(60);
    expect(scannedWhole(plans, "pledge")).toBe(false);
  }
});

test("pledges that are late, or were not confirmed for long, are found by their index", async () => {
  for (const query of ["due=<-3000", "age=>5000&not=stage:DECLINED", "age=10..11"]) {
    const { plans } = await pageOf(query);
    expect(keyRows(plans), query).toBeLessThanOrEqual(700);
    expect(scannedWhole(plans, "pledge"), query).toBe(false);
  }
});

test("words are found by their index", async () => {
  const { plans } = await pageOf("q=FR-3-01");
  expect(scannedWhole(plans, "pledge")).toBe(false);
  expect(rowsRead(plans)).toBeLessThan(500);
});

test("a pledge's page reads that pledge", async () => {
  const { plans } = await plansOf(() => loadPledge(manager, "FR-3-001", register.at));
  expect(rowsRead(plans)).toBeLessThan(60);
});

test("figures of everything are read from counters, and not again until something changes", async () => {
  const main: (() => Promise<unknown>)[] = [
    () => loadUnresolved(manager, { ...unresolvedFilter(""), limit: 0 }, register.at),
    () => loadHeadline(manager, register.at),
    () => loadCoverage(manager, register.at),
  ];
  // Each page asks for this first.
  await findPageState();
  for (const figures of main) {
    const { plans } = await plansOf(figures);
    for (const table of ["unresolved_item", "pledge"])
      expect(plans.flatMap(({ scans }) => scans).filter((scan) => scan.table === table)).toEqual([]);
    expect(rowsRead(plans)).toBeLessThan(20_000);
    expect(rowsRead((await plansOf(figures)).plans)).toBeLessThan(60);
  }
});

test("the rail's figures read the counters", async () => {
  const { plans } = await plansOf(() => loadFigures(manager, register.at));
  expect(scannedWhole(plans, "unresolved_item")).toBe(false);
  expect(scannedWhole(plans, "pledge")).toBe(false);
});

test("a page of items reads its items, also of one owner", async () => {
  const first = await plansOf(() =>
    loadUnresolvedItems(manager, unresolvedFilter("code=STALE&limit=25"), register.at),
  );
  expect(rowsRead(first.plans)).toBeLessThan(120);
  const own = await plansOf(() =>
    loadUnresolvedItems(manager, unresolvedFilter(`owner=${OWNER}&code=STALE&limit=25`), register.at),
  );
  expect(scannedWhole(own.plans, "unresolved_item")).toBe(false);
  expect(rowsRead(own.plans)).toBeLessThan(500);
});

test.each([
  "",
  "record=FR-3-001",
  "record=pledge",
  "record=person",
  "action=participant.recorded",
  "action=participant.recorded,pledge.logged,comment.written",
  "actor=register",
  "actor=Register&action=source.recorded",
  "actor=nobody@register.example&record=pledge",
  "actor=Nobody",
  "from=2026-01-01&action=approval.recorded",
  "to=2026-01-01",
])(
  "a page of the log (%s), its first or a later one, reads what it shows and what counting takes",
  async (query) => {
    const narrowed = new URLSearchParams(query);
    const actions =
      narrowed.has("actor") && !narrowed.has("action") && !narrowed.has("record") ? ACTIONS.length : 3;
    const first = await logOf(query);
    const later = first.next === "" ? first : await logOf(`${query}&cursor=${first.next}`);
    for (const { plans } of [first, later]) {
      expect(scannedWhole(plans, "event")).toBe(false);
      expect(rowsRead(plans)).toBeLessThan(actions * (COUNTED_TO + 60) + 200);
    }
  },
);

test.each(["", "participant=FR", "priority=3", `owner=${OWNER}`, "kind=vote,mandate"])(
  "a page of the calendar (%s), its first or a later one, scans no table whole",
  async (query) => {
    const first = await calendarOf(query);
    const later = await calendarOf(`${query}&cursor=${first.next}`);
    for (const { plans } of [first, later])
      for (const table of ["pledge", "contribution", "evidence", "approval"])
        expect(scannedWhole(plans, table), table).toBe(false);
  },
);

test("a month of the calendar scans no table whole", async () => {
  const month = value(parseCalendarFilter(new URLSearchParams("from=2026-05-01&to=2026-05-31")));
  const { plans, answer } = await plansOf(() =>
    loadCalendarDays(manager, { ...month, ...monthOf(register.today) }, { at: register.at, most: 3 }),
  );
  const total = value(answer).reduce((sum, day) => sum + day.total, 0);
  expect(total).toBeGreaterThan(100);
  for (const table of ["pledge", "contribution", "evidence", "approval"])
    expect(scannedWhole(plans, table), table).toBe(false);
});

test("an entry reads itself and its neighbours", async () => {
  const { plans } = await plansOf(() => loadLogEntry(manager, 5_000));
  expect(rowsRead(plans)).toBeLessThan(20);
});

async function logOf(query: string): Promise<{ plans: Plan[]; next: string }> {
  const { plans, answer } = await plansOf(() =>
    loadLog(manager, value(logQuery.parse(new URLSearchParams(query)))),
  );
  return { plans, next: value<Listed<LogEntry>>(answer).next ?? "" };
}

const monthOf = (day: string) => ({ from: `${day.slice(0, 7)}-01`, to: lastOfMonth(day) });

async function calendarOf(query: string): Promise<{ plans: Plan[]; next: string }> {
  const view = value(parseCalendarFilter(new URLSearchParams(query)));
  const { plans, answer } = await plansOf(() => loadCalendar(manager, view, register.at));
  return { plans, next: value(answer).next ?? "" };
}

async function pageOf(query: string): Promise<{ plans: Plan[]; next: string }> {
  const parsed = parsePledgeFilter(new URLSearchParams(query));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  const { plans, answer } = await plansOf(() => loadPledges(manager, parsed.value, register.at));
  return { plans, next: value<Listed<PledgeRow>>(answer).next ?? "" };
}

const unresolvedFilter = (query: string) => value(parseUnresolvedFilter(new URLSearchParams(query)));

/** The pledges read to decide which of them a page has. */
const keyRows = (plans: readonly Plan[]): number =>
  plans.filter(({ text }) => text.includes("AS key")).reduce((all, plan) => all + readIn(plan, "pledge"), 0);

/** An older PostgreSQL scans this short table rather than use its index for each pledge. */
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
