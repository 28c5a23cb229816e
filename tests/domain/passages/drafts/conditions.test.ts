// Conditions as governments write them, none of them from a statement that the reader was written with.
import { expect, test } from "vitest";
import { textIn } from "@/lib/domain/base/sentences";
import type { Language } from "@/lib/domain/base/language";
import { readIn } from "./said";

const CASES: [Language, string, string[]][] = [
  [
    "en",
    "France will send 200 soldiers on two conditions: a firm ceasefire and the consent of parliament.",
    ["on two conditions: a firm ceasefire", "the consent of parliament"],
  ],
  [
    "en",
    "France will send 200 soldiers, provided that:\n- a ceasefire holds;\n- parliament agrees.",
    ["a ceasefire holds", "parliament agrees"],
  ],
  [
    "en",
    "From the first day of a ceasefire, France will send 200 soldiers.",
    ["From the first day of a ceasefire"],
  ],
  ["en", "Within 30 days of a ceasefire, France will send 200 soldiers.", ["Within 30 days of a ceasefire"]],
  ["en", "Within 30 days of this meeting, France will send 200 soldiers.", []],
  ["en", "France will send 200 soldiers and train recruits, if parliament agrees.", ["if parliament agrees"]],
  ["en", "Should a truce be agreed, France will send 200 soldiers.", ["Should a truce be agreed"]],
  [
    "en",
    "France will send 200 soldiers. The deployment is conditional on a vote of parliament.",
    ["conditional on a vote of parliament"],
  ],
  [
    "en",
    "France will send 200 soldiers, contingent on American support.",
    ["contingent on American support"],
  ],
  ["en", "At the request of Ukraine, France will send 200 soldiers.", ["At the request of Ukraine"]],
  [
    "en",
    "France will send 200 soldiers as soon as a peace agreement is signed.",
    ["as soon as a peace agreement is signed"],
  ],
  [
    "en",
    "Barring a vote of parliament against it, France will send 200 soldiers.",
    ["Barring a vote of parliament against it"],
  ],
  [
    "en",
    "France will send 200 soldiers given a mandate of the United Nations.",
    ["given a mandate of the United Nations"],
  ],
  [
    "fr",
    "La France enverra 200 soldats dès la signature d’un accord de paix.",
    ["dès la signature d’un accord de paix"],
  ],
  [
    "fr",
    "La France enverra 200 soldats dans les trente jours suivant le cessez-le-feu.",
    ["dans les trente jours suivant le cessez-le-feu"],
  ],
  [
    "fr",
    "La France enverra 200 soldats dans les 30 jours qui suivront le cessez-le-feu.",
    ["dans les 30 jours qui suivront le cessez-le-feu"],
  ],
  [
    "fr",
    "La France enverra 200 soldats 30 jours après le cessez-le-feu.",
    ["30 jours après le cessez-le-feu"],
  ],
  ["fr", "La France enverra 200 soldats dans les 30 jours suivant cette réunion.", []],
  ["fr", "La France enverra 200 soldats dans les 30 jours.", []],
  [
    "fr",
    "La France enverra 200 soldats à deux conditions : un cessez-le-feu durable et l’accord du Parlement.",
    ["à deux conditions : un cessez-le-feu durable", "l’accord du Parlement"],
  ],
  ["fr", "À la demande de l’Ukraine, la France enverra 200 soldats.", ["À la demande de l’Ukraine"]],
  [
    "fr",
    "La France enverra 200 soldats. Le déploiement sera soumis au vote du Parlement.",
    ["sera soumis au vote du Parlement"],
  ],
  [
    "fr",
    "La France enverra 200 soldats, dès lors que les Européens participent.",
    ["dès lors que les Européens participent"],
  ],
  ["fr", "Faute d’accord du Parlement, la France enverra 200 soldats.", ["Faute d’accord du Parlement"]],
  [
    "uk",
    "Франція надішле 200 військових за двох умов: припинення вогню і згода парламенту.",
    ["за двох умов: припинення вогню", "згода парламенту"],
  ],
  ["uk", "Від першого дня перемир’я Франція надішле 200 військових.", ["Від першого дня перемир’я"]],
  [
    "uk",
    "Протягом тридцяти днів після припинення вогню Франція надішле 200 військових.",
    ["Протягом тридцяти днів після припинення вогню"],
  ],
  [
    "uk",
    "Франція надішле 200 військових. Розгортання потребує згоди парламенту.",
    ["потребує згоди парламенту"],
  ],
  ["uk", "На прохання України Франція надішле 200 військових.", ["На прохання України"]],
  [
    "uk",
    "Франція надішле 200 військових і навчить новобранців, якщо парламент схвалить.",
    ["якщо парламент схвалить"],
  ],
];

test.each(CASES)("%s: %s", (language, text, expected) => {
  const [draft] = readIn(language, null, text).drafts;
  expect(draft?.conditions.map((one) => textIn(text, one))).toEqual(expected);
});
