// The list of pledges, as it is downloaded, reads what its conditions name by key, not all of a kind for each condition.
import { afterAll, beforeAll, expect, test } from "vitest";
import { planOf, type Plan } from "@/bench/report/plan";
import { pledgeLinesAsked } from "@/lib/db/queries/pledges/pledge-csv";
import { parsePledgeFilter } from "@/lib/pledges/pledges/asked";
import { wholeRegister } from "../../support/registers/filled-register";

const PLEDGES = 1_500;

let plan: Plan;
let end: () => Promise<void>;
beforeAll(async () => {
  const register = await wholeRegister({ seed: 1, pledges: PLEDGES });
  ({ end } = register);
  const filter = parsePledgeFilter(new URLSearchParams());
  if (!filter.ok) throw new Error(filter.refusal.code);
  const { text, values } = pledgeLinesAsked(filter.value, register.today);
  plan = await planOf(text, values);
});
afterAll(() => end());

test("fewer than five approvals are read for each pledge", () => {
  const read = plan.scans
    .filter(({ table }) => table === "approval")
    .reduce((all, scan) => all + scan.read, 0);
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(5 * PLEDGES);
});
