// Capitals stand for their government where they act: "Bucarest ouvrira". They count right before a verb only, as an adjective
// of nationality does.
import { TakenSpans, matchesIn } from "../../../base/sentences";
import { seatsIn } from "../../conditions";
import { namesInText, type NamedSpan } from "../../names";
import type { TextLine } from "../lines";
import type { StatementContext } from "../statement";
import { codesOf, groupsOf, STRANGER } from "../clauses/who";

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

/** "У Берліні розглядають …": its government. */
const SEATS: Readonly<Record<string, string>> = {
  ...{ AT: "Відні", AU: "Канберрі", BG: "Софії", CA: "Оттаві", CY: "Нікосії", CZ: "Празі", DE: "Берліні" },
  ...{ DK: "Копенгагені", EE: "Таллінні", ES: "Мадриді", FI: "Гельсінкі", FR: "Парижі", GB: "Лондоні" },
  ...{
    GR: "Афінах",
    HR: "Загребі",
    IE: "Дубліні",
    IS: "Рейк'явіку",
    IT: "Римі",
    JP: "Токіо",
    LT: "Вільнюсі",
  },
  ...{
    LV: "Ризі",
    NL: "Гаазі",
    NO: "Осло",
    NZ: "Веллінгтоні",
    PL: "Варшаві",
    PT: "Лісабоні",
    RO: "Бухаресті",
  },
  ...{ SE: "Стокгольмі", SI: "Любляні", TR: "Анкарі", US: "Вашингтоні" },
};
const SEATED = new Map(Object.entries(SEATS).map(([code, place]) => [place, code]));
const AT_SEAT = new RegExp(
  `(?<![\\p{L}])[УуВв] (${[...SEATED.keys()].join("|")})(?= (?:не )?(?!(?:підпис|домов|зустр|прове|пройш|відб|відкр|обгов))(?:\\p{L}{3,}(?:ють|ять|ать|уть|ли)|готові|налаштовані)(?![\\p{L}]))`,
  "gu",
);

function capitalsIn(text: string, named: readonly NamedSpan[]): NamedSpan[] {
  const taken = new TakenSpans(text, named);
  const seats = matchesIn(text, AT_SEAT).map(({ index, 0: { length }, 1: place = "" }) => ({
    ...{ start: index, end: index + length, code: SEATED.get(place) ?? "", people: true },
  }));
  const capitals = matchesIn(text, PATTERN).map(({ index, 0: word }) => ({
    ...{ start: index, end: index + word.length, code: CODES.get(word) ?? "", people: true },
  }));
  return [...seats, ...capitals].filter((one) => !taken.has(one));
}

/** Who may do what a text says, in its order: by name, nationality or capital. */
export function actorsIn(text: string, { participants }: StatementContext): NamedSpan[] {
  const { codes, states } = statesFor(participants);
  const named = namesInText(text, states).map((one) => ({
    ...one,
    code: codes.has(one.code) ? one.code : STRANGER,
    // "the President of the French Republic".
    people:
      one.people &&
      !/^ Republic(?![\p{L}])/u.test(text.slice(one.end, one.end + 10)) &&
      !/(?<![\p{L}])République $/u.test(text.slice(Math.max(0, one.start - 14), one.start)),
  }));
  // "the IT Coalition" isn't Italy's.
  const sure = named.filter(
    ({ start, end, code }) =>
      (end - start > 2 || code.length > 2 || /^(?:GB|US|EU)$/.test(code)) &&
      !IN_A_NAME.test(text.slice(Math.max(0, start - 16), start)),
  );
  return [...sure, ...seatsIn(text, sure), ...capitalsIn(text, sure)].sort((a, b) => a.start - b.start);
}

/** The same for each part of a text: the readers of names are made once for a list. */
function statesFor(participants: Participants): { codes: ReadonlySet<string>; states: Participants } {
  const before = made.get(participants);
  if (before) return before;
  const codes = new Set(participants.map(({ code }) => code));
  const others = OTHER_STATES.filter((code) => !codes.has(code)).map((code) => ({ code, names: {} }));
  const states = { codes, states: [...participants, ...others] };
  made.set(participants, states);
  return states;
}
type Participants = StatementContext["participants"];
const made = new WeakMap<Participants, ReturnType<typeof statesFor>>();

/** "the Multinational Force Ukraine" isn't Ukraine, nor are "доларів США" the United States. */
const IN_A_NAME =
  /(?<![\p{L}])(?:Force|Mission|EUMAM|Coalition|Facility|Fund|Initiative|Fonds|Multinationale|долар\p{L}*) $/u;
/** Texts report what these do, but it is no participant's promise. */
const OTHER_STATES =
  "HU SK RU BY CN KR KP CH RS MD GE AM AZ IN BR ZA IL IR KZ MX SA AE QA VN BA MK MT AL IQ SY PK".split(" ");

/** Who a joint text speaks for: the largest group of names in its first lines. */
export function signedBy(text: string, lines: readonly TextLine[], names: readonly NamedSpan[]): string[] {
  if (lines.slice(0, TITLE_LINES).every((line) => text.slice(line.start, line.end).search(JOINT) < 0))
    return [];
  const groupsIn = (most: number): string[][] =>
    lines.slice(0, most).map((line) => {
      const within = names.filter(
        ({ start, end, people, code }) =>
          start >= line.start &&
          end <= line.end &&
          !people &&
          // "our support to Ukraine".
          !(code === "UA" && FOR_IT.test(text.slice(Math.max(0, start - 12), start))),
      );
      // "We, the leaders of Denmark and Norway, met the President of Ukraine": those named in one breath.
      const groups = groupsOf(text, within, line.tongue).map(codesOf);
      return (
        groups.find(({ length }) => length > 1) ??
        codesOf(within).filter((code, index) => index === 0 || code !== "UA")
      );
    });
  const largestIn = (most: number): string[] | undefined =>
    groupsIn(most)
      .filter((codes) => codes.length > 1)
      .sort((a, b) => b.length - a.length)[0];
  return largestIn(TITLE_LINES) ?? largestIn(INTRODUCTION) ?? [];
}
const INTRODUCTION = 5;

const FOR_IT = /(?<![\p{L}])(?:to|for|in|on|with|à|pour|en|sur|для|в|у|про) (?:l['’])?$/iu;
const TITLE_LINES = 3;
const JOINT = /joint|statement|declaration|déclaration|communiqué|conjoint|заява|комюніке|декларація/iu;
