// Matches are found as by `matchAll`, without copying the pattern.
import fc from "fast-check";
import { expect, test } from "vitest";
import { matchesIn } from "@/lib/domain/base/sentences";

test("the same matches as by matchAll, also empty ones and beside letters of two units", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "é", "😀", " ") });
  const pattern = fc.constantFrom(/a/gu, /a*/gu, /(?=b)/gu, /(?:)/gu, /(?<one>a)|b/giu, /[^ ]+/gu);
  fc.assert(
    fc.property(text, pattern, fc.nat(9), (words, one, lastIndex) => {
      one.lastIndex = lastIndex;
      expect(matchesIn(words, one)).toEqual([...words.matchAll(new RegExp(one.source, one.flags))]);
      expect(one.lastIndex).toBe(0);
    }),
  );
});

test("a pattern without the flag g is refused, as by matchAll", () => {
  expect(() => matchesIn("aaa", /a/u)).toThrow(TypeError);
});
