import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { FindingWords } from "@/components/oversight/findings/words";
import { faultWords } from "@/lib/i18n/words/fault-words";
import { withLanguage } from "@/lib/i18n/reader";
import { translator } from "@/lib/i18n/translator";

test.each(["constructor", "__proto__", "toString", "constructor.name"])(
  "%s, which every object has, is not a message",
  (key) => {
    expect(translator("fields").has(key)).toBe(false);
  },
);

test("a fault with such a name is shown like any unknown one", () => {
  expect(faultWords({ field: "password", code: "constructor", minutes: 0 }, "profile")).toEqual([
    { message: translator("profile")("failed") },
  ]);
});

test("a key, a group or a word that isn't there does not compile", () => {
  const t = translator("pledges");
  const typed = (words: FindingWords, stage: "PLEDGED" | "COMMITTED"): string[] => [
    words.textHint,
    translator("domain")(`stage.${stage}`),
    // @ts-expect-error -- no such key
    t("filter.raeson"),
    // @ts-expect-error -- no such code
    translator("domain")(`stageAsks.${stage}S`),
    // @ts-expect-error -- a group is no text
    t("filter"),
    // @ts-expect-error -- no such group
    t.ofCode("filters", stage),
  ];
  // @ts-expect-error -- no such word
  const word: keyof FindingWords = "textHnit";
  expect(word).toBe("textHnit");
  expect(typed).toBeTypeOf("function");
  expect(t.has("filter.stage")).toBe(true);
  expect(t.has("filter")).toBe(false);
});

test("a code without a text is shown as it is", () => {
  expect(translator("domain").ofCode("stage", "COMMITTED")).toBe("Committed");
  expect(translator("domain").ofCode("stage", "FORGOTTEN")).toBe("FORGOTTEN");
  expect(translator("domain").ofCode("priority", 3)).toBe("Deterrent force");
});

test.each([
  ["en", "needed <b>200 people</b>"],
  ["fr", "besoin\u00a0: <b>200 people</b>"],
  ["uk", "потрібно: <b>200 people</b>"],
] as const)("a sentence in %s contains the elements of its tags", (language, said) => {
  const b = (inside: ReactNode) => createElement("b", null, inside);
  const sentence = withLanguage(language, () =>
    translator("requirements").rich("needed", { amount: "200 people", b }),
  );
  expect(renderToStaticMarkup(sentence)).toBe(said);
});

test.each([
  ["en", "none of 8 needs are met by firm offers", "1 of 8 needs is met by firm offers"],
  [
    "fr",
    "aucun besoin sur 8 n’est couvert par des offres fermes",
    "1 besoin sur 8 est couvert par des offres fermes",
  ],
  ["uk", "тверді оферти покривають 0 з 8", "тверді оферти покривають 1 з 8"],
] as const)("in %s the briefing's headline says of how many needs", (language, none, one) => {
  const said = (met: number) =>
    withLanguage(language, () => translator("briefing")("sheet.met", { met, needs: 8 }));
  expect([said(0), said(1)]).toEqual([none, one]);
});
