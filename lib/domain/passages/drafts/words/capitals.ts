// Capitals stand for their government where they act: "Bucarest ouvrira". They count right before a verb only, as an adjective
// of nationality does.
import { TakenSpans } from "../../../base/sentences";
import type { NamedSpan } from "../../names";

const CAPITALS: Readonly<Record<string, string>> = {
  AL: "Tirana|Tiranë|Тирана",
  AT: "Vienna|Vienne|Відень",
  AU: "Canberra|Канберра",
  BE: "Bruxelles|Brussels|Брюссель",
  BG: "Sofia|Софія",
  CA: "Ottawa|Оттава",
  CY: "Nicosia|Nicosie|Нікосія",
  CZ: "Prague|Прага",
  DE: "Berlin|Берлін",
  DK: "Copenhagen|Copenhague|Копенгаген",
  EE: "Tallinn|Таллінн|Таллін",
  ES: "Madrid|Мадрид",
  FI: "Helsinki|Гельсінкі",
  FR: "Paris|Париж",
  GB: "London|Londres|Лондон",
  GR: "Athens|Athènes|Афіни",
  HR: "Zagreb|Загреб",
  IE: "Dublin|Дублін",
  IS: "Reykjavik|Reykjavík|Рейк'явік",
  IT: "Rome|Рим",
  JP: "Tokyo|Токіо",
  LT: "Vilnius|Вільнюс",
  LU: "Luxembourg City",
  LV: "Riga|Рига",
  ME: "Podgorica|Подгориця",
  NL: "The Hague|La Haye|Гаага",
  NO: "Oslo|Осло",
  NZ: "Wellington|Веллінгтон",
  PL: "Warsaw|Varsovie|Варшава",
  PT: "Lisbon|Lisbonne|Лісабон",
  RO: "Bucharest|Bucarest|Бухарест",
  SE: "Stockholm|Стокгольм",
  SI: "Ljubljana|Любляна",
  TR: "Ankara|Анкара",
  UA: "Kyiv|Kiev|Київ",
  US: "Washington|Вашингтон",
};
const CODES = new Map(
  Object.entries(CAPITALS).flatMap(([code, words]) => words.split("|").map((word) => [word, code] as const)),
);
const PATTERN = new RegExp(`(?<![\\p{L}])(?:${[...CODES.keys()].join("|")})(?![\\p{L}])`, "gu");

export function capitalsIn(text: string, named: readonly NamedSpan[]): NamedSpan[] {
  const taken = new TakenSpans(text, named);
  return [...text.matchAll(PATTERN)].flatMap(({ index, 0: word }) => {
    const span = { start: index, end: index + word.length };
    return taken.has(span) ? [] : [{ ...span, code: CODES.get(word) ?? "", people: true }];
  });
}
