import { expect, test } from "vitest";
import { tidy } from "@/lib/domain/import/cells/cell";
import { hasPiledMarks, visibleLine, visibleText } from "@/lib/domain/base/characters";

test.each([
  ["a line break of Word", "one\u000btwo", "one\ntwo"],
  ["a page break of a PDF", "one\ftwo", "one\ntwo"],
  ["other line breaks", "1\r\n2\r3\u00854\u20285\u20296", "1\n2\n3\n4\n5\n6"],
  ["NUL, a byte order mark and other control characters", "\ufeffa\u0000b\u001bc", "abc"],
  [
    "marks around text of another direction",
    "\u2067\u0633\u0644\u0627\u0645\u2069 \u202aup to\u202c 3",
    "\u0633\u0644\u0627\u0645 up to 3",
  ],
  ["tabs and line breaks, which stay", "a\tb\nc", "a\tb\nc"],
  ["letters, accents and emoji, which stay", "\u0407жак e\u0301 \u{1f600}", "\u0407жак e\u0301 \u{1f600}"],
  ["an override, which turns the digits round and stays to be refused", "\u202e0003", "\u202e0003"],
])("%s", (_what, text, plain) => {
  expect(visibleText(text)).toBe(plain);
  expect(visibleText(plain)).toBe(plain);
});

test("a field of one line gets blanks for line breaks and tabs", () => {
  expect(visibleLine("one\u000btwo\tthree\u2028four")).toBe("one two three four");
});

test.each(["\u200b", "\u00ad", "\u202c", "\ufeff"])("accents piled up around U+%s are cut", (unseen) => {
  const pile = `a${`${"\u0316".repeat(30)}${unseen}`.repeat(300)}`;
  expect(hasPiledMarks(pile)).toBe(false);
  expect(tidy(pile).normalize("NFD")).toBe(`a${"\u0316".repeat(30)}`);
});
