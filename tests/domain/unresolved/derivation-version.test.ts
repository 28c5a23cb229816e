import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { canonical, type Json } from "@/lib/domain/base/canonical";
import { PRIORITIES } from "@/lib/domain/base/priority";
import { itemsOfCell, itemsOfPledge } from "@/lib/domain/history/snapshot-items";
import { DERIVATION_VERSION } from "@/lib/domain/unresolved/derivation-version";
import { aSmallRegister } from "@/tests/support/second/any/register";
import { asSnapshot } from "@/tests/support/second/register";

/** The digest of the items that fixed registers get. */
const FOLLOWS = { rules: 2, digest: "88e7737ac81b856236227b41a3488853e5e120ca0c93415d05a18064f3e60f8d" };

test("fixed registers get the same items while the version of the rules is the same", () => {
  const hash = createHash("sha256");
  for (const register of fc.sample(aSmallRegister, { seed: 17, numRuns: 150 })) {
    const snapshot = asSnapshot(register);
    const items = [
      ...register.pledges.flatMap((pledge) => itemsOfPledge(snapshot, pledge)),
      ...register.participants.flatMap((one) => PRIORITIES.flatMap((n) => itemsOfCell(snapshot, one, n))),
    ];
    hash.update(canonical(items as unknown as Json));
  }
  // Raise DERIVATION_VERSION if a rule changed the items. If only these registers changed, update the digest.
  expect({ rules: DERIVATION_VERSION, digest: hash.digest("hex") }).toEqual(FOLLOWS);
});
