// The register as it was, from the log alone, is the register that was read then: record by record, item by item.
import { afterAll, beforeAll, expect, test } from "vitest";
import { chance } from "@/bench/data/chance";
import { findSteps } from "@/lib/db/past/steps";
import { verifyRegister } from "@/lib/db/verify/verify";
import { findSnapshot } from "@/lib/db/past/snapshot";
import { changesSteps } from "@/lib/domain/history/changes";
import { runSteps } from "@/lib/domain/conditions/circles";
import { itemKey } from "@/lib/domain/history/snapshot-items";
import { readingOf, readLive, type Reading } from "../../support/registers/live";
import { cases } from "../../support/cases";
import { answersAt, digested, type Answers } from "./answers";
import type { Actor } from "@/lib/domain/people/actor";
import type { Instant } from "@/lib/domain/base/day";
import { staffedRegister, type StaffedRegister } from "../../support/registers/staffed-register";
import { move } from "./moves";

const SEED = Number(process.env.SEED ?? 11);
const LENGTH = cases(250);
const LONGEST_STRETCH = 250;

/** Answers are asked for after so many changes; with more cases, about 500 times in all. */
const EVERY = cases(1) === 1 ? 10 : Math.ceil(LENGTH / 500);

let register: StaffedRegister;
const readings: Reading[] = [];
const answered: { at: Instant; seed: number; answers: Answers }[] = [];

beforeAll(async () => {
  register = await staffedRegister();
  const by = chance(SEED);
  for (let made = 0; made < LENGTH;) {
    if (!(await move(register, by))) continue;
    made += 1;
    const reading = await readLive();
    readings.push(reading);
    if (made % EVERY > 0) continue;
    const { at } = reading;
    answered.push({ at, seed: made, answers: digested(await answersAt(asker(made), at, chance(made))) });
  }
}, cases(900_000));
afterAll(() => register.close());

test("each author in a random history had the right to the entry", async () => {
  expect(await verifyRegister()).toMatchObject({ findings: [], earlier: [] });
});

test(
  "the snapshot at each step of a random history is what was read live at that step",
  { timeout: cases(600_000) },
  async () => {
    const by = chance(SEED + 1);
    expect(
      new Set(readings.flatMap(({ items }) => items.map((item) => item.split(" ")[1]))).size,
    ).toBeGreaterThan(14);
    // In any order: reached from an earlier one, or from the beginning.
    for (const reading of readings
      .map((one) => [by.id(), one] as const)
      .sort()
      .map(([, one]) => one)) {
      expect(readingOf(await findSnapshot(reading.position), reading)).toEqual(reading);
    }
  },
);

test(
  "every list, page and figure as of each of these moments is what was answered then",
  { timeout: cases(900_000) },
  async () => {
    const by = chance(SEED + 3);
    expect(answered.length).toBe(Math.floor(LENGTH / EVERY));
    for (const [, { at, seed, answers }] of answered.map((one) => [by.id(), one] as const).sort()) {
      const then = digested(await answersAt(asker(seed), { asOf: at }, chance(seed)));
      expect(then, `as of ${at}, asked with ${seed}`).toEqual(answers);
    }
  },
);

test("the changes between any two of them are their difference, and each resolution names its change", async () => {
  const by = chance(SEED + 2);
  let resolved = 0;
  for (let pair = 0; pair < 40; pair += 1) {
    const first = by.upTo(readings.length - 1);
    // The search for a resolution grows with the stretch between the two.
    const stretch = Math.min(readings.length - 1 - first, LONGEST_STRETCH);
    const [a, b] = [first, first + by.upTo(stretch)];
    const [from, to] = [readings[a ?? 0], readings[b ?? 0]];
    if (!from || !to) continue;
    const stand = async ({ position, at }: Reading) => ({ at, snapshot: await findSnapshot(position) });
    const steps = await findSteps(from.position, to.position);
    const changes = runSteps(changesSteps(await stand(from), await stand(to), steps));
    const [then, now] = [keysIn(from), keysIn(to)];
    expect(changes.new.map(itemKey).sort()).toEqual(now.filter((key) => !then.includes(key)));
    expect(changes.open.map(itemKey).sort()).toEqual(now.filter((key) => then.includes(key)));
    expect(changes.resolved.map(itemKey).sort()).toEqual(then.filter((key) => !now.includes(key)));
    for (const row of changes.resolved) {
      const seq = row.by?.seq ?? 0;
      const at = readings.findIndex(({ position }) => position.seq >= seq);
      const held = readings.slice(a, (b ?? 0) + 1).map((reading) => keysIn(reading).includes(itemKey(row)));
      expect(at - (a ?? 0), itemKey(row)).toBe(held.lastIndexOf(true) + 1);
      resolved += 1;
    }
  }
  expect(resolved).toBeGreaterThan(100);
});

/** In turn a person who may see some sealed numbers, and one who may see none. */
const asker = (seed: number): Actor => (seed % 2 === 0 ? register.officer : register.manager);

/** The part of an item's text that tells it from others. */
const keysIn = ({ items }: Reading): string[] =>
  items.map((text) => text.split(" ").slice(0, 2).join(" ")).sort();
