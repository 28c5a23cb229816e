import { expect, test } from "vitest";
import { LANGUAGES } from "@/lib/domain/base/language";
import type { Question } from "@/lib/domain/oversight/question";
import { questionLetter } from "@/lib/i18n/words/question-letter";
import { withLanguage } from "@/lib/i18n/reader";
import { NOW, officer } from "../support/cast";

const asked: Question = {
  id: "11111111-1111-4111-8111-111111111111",
  reference: "Q-0007",
  participant: "FR",
  priority: 3,
  pledge: "FR-3-001",
  code: null,
  askedOf: "Ministère des Armées",
  text: "À partir de quand ?",
  language: "fr",
  dueOn: "2026-03-01",
  authorId: officer.id,
  entries: [],
  version: 1,
  createdAt: NOW,
  updatedAt: NOW,
};

test.each(LANGUAGES)(
  "a letter is entirely in the language of its question, for a reader in %s",
  (language) => {
    expect(withLanguage(language, () => questionLetter(asked, true))).toEqual({
      subject: "FR-3-001\u00a0: question Q-0007",
      text:
        "À partir de quand ?\n\n" +
        "Nous vous serions reconnaissants d’une réponse d’ici au 1er mars 2026.\n\n" +
        "Notre référence\u00a0: Q-0007, FR-3-001\nDiffusion\u00a0: Réservée à la coalition",
    });
  },
);

test("a letter ends in the reader's language if the language of its question is not stated", () => {
  const letter = questionLetter({ ...asked, language: null, dueOn: null }, false);
  expect(letter.text).toBe("À partir de quand ?\n\nOur reference: Q-0007, FR-3-001");
  const own = withLanguage("uk", () => questionLetter({ ...asked, language: null, dueOn: null }, false));
  expect(own.text).toContain("Наше посилання: Q-0007");
});
