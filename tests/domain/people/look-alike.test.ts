import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hasInvisible, likenessOf } from "@/lib/domain/people/look-alike";

const KOVALENKO = "Anna Kovalenko";

describe("who can be taken for whom", () => {
  test.each([
    ["the same", KOVALENKO, "same"],
    ["other case", "anna KOVALENKO", "same"],
    ["more space", " Anna  Kovalenko ", "same"],
    ["an accent taken apart", "Zoe\u0308 Exemple", null],
    ["a Cyrillic a", "Ann\u0430 Kovalenko", "look-alike"],
    ["a Greek omicron", "Anna K\u03bfvalenko", "look-alike"],
    ["an Armenian oh", "Anna K\u0585valenko", "look-alike"],
    ["a mathematical letter", "\u{1d400}nna Kovalenko", "look-alike"],
    ["a full-width letter", "\uff21nna Kovalenko", "look-alike"],
    ["a digit for a letter", "Anna K0valenko", null],
    ["a longer dash", "Anna\u2010Kovalenko", null],
    ["another name", "Anna Kovalenk", null],
    ["the same with a word that tells them apart", "Anna Kovalenko (Kyiv)", null],
    [
      "what another alphabet really writes",
      "\u0410\u043d\u043d\u0430 \u041a\u043e\u0432\u0430\u043b\u0435\u043d\u043a\u043e",
      null,
    ],
  ])("%s: %s is %s", (_, other, likeness) => expect(likenessOf(KOVALENKO, other)).toBe(likeness));

  test.each([
    ["Zo\u00eb Exemple", "Zoe\u0308 Exemple", "same"],
    ["\u0406\u0432\u0430\u043d", "\u0407\u0432\u0430\u043d", null],
    ["\u0421\u0410\u041e", "CAO", "look-alike"],
    ["Ian Smith", "lan Smith", "look-alike"],
    ["Ian Smith", "Lan Smith", null],
    ["O\u2019Neill", "O'Neill", "look-alike"],
    ["marne@ministry.example", "mame@ministry.example", "look-alike"],
    ["paypal@ministry.example", "paypa1@ministry.example", "look-alike"],
    ["kim-2@ministry.example", "kim-3@ministry.example", null],
  ])("%s and %s: %s", (a, b, likeness) => {
    expect(likenessOf(a, b)).toBe(likeness);
    expect(likenessOf(b, a)).toBe(likeness);
  });

  test("likeness is the same both ways, and each name is the same as itself", () => {
    const name = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(likenessOf(a, a)).toBe("same");
        expect(likenessOf(a, b)).toBe(likenessOf(b, a));
      }),
    );
  });
});

describe("what can't be seen", () => {
  test.each([
    ["zero-width space", "\u200b"],
    ["zero-width joiner", "\u200d"],
    ["word joiner", "\u2060"],
    ["right-to-left mark", "\u200f"],
    ["right-to-left override", "\u202e"],
    ["isolate", "\u2066"],
    ["byte order mark", "\ufeff"],
    ["soft hyphen", "\u00ad"],
    ["Hangul filler", "\u3164"],
    ["braille blank", "\u2800"],
    ["no-break space", "\u00a0"],
    ["variation selector", "\ufe0f"],
    ["tag letter", "\u{e0061}"],
    ["control", "\u0007"],
    ["private letter", "\ue000"],
  ])("%s is found", (_, sign) => expect(hasInvisible(`Anna${sign} Kovalenko`)).toBe(true));

  test.each([
    "Anna Kovalenko",
    "\u041e\u043b\u0435\u043d\u0430 \u0428\u0435\u0432\u0447\u0435\u043d\u043a\u043e",
    "J\u00f3zef \u017b\u00f3\u0142kiewski",
    "O\u2019Neill-Smith, Jr. (2)",
    "\u1026\u1031",
    "\u6771\u4eac",
  ])("%s is entirely visible", (name) => expect(hasInvisible(name)).toBe(false));
});
