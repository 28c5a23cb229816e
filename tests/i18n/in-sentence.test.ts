import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { fieldInSentence } from "@/lib/i18n/words/domain-words";
import { cellMessageWords } from "@/lib/i18n/words/import-words";
import { inSentence } from "@/lib/i18n/words/in-sentence";
import { withLanguage } from "@/lib/i18n/reader";

test.each([
  ["Note verbale", "note verbale"],
  ["No troops in Ukraine", "no troops in Ukraine"],
  ["État", "état"],
  ["Повідомлення ЗМІ", "повідомлення ЗМІ"],
  ["SHA-256", "SHA-256"],
  ["ЗМІ", "ЗМІ"],
  ["5 d", "5 d"],
  ["", ""],
])("%j becomes %j within a sentence", (word, within) => {
  expect(inSentence(word)).toBe(within);
});

test("each part of a compound name starts with a small letter, unless it is an abbreviation", () => {
  expect(fieldInSentence("contributions.0.quantity")).toBe("contribution 1: quantity");
  expect(fieldInSentence("captured")).toBe("captured text, SHA-256");
  expect(withLanguage("fr", () => fieldInSentence("evidence.1.reliability"))).toBe(
    "preuve 2\u00a0: fiabilité",
  );
});

test("in a Ukrainian sentence a media report keeps the capitals of its abbreviation", () => {
  const params = { stage: "COMMITTED", kind: "MEDIA_REPORT" };
  expect(withLanguage("uk", () => cellMessageWords({ code: "evidence-missing", params }))).toContain(
    "повідомлення ЗМІ",
  );
});

test("no code lowercases a whole text, which may contain a name", () => {
  const root = path.resolve(import.meta.dirname, "../..");
  const made = ["lib/i18n", "components"].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !file.endsWith("in-sentence.ts"))
      .filter((file) => /\.to(Locale)?LowerCase\(/.test(readFileSync(path.join(root, folder, file), "utf8"))),
  );
  expect(made).toEqual([]);
});
