// The verifier compares each sealed number with its hash in the log, and reveals none.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verdictIn, verifyRegister } from "@/lib/db/verify/verify";
import { aContribution } from "@/tests/support/cast";
import { change, changed, logged, openRegister, type TestRegister } from "../register";

let register: TestRegister;
beforeAll(async () => {
  register = await openRegister({ sealed: true });
  const { manager, source } = register;
  const pledge = await change(manager, (tx) => logged(tx, source));
  const id = pledge.contributions[0]?.id ?? randomUUID();
  for (const min of [74_219, 74_220])
    await change(manager, async (tx) => {
      const number = { min, max: null, unit: "PERSON" as const };
      const commitment = await tx.keepSealed(pledge, id, number);
      const quantity = {
        kind: "SEALED" as const,
        min: null,
        max: null,
        unit: number.unit,
        asStated: null,
        commitment,
      };
      return changed(tx, pledge.reference, { contributions: [aContribution({ id, quantity })] });
    });
});
afterAll(() => register.close());

test("numbers as they were entered are intact, also one that another replaced", async () => {
  expect(await verifyRegister()).toMatchObject({ intact: true });
});

test.each([
  ["a number changed", "UPDATE sealed_quantity SET min = min + 1", /FR-3-001: a sealed number isn't the one/],
  ["its salt", "UPDATE sealed_quantity SET salt = repeat('a', 64)", /isn't the one/],
  ["its unit", "UPDATE sealed_quantity SET unit = 'BRIGADE' WHERE min = 74220", /isn't the one/],
  ["what it is of", "UPDATE sealed_quantity SET contribution_id = gen_random_uuid()", /isn't the one/],
  [
    "an old one taken out",
    "DELETE FROM sealed_quantity WHERE min = 74219",
    /gone, though the log holds its hash/,
  ],
  [
    "its hash on the line",
    "UPDATE contribution SET quantity_commitment = repeat('a', 64)",
    /FR-3-001: it isn't what/,
  ],
])("%s is found", async (_what, statement, fault) => {
  const { owner } = register;
  await owner.query("BEGIN");
  try {
    for (const table of ["sealed_quantity", "contribution"])
      await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    await owner.query(statement);
    const verdict = await verdictIn(owner);
    expect(verdict).toMatchObject({ intact: false, fault: expect.stringMatching(fault) as string });
    expect(JSON.stringify(verdict)).not.toMatch(/\b742\d\d\b/);
  } finally {
    await owner.query("ROLLBACK");
  }
});
