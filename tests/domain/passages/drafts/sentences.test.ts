// More than two hundred sentences in the styles of communiqués, answers, agencies and leaders, each with what a person reads
// in it: data/sentences.txt.
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Language } from "@/lib/domain/base/language";
import { textIn } from "@/lib/domain/base/sentences";
import { linesOf, readIn } from "./said";

interface Row {
  isMissed: boolean;
  language: Language;
  speaker: string | null;
  text: string;
  truth: string[];
}

const LINES = readFileSync(path.resolve(import.meta.dirname, "data/sentences.txt"), "utf8").split("\n");
const ROWS = LINES.filter((line) => line !== "" && !line.startsWith("#")).map((line): Row => {
  const [who = "", text = "", truth = ""] = line.split(" | ");
  const [language = "", speaker = ""] = who.replace("? ", "").split(" ");
  return {
    isMissed: who.startsWith("? "),
    language: language as Language,
    speaker: speaker === "-" ? null : speaker,
    text: text.replaceAll("\\n", "\n"),
    truth: truth === "" ? [] : truth.trim().split(" ; "),
  };
});

/** Each line with the words of its conditions appended. */
function withConditions({ language, speaker, text }: Row): string[] {
  const found = readIn(language, speaker, text);
  return linesOf(found).map((line, index) =>
    [line, ...(found.drafts[index]?.conditions ?? []).map((one) => `{${textIn(text, one)}}`)].join(" "),
  );
}

describe.each(["en", "fr", "uk"] as const)("sentences, %s", (language) => {
  const rows = ROWS.filter((row) => row.language === language);
  test.each(rows.filter(({ isMissed }) => !isMissed))("$speaker: $text", (row) => {
    expect(withConditions(row)).toEqual(row.truth);
  });
  // Not read as a person reads them yet. Once one is, its mark must go.
  test.fails.each(rows.filter(({ isMissed }) => isMissed))("not yet, $speaker: $text", (row) => {
    expect(withConditions(row)).toEqual(row.truth);
  });
});
