// What an earlier build derived by other rules is derived again by the worker of a newer one.
import { afterAll, beforeEach, expect, test } from "vitest";
import { checkRegister } from "@/lib/db/derived/check";
import { deriveByNewerRules } from "@/lib/db/derived/newer-rules";
import { DERIVATION_VERSION } from "@/lib/domain/unresolved/derivation-version";
import { change, logged, openRegister } from "./register";

const register = await openRegister();
afterAll(() => register.close());
const state = async () =>
  (await register.owner.query("SELECT rules, towards, reached FROM derivation")).rows[0] as object;
const atFirst = await state();
const pledges = await change(register.manager, async (tx) => {
  const made = [];
  for (let n = 0; n < 3; n += 1) made.push(await logged(tx, register.source, { priority: 2 }));
  return made;
});
const ids = pledges.map(({ id }) => id).sort();

let staleDays = 30;

/** Changes a setting past lib/db: what is stored follows from the former value, as from other rules. */
beforeEach(async () => {
  staleDays += 1;
  await register.owner.query(
    `ALTER TABLE register DISABLE TRIGGER USER; UPDATE register SET stale_days = ${staleDays};
     ALTER TABLE register ENABLE TRIGGER USER`,
  );
  expect((await checkRegister()).differing).toHaveLength(ids.length);
});

const isAt = (rules: number, towards: number, reached: string | null) =>
  register.owner.query("UPDATE derivation SET rules = $1, towards = $2, reached = $3", [
    rules,
    towards,
    reached,
  ]);

test("a new register has the rules of its build", () => {
  expect(atFirst).toEqual({ rules: DERIVATION_VERSION, towards: DERIVATION_VERSION, reached: null });
});

test("all items are derived again once, and the counters follow", async () => {
  await isAt(0, 0, null);
  await deriveByNewerRules();
  const { differing, counters } = await checkRegister();
  expect(differing).toEqual([]);
  expect(counters).toEqual([]);
  expect(await state()).toEqual({ rules: DERIVATION_VERSION, towards: DERIVATION_VERSION, reached: null });
});

test("an interrupted derivation continues where it was, one towards other rules begins again", async () => {
  await isAt(0, DERIVATION_VERSION, ids[1] ?? null);
  await deriveByNewerRules();
  const left = (await checkRegister()).differing;
  expect(left.length).toBeGreaterThan(0);
  expect(
    left.every((line) => !line.startsWith(`${pledges.find(({ id }) => id === ids[2])?.reference} `)),
  ).toBe(true);
  await isAt(0, 0, ids[2] ?? null);
  await deriveByNewerRules();
  expect((await checkRegister()).differing).toEqual([]);
});

test("the same rules change nothing, and a build with earlier ones leaves later ones alone", async () => {
  for (const rules of [DERIVATION_VERSION, DERIVATION_VERSION + 1]) {
    await isAt(rules, rules, null);
    const before = (await checkRegister()).differing;
    await deriveByNewerRules();
    expect((await checkRegister()).differing).toEqual(before);
    expect(await state()).toEqual({ rules, towards: rules, reached: null });
  }
});
