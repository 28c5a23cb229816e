import { describe, expect, test } from "vitest";
import { contrast, DEFICIENCIES, difference, seenWith } from "./colour";
import { readTokens, THEMES } from "./tokens";

const token = readTokens();
const FAMILIES = ["neutral", "moving", "waiting", "blocked", "done"] as const;
const RAMP = ["u0", "u1", "u2", "u3", "u4", "u5"] as const;
const GROUNDS = ["surface", "bg", "sunken", "selected"] as const;

const WORDS: [string, string][] = [
  ...GROUNDS.flatMap((ground) => ["text", "muted", "link"].map((ink): [string, string] => [ink, ground])),
  ["subtle", "surface"],
  ["subtle", "bg"],
  ["ink-invert", "text"],
  ["ink-invert", "accent"],
  ["text", "highlight"],
  ...["moving", "waiting", "blocked", "done"].map((family): [string, string] => ["text", `${family}-tint`]),
  ["muted", "moving-tint"],
  ...FAMILIES.map((family): [string, string] => [`${family}-ink`, `${family}-tint`]),
  ...FAMILIES.map((family): [string, string] => [`${family}-ink`, "surface"]),
  ...RAMP.map((step): [string, string] => [`${step}-ink`, step]),
];
const MARKS: [string, string][] = [
  ...FAMILIES.map((family): [string, string] => [family, "surface"]),
  ["control", "surface"],
  ["rule-strong", "surface"],
  ["focus-ring", "surface"],
  ["focus-ring", "focus-inset"],
];

describe.each(THEMES)("in the %s theme", (theme) => {
  const ratio = (ink: string, ground: string) => contrast(token(ink, theme), token(ground, theme));

  test.each(WORDS)("words in %s on %s have a contrast of 4.5:1", (ink, ground) => {
    expect(ratio(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(MARKS)("the mark %s on %s has a contrast of 3:1", (mark, ground) => {
    expect(ratio(mark, ground)).toBeGreaterThanOrEqual(3);
  });

  test("each step of the ramp has more contrast than the one before", () => {
    RAMP.slice(1).reduce<string>((before, step) => {
      expect(ratio(step, "u0") / ratio(before, "u0")).toBeGreaterThan(1.12);
      return step;
    }, "u0");
  });

  const pairs = FAMILIES.flatMap((a, i) => FAMILIES.slice(i + 1).map((b) => [a, b] as const));
  test.each(pairs)("%s and %s are told apart with full colour vision", (a, b) => {
    expect(difference(token(a, theme), token(b, theme))).toBeGreaterThanOrEqual(10);
  });

  describe.each(Object.keys(DEFICIENCIES) as (keyof typeof DEFICIENCIES)[])("seen with %s", (deficiency) => {
    test.each(pairs)("%s and %s are told apart", (a, b) => {
      const seen = (name: string) => seenWith(deficiency, token(name, theme));
      expect(difference(seen(a), seen(b))).toBeGreaterThanOrEqual(5);
    });
  });
});
