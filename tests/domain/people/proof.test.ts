import { expect, test } from "vitest";
import { isProofFresh } from "@/lib/domain/people/actor";
import { asksForPower } from "@/lib/domain/people/person";

test.each([
  [0, true],
  [299_000, true],
  [299_999, true],
  [300_000, false],
  [16 * 3_600_000, false],
])("a proof %d ms ago is fresh: %s", (ago, fresh) => {
  expect(isProofFresh({ proof: { ago, byCode: false, byPasskey: false } })).toBe(fresh);
});

test("background work has no session, and nothing to prove", () => {
  expect(isProofFresh({})).toBe(true);
});

test.each([
  [{ role: "MANAGER" as const }, true],
  [{ role: "ADMIN" as const }, true],
  [{ role: "OFFICER" as const, sealed: true }, true],
  [{ disabled: false }, true],
  [{ role: "OFFICER" as const, sealed: false }, false],
  [{ role: "AUDITOR" as const }, false],
  [{ name: "Another name" }, false],
  [{ disabled: true }, false],
])("%o gives power: %s", (change, gives) => {
  expect(asksForPower(change)).toBe(gives);
});
