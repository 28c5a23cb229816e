import { expect, test } from "vitest";
import { staffedRegister } from "../support/registers/staffed-register";
import { cases } from "../support/cases";
import { runCourse, type Tally } from "./course";

const SEED = Number(process.env.SEED ?? 6);
const LENGTH = 300;

test(
  "register and model agree after every move, and nobody settles alone what binds",
  { timeout: cases(600_000) },
  async () => {
    for (let course = 1; course < cases(1); course += 1) await onItsOwnRegister(SEED + course, LENGTH);
    const counts = await onItsOwnRegister(SEED, LENGTH);
    const happened = (what: RegExp): number =>
      [...counts].reduce((sum, [name, count]) => sum + (what.test(name) ? count : 0), 0);
    expect(happened(/decides done/)).toBeGreaterThan(20);
    for (const what of [
      /steps proposed/,
      /changes proposed/,
      /names (done|proposed)/,
      /answers done/,
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
