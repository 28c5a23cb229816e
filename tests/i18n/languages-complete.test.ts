// Every message exists in each language, with the same values.
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { LANGUAGES, type Language } from "@/lib/domain/base/language";
import { withLanguage } from "@/lib/i18n/reader";
import { translator } from "@/lib/i18n/translator";
import { shapeOf } from "../support/message-shape";

const FOLDER = path.resolve(import.meta.dirname, "../../lib/i18n/messages");
const OTHERS = LANGUAGES.filter((language) => language !== "en");

/** Plural forms of each language. French also has "many", but only for round millions, which read like the rest. */
const FORMS: Record<Language, readonly string[]> = {
  en: ["one", "other"],
  fr: ["one", "other"],
  uk: ["one", "few", "many", "other"],
};

/** Words that are the same in French, listed one by one so that nothing else is left in English. */
const SAME_IN_FRENCH = new Set(
  `Action Actions Administration Air Code Condition Conditions Contribution Contributions contribution Cycle Date Dense Description Documents Export
   Exports Important improbable Instrument instrument Menu Message Moment Note Note verbale Notes Organisation Page Pages
   Participant Participants participants Position Positions Ratification Remarque Restriction Sanctions Session Sessions
   Source Sources sources Tables Transaction Transit Type Version brigade brigades total`.split(/\s+/),
);

const files = readdirSync(path.join(FOLDER, "en"));
const textsOf = (language: Language, file: string): Map<string, string> =>
  new Map(flat(JSON.parse(readFileSync(path.join(FOLDER, language, file), "utf8")), ""));

function flat(node: unknown, at: string): [string, string][] {
  return typeof node === "string"
    ? [[at, node]]
    : Object.entries(node as object).flatMap(([key, one]) => flat(one, at === "" ? key : `${at} ${key}`));
}

test.each(files)("%s has no key twice", (file) => {
  for (const language of LANGUAGES) {
    const written = readFileSync(path.join(FOLDER, language, file), "utf8");
    // A second value would silently replace the first.
    const keys = written.match(/(?<=[{,]\s*)"(?:[^"\\]|\\.)*"(?=: )/g) ?? [];
    expect(keys.length, language).toBe(membersIn(JSON.parse(written)));
  }
});

const membersIn = (node: unknown): number =>
  typeof node === "string"
    ? 0
    : Object.values(node as object).reduce((sum: number, one) => sum + 1 + membersIn(one), 0);

describe.each(OTHERS)("%s", (language) => {
  test("has the files of English, and no others", () => {
    expect(readdirSync(path.join(FOLDER, language)).sort()).toEqual([...files].sort());
  });

  test.each(files)("%s has every key of English, with its values and its plural forms", (file) => {
    const [english, own] = [textsOf("en", file), textsOf(language, file)];
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, message] of own) {
      const [shape, wanted] = [shapeOf(message), shapeOf(english.get(key) ?? "")];
      expect([...shape.values].sort(), key).toEqual([...wanted.values].sort());
      expect([...shape.tags].sort(), key).toEqual([...wanted.tags].sort());
      for (const forms of shape.plurals) {
        const named = forms.filter((form) => !form.startsWith("="));
        if (named.join() !== "other") expect(named, key).toEqual(FORMS[language]);
      }
    }
  });

  test("nothing is left in English", () => {
    const left = files.flatMap((file) => {
      const english = textsOf("en", file);
      return [...textsOf(language, file)]
        .filter(([key, message]) => message === english.get(key) && !mayStay(language, message))
        .map(([key, message]) => `${file} ${key}: ${message}`);
    });
    expect(left).toEqual([]);
  });

  test("no message has a straight apostrophe, which would quote what follows", () => {
    const straight = files.flatMap((file) =>
      [...textsOf(language, file).values()].filter((one) => one.includes("'")),
    );
    expect(straight).toEqual([]);
  });
});

test("English has its plural forms, too", () => {
  for (const file of files)
    for (const [key, message] of textsOf("en", file))
      for (const forms of shapeOf(message).plurals) {
        const named = forms.filter((form) => !form.startsWith("="));
        if (named.join() !== "other") expect(named, `${file} ${key}`).toEqual(FORMS.en);
      }
});

test.each([
  ["en", "1 pledge", "2 pledges", "5 pledges", "21 pledges"],
  ["fr", "1 engagement", "2 engagements", "5 engagements", "21 engagements"],
  ["uk", "1 зобов’язання", "2 зобов’язання", "5 зобов’язань", "21 зобов’язання"],
] as const)("%s has the right plural of 1, 2, 5 and 21", (language, ...said) => {
  const t = translator("participants");
  expect([1, 2, 5, 21].map((count) => withLanguage(language, () => t("pledgeCount", { count })))).toEqual(
    said,
  );
});

test("the values, tags and forms of a message are found, and a message with a stray brace is refused", () => {
  expect(() => shapeOf("{count, plural, one {# item} other {# items}")).toThrow();
  expect(() => shapeOf("a } too many")).toThrow();
  const shape = shapeOf("<a>{n, plural, =0 {none} one {{name}} other {#}}</a>{of, select, x {} other {!}}");
  expect([...shape.values]).toEqual(["n", "name", "of"]);
  expect([[...shape.tags], shape.plurals]).toEqual([["a"], [["=0", "one", "other"]]]);
});

/** Signs, values and codes alone are the same in every language. */
function mayStay(language: Language, message: string): boolean {
  const words = message.replace(
    /\{\w+(, \w+(, (?=one|=0|other))?)?|\b(one|few|many|other)\b(?= \{)|[{}]/g,
    " ",
  );
  const own = words.match(/[\p{L}\p{N}.]+/gu) ?? [];
  const letters = own.filter((word) => /\p{L}/u.test(word) && word !== "Alt");
  return letters.length === 0 || (language === "fr" && letters.every((word) => SAME_IN_FRENCH.has(word)));
}
