import fc from "fast-check";
import { expect, test } from "vitest";
import { canonical, isSameJson, type Json } from "@/lib/domain/base/canonical";

test("RFC 8785, 3.2.2 and 3.2.3: the example in its canonical form", () => {
  const value: Json = {
    numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\u002f",
    literals: [null, true, false],
  };
  expect(canonical(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test("RFC 8785, 3.2.3: keys sort by UTF-16 code units", () => {
  const value: Json = {
    "\u20ac": "Euro Sign",
    "\r": "Carriage Return",
    "\ufb33": "Hebrew Letter Dalet With Dagesh",
    "1": "One",
    "\ud83d\ude00": "Emoji: Grinning Face",
    "\u0080": "Control",
    "\u00f6": "Latin Small Letter O With Diaeresis",
  };
  const order = [...canonical(value).matchAll(/:"([^"]+)"/g)].map((match) => match[1]);
  expect(order).toEqual([
    "Carriage Return",
    "One",
    "Control",
    "Latin Small Letter O With Diaeresis",
    "Euro Sign",
    "Emoji: Grinning Face",
    "Hebrew Letter Dalet With Dagesh",
  ]);
});

test.each([
  [0, "0"],
  [-0, "0"],
  [5e-324, "5e-324"],
  [1.7976931348623157e308, "1.7976931348623157e+308"],
  [9007199254740992, "9007199254740992"],
  [295147905179352830000, "295147905179352830000"],
  [9.999999999999997e22, "9.999999999999997e+22"],
  [1e23, "1e+23"],
  [999999999999999700000, "999999999999999700000"],
  [1e21, "1e+21"],
  [9.999999999999997e-7, "9.999999999999997e-7"],
  [0.000001, "0.000001"],
  [333333333.33333325, "333333333.33333325"],
  [-0.0000033333333333333333, "-0.0000033333333333333333"],
  [1424953923781206.2, "1424953923781206.2"],
])("RFC 8785, appendix B: %d", (number, text) => expect(canonical(number)).toBe(text));

test.each([NaN, Infinity, -Infinity])("%d has no canonical form", (number) => {
  expect(() => canonical(number)).toThrow(TypeError);
});

test("a lone surrogate has no canonical form, as value or as key", () => {
  expect(() => canonical("\ud800")).toThrow(TypeError);
  expect(() => canonical({ "\udc00": 1 })).toThrow(TypeError);
});

test("a canonical form that is parsed and written again is the same text", () => {
  const plain = fc.jsonValue({ noUnicodeString: false }) as fc.Arbitrary<Json>;
  fc.assert(
    fc.property(plain, (value) => {
      const text = canonical(value);
      expect(canonical(JSON.parse(text) as Json)).toBe(text);
    }),
  );
});

test("two values are the same when their canonical forms are", () => {
  const few = fc.letrec<{ json: Json }>((tie) => ({
    json: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom(null, true, 0, -0, 1, "", "0", "null"),
      fc.array(tie("json"), { maxLength: 2 }),
      fc.dictionary(fc.constantFrom("a", "b", "0"), tie("json"), { maxKeys: 2 }),
    ),
  })).json;
  fc.assert(
    fc.property(few, few, (one, other) => {
      expect(isSameJson(one, other)).toBe(canonical(one) === canonical(other));
      expect(isSameJson(one, structuredClone(one))).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
