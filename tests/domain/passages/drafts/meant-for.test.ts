import { expect, test } from "vitest";
import { read, type TrueStatement } from "./score";

const saidBy = (language: TrueStatement["language"], text: string): TrueStatement => ({
  id: "one",
  language,
  date: "2026-09-01",
  speaker: "FI",
  text,
  pledges: [],
  refusals: [],
  repeats: [],
});

test.each<[TrueStatement["language"], string]>([
  ["fr", "Nous construirons un abri pour 600 personnes à Kherson."],
  ["en", "We will provide winter clothing for 20,000 soldiers."],
  ["uk", "Ми збудуємо укриття для 600 людей у Херсоні."],
])("%s: people whom something is meant for are no amount: %s", (language, text) => {
  expect(read(saidBy(language, text), []).drafts.filter(({ quantity }) => quantity !== null)).toEqual([]);
});

test("people who are trained are an amount", () => {
  const [draft] = read(
    saidBy("fr", "Nous organiserons une formation pour 600 soldats ukrainiens."),
    [],
  ).drafts;
  expect(draft).toMatchObject({ kind: "TRAINING", quantity: { kind: "EXACT", min: 600 } });
});
