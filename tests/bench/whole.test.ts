// The register that the bench measures: each thing that follows from other records occurs in it, and all derived rows
// are what the rules say.
import { afterAll, beforeAll, expect, test } from "vitest";
import { plansOf } from "@/bench/report/plan";
import { findCycles } from "@/lib/db/queries/conditions/conditions";
import { checkRegister, type RegisterCheck } from "@/lib/db/derived/check";
import { isLeaf, leavesOf, partsOf, type Condition } from "@/lib/domain/pledge/condition";
import { moneyEnds } from "@/lib/domain/pledge/money";
import { NUMBERED_KINDS } from "@/lib/domain/pledge/quantity";
import { wholeRegister } from "../support/registers/filled-register";

let register: Awaited<ReturnType<typeof wholeRegister>>;
let check: RegisterCheck;

beforeAll(async () => {
  register = await wholeRegister({ seed: 1, pledges: 2_000 });
  check = await checkRegister();
});
afterAll(() => register.end());

test("all derived rows are what the rules say", () => {
  expect(check).toMatchObject({ differing: [], counters: [], cells: [], leaves: [] });
});

test.each([
  "CONDITION_DEAD",
  "CONDITION_UNSOURCED",
  "DEADLOCK",
  "DEPENDS_ON_PARTNER",
  "TRIGGER_BLOCKING",
  "TRIGGER_WAITING",
  "APPROVED_LESS",
  "MANDATE_ENDING",
  "APPROVAL_REFUSED",
  "ALLOCATION_SHORT",
  "PARTICIPANT_LEFT",
  "RULING_NOT_APPLIED",
  "DISPUTED",
  "CAVEAT_MISMATCH",
])("some pledges have %s, and most haven't", (code) => {
  const found = check.items.filter((item) => item.code === code).length;
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(register.pledges.length / 2);
});

test("conditions have every basis and every shape, and some leaves name evidence", () => {
  const leaves = register.pledges.flatMap(({ condition }) => leavesOf(condition));
  for (const basis of ["STATED", "REPORTED", "INFERRED", undefined])
    expect(leaves.some((leaf) => leaf.basis === basis)).toBe(true);
  expect(leaves.some(({ evidence = [] }) => evidence.length > 0)).toBe(true);
  const shapes = new Set(register.pledges.flatMap(({ condition }) => (condition ? shapesIn(condition) : [])));
  expect([...shapes].sort()).toEqual(SHAPES);
});

test("some pledges wait for a pledge that another has replaced", () => {
  const replaced = new Set(
    register.pledges.filter(({ supersededBy }) => supersededBy !== null).map(({ reference }) => reference),
  );
  const named = register.pledges.flatMap(({ condition }) => leavesOf(condition));
  expect(named.some((leaf) => "pledge" in leaf && replaced.has(leaf.pledge))).toBe(true);
});

test("amounts are of every kind, in things and in money", () => {
  const lines = register.pledges.flatMap(({ contributions }) => contributions);
  const things = new Set(lines.map(({ quantity }) => quantity.kind));
  const sums = new Set(lines.flatMap(({ money }) => (money === null ? [] : moneyEnds(money).kind)));
  expect([...things]).toEqual(expect.arrayContaining([...NUMBERED_KINDS]));
  expect([...sums].sort()).toEqual([...NUMBERED_KINDS].sort());
});

test("links are claimed and confirmed, and those of lines declined as well", () => {
  const { pledges } = register;
  const joint = pledges.flatMap(({ jointWith }) => jointWith);
  const behalf = pledges.flatMap(({ onBehalfOf }) => onBehalfOf);
  const same = pledges.flatMap(({ contributions }) => contributions).flatMap(({ sameAs }) => sameAs ?? []);
  for (const state of ["CLAIMED", "CONFIRMED"])
    for (const links of [joint, behalf, same]) expect(links.some((one) => one.state === state)).toBe(true);
  expect(same.some(({ state }) => state === "DECLINED")).toBe(true);
});

test("mandates have ends, limits and terms, and serve one pledge or several", () => {
  const given = register.approvals.filter(({ status }) => status === "APPROVED");
  expect(given.some(({ validUntil }) => validUntil !== null && validUntil < register.today)).toBe(true);
  expect(given.some(({ limits }) => limits?.some(({ money }) => money !== null))).toBe(true);
  expect(given.some(({ limits }) => limits?.some(({ quantity }) => quantity !== null))).toBe(true);
  expect(given.some(({ terms }) => terms !== null)).toBe(true);
  expect(register.approvals.some(({ serves }) => serves.length > 1)).toBe(true);
});

test("requirements, offers, questions and searches occur", () => {
  const { requirements, offers, questions, participants } = register;
  expect(requirements.some(({ money }) => money !== null)).toBe(true);
  expect(offers.length).toBeGreaterThan(register.pledges.length / 20);
  expect(questions.length).toBeGreaterThan(0);
  const searched = check.items.filter(
    (item) => item.code === "NO_PLEDGE" && "data" in (item.causes[0] ?? {}),
  );
  expect(searched.length).toBeGreaterThan(0);
  expect(participants.filter(({ leftOn }) => leftOn !== null).length).toBe(2);
});

test("circles are found by reference, without reading all pledges", async () => {
  const named = register.pledges.slice(-300).map(({ reference }) => reference);
  for (const asked of [named.slice(0, 1), named.slice(0, 50), named]) {
    const { plans } = await plansOf(() => findCycles(asked));
    const graph = plans.filter(({ text }) => text.includes("reached"));
    expect(graph.length).toBe(1);
    const whole = graph.flatMap(({ scans }) =>
      scans.filter(({ table, whole }) => table === "pledge" && whole),
    );
    expect(whole).toEqual([]);
  }
});

const SHAPES = ["all", "any", "approval", "kOf", "not", "pledge", "trigger"];

function shapesIn(condition: Condition): string[] {
  const shapes = SHAPES.filter((shape) => shape in condition);
  if (isLeaf(condition)) return shapes;
  const parts = "not" in condition ? [condition.not] : partsOf(condition);
  return [...shapes, ...parts.flatMap(shapesIn)];
}
