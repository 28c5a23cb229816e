// The page of a trigger that is met: pledges that name it may wait for it to end.
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Waiters } from "@/components/conditions/conditions/waiters";
import { loadKeystone } from "@/lib/conditions/conditions/queries";
import { recordTrigger } from "@/lib/conditions/triggers/commands";
import { triggerInput } from "@/lib/conditions/triggers/schema";
import type { Condition } from "@/lib/domain/pledge/condition";
import type { KeystoneDetails, WaiterView } from "@/lib/domain/conditions/keystone-details";
import { logPledge } from "@/lib/pledges/pledges/commands";
import { setCondition } from "@/lib/pledges/pledges/set-condition";
import {
  aSentPledge,
  LATER,
  staffedRegister,
  value,
  type StaffedRegister,
} from "@/tests/support/registers/staffed-register";

const PIECE = {
  source: { publisher: "Government", language: "en", ownership: "OFFICIAL" },
  kind: "OFFICIAL_STATEMENT",
  reliability: "B",
  credibility: 2,
};
const ATTACK = { trigger: "RENEWED_ATTACK" };

let register: StaffedRegister;
beforeAll(async () => {
  register = await staffedRegister();
  const input = { code: ATTACK.trigger, title: "Renewed attack", waiting: "DORMANT", since: "2026-01-06" };
  const met = triggerInput.parse({ ...input, state: "MET", evidence: [PIECE] });
  value(await recordTrigger(register.manager, met));
});
afterAll(() => register.close());

async function named(condition: Condition): Promise<string> {
  const pledge = aSentPledge({ participant: "SE" });
  const { reference, version } = value(await logPledge(register.officerNorth, pledge, LATER));
  value(await setCondition(register.officerNorth, { reference, ifMatch: version, condition }, LATER));
  return reference;
}

const asked = async (show: WaiterView): Promise<KeystoneDetails> =>
  value(await loadKeystone(register.auditor, ATTACK, { show, inferred: "with" }, LATER));

const shown = (details: KeystoneDetails): string =>
  renderToStaticMarkup(createElement(Waiters, { details, inferred: "with", names: {} }));

const LEAD = "no pledge waits for it any more";

test("what can no longer start anything is shown by all pledges that name it", async () => {
  const started = await named(ATTACK);
  for (const show of ["named", "frees", "freesAssumed"] as const) {
    const details = await asked(show);
    expect(details).toMatchObject({ view: "named", waiters: [{ reference: started }], mustEnd: false });
    expect(shown(details)).toContain("Pledges that name it");
    expect(shown(details)).toContain(LEAD);
    expect(shown(details)).toContain('aria-current="true"');
  }
  expect(await asked("necessary")).toMatchObject({ view: "necessary", waiters: [{ reference: started }] });
});

test("a pledge that waits for it to end waits still", async () => {
  const waiting = await named({ not: ATTACK });
  const details = await asked("named");
  expect(details.waiters).toContainEqual(
    expect.objectContaining({ reference: waiting, started: false, then: [ATTACK] }),
  );
  expect(details.mustEnd).toBe(true);
  expect(shown(details)).not.toContain(LEAD);
  expect(shown(await asked("necessary"))).not.toContain(LEAD);
});
