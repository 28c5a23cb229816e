import { describe, expect, test } from "vitest";
import { LANGUAGES } from "@/lib/domain/base/language";
import { askedWords } from "@/lib/i18n/words/filter-words";
import { quantityWords } from "@/lib/i18n/words/domain-words";
import { withLanguage } from "@/lib/i18n/reader";
import { listedApart, labelled, quotedWords, withoutStop } from "@/lib/i18n/signs";
import { amountFigureWords as sideWords } from "@/components/pledges/amounts/words";

const inAll = <T>(say: () => T): T[] => LANGUAGES.map((language) => withLanguage(language, say));

describe("punctuation between words", () => {
  test("is that of each language", () => {
    expect(inAll(() => quotedWords("x"))).toEqual(["“x”", "«\u00a0x\u00a0»", "«x»"]);
    expect(inAll(() => labelled("a", "b"))).toEqual(["a: b", "a\u00a0: b", "a: b"]);
    expect(inAll(() => labelled("a\u00a0?", "b"))).toEqual(["a\u00a0? b", "a\u00a0? b", "a\u00a0? b"]);
    expect(inAll(() => listedApart(["a", "b"]))).toEqual(["a; b", "a\u00a0; b", "a; b"]);
  });

  test("is that of each language in a description of an address's filters", () => {
    const asked = new URLSearchParams("participant=FR,GB&stage=PLEDGED,COMMITTED&owner=none&x=y");
    expect(inAll(() => askedWords(asked))).toEqual([
      "participant: FR, GB; stage: Pledged, Committed; owner: none; x: y",
      "participant\u00a0: FR, GB\u00a0; stade\u00a0: Annoncé, Acté\u00a0; référent\u00a0: aucun\u00a0; x\u00a0: y",
      "учасник: FR, GB; стадія: Оголошене, Закріплене; відповідальний: немає; x: y",
    ]);
  });
});

test("amounts at each stage are written as the language writes figures", () => {
  const side = {
    low: "200000000.50",
    high: "200000000.50",
    about: false,
    numbered: 1,
    unnumbered: 0,
    sealed: 0,
  };
  expect(inAll(() => sideWords(side)?.replaceAll(/[\u00a0\u202f]/g, " "))).toEqual([
    "200,000,000.50",
    "200 000 000,50",
    "200 000 000,50",
  ]);
});

test("a quantity stated in words has its unit in the plural for many", () => {
  const quantity = {
    kind: "QUALITATIVE",
    min: null,
    max: null,
    unit: "PERSON",
    asStated: "кілька сотень",
  } as const;
  expect(withLanguage("uk", () => quantityWords(quantity))).toBe("«кілька сотень» (осіб)");
});

test("a typed sentence within ours does not add a second full stop", () => {
  expect(["Met by other means.", "Met by other means", "And so on… ", "v1.2"].map(withoutStop)).toEqual([
    "Met by other means",
    "Met by other means",
    "And so on",
    "v1.2",
  ]);
});
