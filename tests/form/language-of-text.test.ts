// The language of a source, by its text.
import { describe, expect, test } from "vitest";
import { readdirSync, readFileSync } from "node:fs";
import {
  textLanguage,
  withEvidence,
  withLanguageOf,
} from "@/components/pledges/pledge-form/language-of-text";
import { NEW_EVIDENCE, NEW_SOURCE } from "@/components/pledges/pledge-form/draft";

const DATA = new URL("../domain/passages/drafts/data/", import.meta.url);

test("each statement's language is found", () => {
  const statements = readdirSync(DATA)
    .filter((name) => name.endsWith(".json"))
    .flatMap(
      (name) =>
        JSON.parse(readFileSync(new URL(name, DATA), "utf8")) as {
          id: string;
          language: string;
          text: string;
        }[],
    );
  expect(statements.length).toBeGreaterThan(400);
  expect(statements.filter(({ language, text }) => textLanguage(text) !== language)).toEqual([]);
});

const GERMAN = `Deutschland wird der Ukraine im kommenden Jahr weitere Systeme zur Flugabwehr liefern und die Ausbildung
  ihrer Soldaten fortsetzen. Das hat der Bundeskanzler heute nach einem Treffen mit seinen Partnern in Berlin erklärt. Über
  eine Beteiligung an einer Truppe entscheidet der Bundestag, sobald ein Waffenstillstand vereinbart ist.`;
const DUTCH = `Nederland stelt volgend jaar opnieuw geld beschikbaar voor de aankoop van drones door Oekraïne. Dat heeft de
  minister van Defensie vandaag in Den Haag bekendgemaakt. Over deelname aan een troepenmacht besluit het kabinet pas nadat
  er een staakt-het-vuren is gesloten, en alleen met instemming van de Tweede Kamer.`;

test.each([
  ["", null],
  ["Drei Systeme", null],
  ["До 250 інструкторів", "uk"],
  ["Россия выступает против размещения войск", null],
  ["Nous enverrons 250 instructeurs pour les former", "fr"],
  ["We will send 250 instructors", "en"],
  ["We will send 250 instructors to Kyiv (Київ). Слава Україні!", "en"],
  ["Франція надасть ракети SCALP EG і Mistral", "uk"],
  ["Le Monde and Les Echos report that the President of France will send 250 instructors to Ukraine", "en"],
  [GERMAN, ""],
  [DUTCH, ""],
])("of “%s” it is %j", (text, language) => {
  expect(textLanguage(text)).toBe(language);
});

describe("a new source's language", () => {
  const uk = "До 250 інструкторів";
  const follows = (language: string, before: string, now: string) =>
    withLanguageOf({ ...NEW_SOURCE, language }, before, now).language;

  test("follows the text", () => {
    expect(follows("en", "", uk)).toBe("uk");
    expect(follows("uk", uk, "")).toBe("en");
    expect(follows("en", "", GERMAN)).toBe("");
    const piece = { source: NEW_SOURCE, evidence: NEW_EVIDENCE };
    expect(withEvidence(piece, { quote: uk })).toMatchObject({
      source: { language: "uk" },
      evidence: { quote: uk },
    });
    expect(withEvidence(piece, { reliability: "A" }).source).toEqual(NEW_SOURCE);
  });

  test("stays if somebody entered it, or the source is on record", () => {
    expect(follows("pl", "", uk)).toBe("pl");
    expect(withLanguageOf({ ...NEW_SOURCE, id: "1" }, "", uk).language).toBe("en");
  });
});
