import { afterAll, beforeAll, expect, test } from "vitest";
import { staffedRegister, type StaffedRegister } from "../support/staffed-register";
import { runCourse } from "./course";

let register: StaffedRegister;
beforeAll(async () => {
  register = await staffedRegister();
  await register.open("manager-3", "MANAGER");
});
afterAll(() => register.close());

/** `LONG=20000 SEED=7 npx vitest run tests/four-eyes`: more of it. */
const LENGTH = Number(process.env.LONG ?? 350);
const SEED = Number(process.env.SEED ?? 20260225);

test(
  "register and model agree after every step, and nobody settles alone what binds",
  async () => {
    const tally = await runCourse(SEED, LENGTH);
    const happened = (what: RegExp): number =>
      [...tally].reduce((sum, [name, count]) => sum + (what.test(name) ? count : 0), 0);
    if (process.env.LONG)
      console.log(
        [...tally]
          .sort()
          .map(([name, count]) => `${count} ${name}`)
          .join("\n"),
      );
    expect(happened(/decides done/)).toBeGreaterThan(LENGTH / 40);
    for (const what of [
      /steps proposed/,
      /changes proposed/,
      /(records|revises) proposed/,
      /own-proposal/,
      /proposal-/,
    ])
      expect(happened(what), String(what)).toBeGreaterThan(0);
  },
  30_000 + LENGTH * 200,
);
