import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonical, type Json } from "@/lib/domain/base/canonical";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { itemsOfCell, itemsOfPledge } from "@/lib/domain/history/snapshot-items";
import { DERIVATION_VERSION } from "@/lib/domain/unresolved/derivation-version";
import { aSmallRegister } from "@/tests/support/second/any/register";
import { asSnapshot } from "@/tests/support/second/register";

/** What follows from registers that are always the same. */
const FOLLOWS = { rules: 1, digest: "be596c380eb65c0c2967e93f9fd60ce9a885ca4d66361cbf67d654dbc5b667e5" };

test("where registers get other items than before, the version of the rules is raised", () => {
  const hash = createHash("sha256");
  for (const register of fc.sample(aSmallRegister, { seed: 17, numRuns: 150 })) {
    const world = asSnapshot(register);
    const items = [
      ...register.pledges.flatMap((pledge) => itemsOfPledge(world, pledge)),
      ...register.participants.flatMap((one) => PRIORITIES.flatMap((n) => itemsOfCell(world, one, n))),
    ];
    hash.update(canonical(items as unknown as Json));
  }
  // Raise DERIVATION_VERSION if a rule has changed what follows. Only the digest is new if the registers here are others than before.
  expect({ rules: DERIVATION_VERSION, digest: hash.digest("hex") }).toEqual(FOLLOWS);
});
