// Patterns that know only European letters: among these they find the same as with all letters.
import { expect, test } from "vitest";
import { europeanPattern } from "@/lib/domain/passages/language-rules";

test.each([
  [String.raw`\p{L}+`, "Ærø", true],
  [String.raw`^[^\p{L}]$`, "7", true],
  [String.raw`^[^\p{L}]$`, "ї", false],
  [String.raw`^[\p{L}\p{M}\d]+$`, "и\u0306 7".replace(" ", ""), true],
  [String.raw`^\[\p{L}\]$`, "[Ω]", true],
  [String.raw`^\\p\{L\}$`, String.raw`\p{L}`, true],
  [String.raw`^\p{Lu}\p{L}*$`, "Łódź", true],
  [String.raw`^\p{L}$`, "«", false],
  [String.raw`^\p{L}$`, "中", false],
])("%s matches %j: %s", (source, text, found) => {
  expect(europeanPattern(source, "u").test(text)).toBe(found);
});

test("in the alphabets of Europe, a pattern knows exactly the letters and marks of Unicode", () => {
  const alphabets = [
    ["\u0000", "\u024f"],
    ["\u0300", "\u036f"],
    ["\u0370", "\u052f"],
    ["\u1e00", "\u1eff"],
  ] as const;
  for (const [first, last] of alphabets)
    for (let code = first.charCodeAt(0); code <= last.charCodeAt(0); code += 1)
      for (const source of [String.raw`^\p{L}$`, String.raw`^[^\p{L}]$`, String.raw`^[\p{M}]$`]) {
        const letter = String.fromCharCode(code);
        const inUnicode = new RegExp(source, "u").test(letter);
        expect(europeanPattern(source, "u").test(letter), `${source}, ${code.toString(16)}`).toBe(inUnicode);
      }
});
