// The many ways to say one thing: each row is a sentence, or the words of a condition in a frame. data/wordings.txt.
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Language } from "@/lib/domain/base/language";
import { overlap } from "@/lib/domain/base/sentences";
import { earlierIn, read, readAmount, type TrueStatement } from "./score";

interface Wordings {
  language: Language;
  /** "before", "behind", "next": where a condition is; or what a person reads in each sentence. */
  kind: string;
  frame: string;
  rows: string[];
}

const GROUPS: Wordings[] = [];
for (const line of readFileSync(path.resolve(import.meta.dirname, "data/wordings.txt"), "utf8").split("\n")) {
  if (line.startsWith("@")) {
    const [head = "", frame = "{}"] = line.slice(1).split("|");
    const [language, kind = ""] = head.split(" ");
    GROUPS.push({ language: language as Language, kind, frame, rows: [] });
  } else if (line !== "" && !line.startsWith("#")) GROUPS.at(-1)?.rows.push(line);
}

const statement = (
  language: Language,
  text: string,
  repeats: TrueStatement["repeats"] = [],
): TrueStatement => ({
  ...{ id: "", language, date: "2026-03-10", speaker: null, text, pledges: [], refusals: [], repeats },
});
const earlierOf = (
  kind: "EQUIPMENT" | "TROOPS" | "OTHER",
  unit: string,
): TrueStatement["repeats"][number] => ({
  participants: ["NO"],
  kind,
  amount: { min: 300, max: 300, qualifier: "EXACT", unit, words: "" },
  quote: "",
});
/** The pledges on record that "the 300 vehicles announced in May" repeats. */
const ON_RECORD = earlierIn([
  statement("en", "", [
    earlierOf("EQUIPMENT", "vehicles"),
    earlierOf("TROOPS", "people"),
    earlierOf("OTHER", "people"),
  ]),
]);

function isRead(language: Language, kind: string, frame: string, row: string): boolean {
  const text = frame.replace("{}", () => row);
  const { drafts, refusals, repeats } = read(statement(language, text), kind === "repeat" ? ON_RECORD : []);
  const [draft] = drafts;
  const isAlone = drafts.length === 1 && refusals.length + repeats.length === 0;
  const said = draft && [draft.participant, draft.modality, draft.kind, readAmount(draft)].join(" ");
  const place = { start: text.indexOf(row), end: text.indexOf(row) + row.length };
  const isNorway = (one: { participant: string | null }): boolean => one.participant === "NO";
  switch (kind) {
    case "refuse":
      return drafts.length + repeats.length === 0 && refusals.some(isNorway);
    case "repeat":
      return drafts.length + refusals.length === 0 && repeats.some(isNorway);
    case "nothing":
      return drafts.length + refusals.length + repeats.length === 0;
    case "will":
    case "may":
      return isAlone && said === `NO ${kind.toUpperCase()} EQUIPMENT EXACT 300 300 things`;
    default:
      return (
        isAlone &&
        said === "NO WILL TROOPS EXACT 300 300 people" &&
        draft?.conditions.some((one) => overlap(one, place)) === true
      );
  }
}

describe("the many ways to say one thing", () => {
  test.each(GROUPS)("$language, $kind", ({ language, kind, frame, rows }) => {
    const missed = rows.filter((row) => !isRead(language, kind, frame, row.replace(/^\? /, "")));
    // Once one is read, its mark goes.
    expect(missed).toEqual(rows.filter((row) => row.startsWith("? ")));
  });
});
