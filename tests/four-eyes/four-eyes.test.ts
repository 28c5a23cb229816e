import { expect, test } from "vitest";
import { staffedRegister } from "../support/registers/staffed-register";
import { cases } from "../support/cases";
import { runCourse, type Tally } from "./course";

const SEED = Number(process.env.SEED ?? 14);
const LENGTH = 480;

test(
  "register and model agree after every move, and nobody settles alone what binds",
  { timeout: cases(600_000) },
  async () => {
    const counts: Tally = new Map();
    for (let course = 0; course < cases(2); course += 1)
      for (const [name, count] of await onItsOwnRegister(SEED + course, LENGTH))
        counts.set(name, (counts.get(name) ?? 0) + count);
    const happened = (what: RegExp): number =>
      [...counts].reduce((sum, [name, count]) => sum + (what.test(name) ? count : 0), 0);
    expect(happened(/decides done/)).toBeGreaterThan(20);
    for (const what of [
      /steps proposed/,
      /changes proposed/,
      /names (done|proposed)/,
      /answers done/,
      /waits proposed/,
      /withdraws done/,
      /mandate-exceeded/,
      /(records|revises) proposed/,
      /own-proposal/,
      /proposal-open/,
      /proposal-closed/,
      /decides version/,
      /decides (evidence|approval|window|quantity|no-such)/,
    ])
      expect(happened(what), String(what)).toBeGreaterThan(0);
  },
);

async function onItsOwnRegister(seed: number, length: number): Promise<Tally> {
  const register = await staffedRegister();
  try {
    await register.open("manager-3", "MANAGER");
    return await runCourse(seed, length);
  } finally {
    await register.close();
  }
}
