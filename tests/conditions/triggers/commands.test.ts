import { afterAll, beforeAll, expect, test } from "vitest";
import { changeTrigger, recordTrigger } from "@/lib/conditions/triggers/commands";
import { triggerChanges, triggerInput } from "@/lib/conditions/triggers/schema";
import {
  refusalOf,
  staffedRegister,
  value,
  type StaffedRegister,
} from "@/tests/support/registers/staffed-register";

let register: StaffedRegister;
beforeAll(async () => {
  register = await staffedRegister();
});
afterAll(() => register.close());

const PIECE = {
  source: { publisher: "Government", language: "en", ownership: "OFFICIAL" },
  kind: "OFFICIAL_STATEMENT",
  reliability: "B",
  credibility: 2,
};

test("a trigger is not recorded or changed with a state that begins in the future", async () => {
  const { manager } = register;
  const code = "CEASEFIRE_IN_FORCE";
  const met = { state: "MET", since: "2199-01-01", evidence: [PIECE] };
  const input = { code, title: "Ceasefire in force", waiting: "DORMANT" };
  const expected = "invalid, since in-future";
  expect(refusalOf(await recordTrigger(manager, triggerInput.parse({ ...input, ...met })))).toBe(expected);

  const { version } = value(await recordTrigger(manager, triggerInput.parse({ ...input, state: "UNKNOWN" })));
  const change = (changes: object) =>
    changeTrigger(manager, { code, ifMatch: version, changes: triggerChanges.parse(changes) });
  expect(refusalOf(await change(met))).toBe(expected);
  expect(value(await change({ ...met, since: "2026-01-06" })).done).toMatchObject({ since: "2026-01-06" });
});
