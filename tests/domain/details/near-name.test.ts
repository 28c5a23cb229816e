import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { nearestName } from "@/lib/domain/details/near-name";

const KNOWN = ["participant", "priority", "stage", "class", "q", "sort", "cursor", "limit", "since", "asOf"];

describe("the nearest name", () => {
  test.each([
    ["asof", "asOf"],
    ["ASOF", "asOf"],
    ["as_of", "asOf"],
    ["as-of", "asOf"],
    ["as of", "asOf"],
    ["aOf", "asOf"],
    ["asOff", "asOf"],
    ["aosf", "asOf"],
    ["asOfDate", "asOf"],
    ["stge", "stage"],
    ["stages", "stage"],
    ["partcipants", "participant"],
    ["priortiy", "priority"],
    ["Q", "q"],
    ["clas", "class"],
  ])("%j means %s", (typed, meant) => {
    expect(nearestName(typed, KNOWN)).toBe(meant);
  });

  test.each(["", "x", "qq", "of", "id", "department", "utm_source", "constructor", "__proto__"])(
    "%j means none",
    (typed) => {
      expect(nearestName(typed, KNOWN)).toBeNull();
    },
  );

  test("is the name itself where it is known", () => {
    fc.assert(fc.property(fc.constantFrom(...KNOWN), (name) => nearestName(name, KNOWN) === name));
  });

  test("is a known one or none for any text, and none for one that is far too long", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (typed) => {
        expect([null, ...KNOWN]).toContain(nearestName(typed, KNOWN));
      }),
    );
    expect(nearestName(`asOf${"f".repeat(100_000)}`, KNOWN)).toBeNull();
  });
});
