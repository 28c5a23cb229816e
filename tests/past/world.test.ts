// The register as it was, from the log alone, is the register that was read then: record by record, item by item.
import { afterAll, beforeAll, expect, test } from "vitest";
import { chance } from "@/bench/chance";
import { findSteps } from "@/lib/db/past/steps";
import { findWorld } from "@/lib/db/past/world";
import { changesOver } from "@/lib/domain/changes";
import { itemKey } from "@/lib/domain/world-items";
import { readingOf, readLive, type Reading } from "../support/live";
import { cases } from "../support/cases";
import { staffedRegister, type StaffedRegister } from "../support/staffed-register";
import { move } from "./moves";

const SEED = Number(process.env.SEED ?? 11);
const LENGTH = cases(250);
const LONGEST_STRETCH = 250;

let register: StaffedRegister;
const readings: Reading[] = [];

beforeAll(async () => {
  register = await staffedRegister();
  const by = chance(SEED);
  for (let made = 0; made < LENGTH;) {
    if (!(await move(register, by))) continue;
    made += 1;
    readings.push(await readLive());
  }
}, cases(240_000));
afterAll(() => register.close());

test(
  "the world at each step of a random history is what was read live at that step",
  { timeout: cases(120_000) },
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
      expect(readingOf(await findWorld(reading.position), reading)).toEqual(reading);
    }
  },
);

test("what changed between any two of them is their difference, and each resolution names the change that did it", async () => {
  const by = chance(SEED + 2);
  let resolved = 0;
  for (let pair = 0; pair < 40; pair += 1) {
    const first = by.upTo(readings.length - 1);
    // What a resolution is looked for in grows with the stretch between them.
    const stretch = Math.min(readings.length - 1 - first, LONGEST_STRETCH);
    const [a, b] = [first, first + by.upTo(stretch)];
    const [from, to] = [readings[a ?? 0], readings[b ?? 0]];
    if (!from || !to) continue;
    const stand = async ({ position, at }: Reading) => ({ at, world: await findWorld(position) });
    const steps = await findSteps(from.position, to.position);
    const changes = changesOver(await stand(from), await stand(to), steps);
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

/** Of an item's text, what tells it from others. */
const keysIn = ({ items }: Reading): string[] =>
  items.map((text) => text.split(" ").slice(0, 2).join(" ")).sort();
