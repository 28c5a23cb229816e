// The same declaration in French and in Ukrainian: the same is found in both, with the same meaning.
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { textIn } from "@/lib/domain/base/sentences";
import { suggest } from "@/lib/domain/passages/suggest";
import type { Known, Suggestion } from "@/lib/domain/passages/suggestion";
import { processorTime } from "../../support/processes/processor";

const DATA = path.resolve(import.meta.dirname, "../../passages/data");
const english = new Intl.DisplayNames("en", { type: "region" });
const CODES = "BE CA DE EE ES FR GB IT LT NL NO PL RO SE UA US".split(" ");
const known: Known = {
  participants: [
    ...CODES.map((code) => ({ code, names: { en: english.of(code) ?? code } })),
    { code: "NATO", names: { en: "NATO" } },
  ],
  triggers: [
    { code: "CEASEFIRE_IN_FORCE", title: "Ceasefire in force" },
    { code: "PEACE_AGREEMENT_SIGNED", title: "Peace agreement signed" },
    { code: "INTERNATIONAL_MANDATE", title: "International mandate given" },
  ],
  publishedOn: null,
};

const people = (kind: string, min: number | null, max: number | null, asStated: string) => ({
  kind,
  min,
  max,
  unit: "PERSON",
  asStated,
});
const trigger = (code: string) => ({ trigger: code });
const until = (end: string) => ({ start: null, end });

type Row = [words: string, type: Suggestion["type"], value: unknown];

const FRENCH: Row[] = [
  ["France", "participant", "FR"],
  ["Allemagne", "participant", "DE"],
  ["Royaume-Uni", "participant", "GB"],
  ["Suède", "participant", "SE"],
  ["Pologne", "participant", "PL"],
  ["Italie", "participant", "IT"],
  ["Espagne", "participant", "ES"],
  ["ukrainiens", "participant", "UA"],
  ["Madrid", "participant", "ES"],
  ["Belgique", "participant", "BE"],
  ["Canada", "participant", "CA"],
  ["Lituanie", "participant", "LT"],
  ["Pays-Bas", "participant", "NL"],
  ["Norvège", "participant", "NO"],
  ["Roumanie", "participant", "RO"],
  ["États-Unis", "participant", "US"],
  ["roumains", "participant", "RO"],
  ["estonienne", "participant", "EE"],
  ["6 janvier 2026", "date", "2026-01-06"],
  ["24 février", "date", "2026-02-24"],
  ["d’ici fin 2026", "window", until("2026-12-31")],
  ["6 000 soldats", "quantity", people("EXACT", 6000, 6000, "6 000 soldats")],
  ["400 soldats", "quantity", people("EXACT", 400, 400, "400 soldats")],
  ["entre 200 et 300 militaires", "quantity", people("RANGE", 200, 300, "entre 200 et 300 militaires")],
  ["plusieurs centaines de soldats", "quantity", people("QUALITATIVE", null, null, "plusieurs centaines")],
  ["jusqu’à 150 militaires", "quantity", people("UP_TO", 0, 150, "jusqu’à 150 militaires")],
  [
    "au moins 18 systèmes",
    "quantity",
    { ...people("AT_LEAST", 18, null, "au moins 18 systèmes"), unit: "SYSTEM" },
  ],
  ["Une compagnie", "quantity", { ...people("EXACT", 1, 1, "Une compagnie"), unit: "COMPANY" }],
  [
    "avions Gripen",
    "quantity",
    { kind: "NOT_STATED", min: null, max: null, unit: "AIRCRAFT", asStated: null },
  ],
  [
    "n’a pas donné de chiffre",
    "quantity",
    { kind: "SEALED", min: null, max: null, unit: "PERSON", asStated: null },
  ],
  ["11,5 milliards d’euros", "money", { amount: "11500000000", currency: "EUR" }],
  ["200 millions de livres sterling", "money", { amount: "200000000", currency: "GBP" }],
  ["2 milliards de dollars canadiens", "money", { amount: "2000000000", currency: "CAD" }],
  ["après un cessez-le-feu", "condition", trigger("CEASEFIRE_IN_FORCE")],
  ["si un accord de paix est signé", "condition", trigger("PEACE_AGREEMENT_SIGNED")],
  ["dès que les combats auront cessé", "condition", trigger("CEASEFIRE_IN_FORCE")],
  ["avec un mandat international", "condition", trigger("INTERNATIONAL_MANDATE")],
  ["garanties des États-Unis", "condition", { participant: "US" }],
  ["Bundestag", "approval", { kind: "PARLIAMENT_VOTE", body: "Bundestag" }],
  ["son gouvernement", "approval", { kind: "GOVERNMENT_DECISION", body: "Government" }],
  ["Parlement", "approval", { kind: "PARLIAMENT_VOTE", body: "Parlement" }],
  ["loin de la ligne de front", "caveat", "NOT_ON_CONTACT_LINE"],
  ["dans un rôle de soutien", "caveat", "SUPPORT_ROLE_ONLY"],
  ["pour six mois au plus", "caveat", "DURATION"],
  ["sur le territoire de l’OTAN", "caveat", "GEOGRAPHIC"],
  ["n’enverra pas de troupes en Ukraine", "stage", "DECLINED"],
  ["exclut l’envoi de soldats en Ukraine", "stage", "DECLINED"],
  ["surveillance du cessez-le-feu", "priority", 1],
  ["aide militaire", "priority", 2],
  ["formera", "priority", 2],
  ["déminage en mer Noire", "priority", 3],
  ["surveillance aérienne", "priority", 3],
];

const UKRAINIAN: Row[] = [
  ["Франція", "participant", "FR"],
  ["Німеччина", "participant", "DE"],
  ["Великою Британією", "participant", "GB"],
  ["Швеція", "participant", "SE"],
  ["Польща", "participant", "PL"],
  ["Італія", "participant", "IT"],
  ["Іспанія", "participant", "ES"],
  ["українських", "participant", "UA"],
  ["Мадрид", "participant", "ES"],
  ["Бельгія", "participant", "BE"],
  ["Канада", "participant", "CA"],
  ["Литва", "participant", "LT"],
  ["Нідерландів", "participant", "NL"],
  ["Норвегія", "participant", "NO"],
  ["Румунія", "participant", "RO"],
  ["Сполучених Штатів", "participant", "US"],
  ["румунські", "participant", "RO"],
  ["Естонії", "participant", "EE"],
  ["6 січня 2026 року", "date", "2026-01-06"],
  ["24 лютого", "date", "2026-02-24"],
  ["до кінця 2026 року", "window", until("2026-12-31")],
  ["6 000 військових", "quantity", people("EXACT", 6000, 6000, "6 000 військових")],
  ["400 українських військових", "quantity", people("EXACT", 400, 400, "400 українських військових")],
  [
    "від 200 до 300 військовослужбовців",
    "quantity",
    people("RANGE", 200, 300, "від 200 до 300 військовослужбовців"),
  ],
  ["кілька сотень військових", "quantity", people("QUALITATIVE", null, null, "кілька сотень")],
  ["до 150 осіб", "quantity", people("UP_TO", 0, 150, "до 150 осіб")],
  [
    "щонайменше 18 систем",
    "quantity",
    { ...people("AT_LEAST", 18, null, "щонайменше 18 систем"), unit: "SYSTEM" },
  ],
  ["Одна рота", "quantity", { ...people("EXACT", 1, 1, "Одна рота"), unit: "COMPANY" }],
  [
    "літаки Gripen",
    "quantity",
    { kind: "NOT_STATED", min: null, max: null, unit: "AIRCRAFT", asStated: null },
  ],
  [
    "не назвав чисельності",
    "quantity",
    { kind: "SEALED", min: null, max: null, unit: "PERSON", asStated: null },
  ],
  ["11,5 млрд євро", "money", { amount: "11500000000", currency: "EUR" }],
  ["200 млн фунтів стерлінгів", "money", { amount: "200000000", currency: "GBP" }],
  ["2 млрд канадських доларів", "money", { amount: "2000000000", currency: "CAD" }],
  ["після припинення вогню", "condition", trigger("CEASEFIRE_IN_FORCE")],
  ["якщо буде підписано мирну угоду", "condition", trigger("PEACE_AGREEMENT_SIGNED")],
  ["щойно припиняться бої", "condition", trigger("CEASEFIRE_IN_FORCE")],
  ["за наявності міжнародного мандата", "condition", trigger("INTERNATIONAL_MANDATE")],
  ["гарантії Сполучених Штатів", "condition", { participant: "US" }],
  ["Бундестаг", "approval", { kind: "PARLIAMENT_VOTE", body: "Bundestag" }],
  ["уряд", "approval", { kind: "GOVERNMENT_DECISION", body: "Government" }],
  ["згодою парламенту", "approval", { kind: "PARLIAMENT_VOTE", body: "парламент" }],
  ["далеко від лінії фронту", "caveat", "NOT_ON_CONTACT_LINE"],
  ["в ролі підтримки", "caveat", "SUPPORT_ROLE_ONLY"],
  ["не довше шести місяців", "caveat", "DURATION"],
  ["на території НАТО", "caveat", "GEOGRAPHIC"],
  ["не надсилатиме військ в Україну", "stage", "DECLINED"],
  ["виключає відправлення військових в Україну", "stage", "DECLINED"],
  ["моніторингу припинення вогню", "priority", 1],
  ["військової допомоги", "priority", 2],
  ["навчатиме", "priority", 2],
  ["розмінування у Чорному морі", "priority", 3],
  ["патрулювання повітряного простору", "priority", 3],
];

test.each([
  "Франція ",
  "Великою Британією ",
  "не назва ",
  "якщо а, ",
  "після ",
  "гарантії ",
  "рішення парламенту ",
  "українських ",
  "l’Italie ",
  "n’a pas ",
  "pour six mois ",
  "si a, ",
  "garanties de ",
  "son gouvernement ",
  "avions A1-",
  "до кінця ",
])("a hundred thousand characters of %j are read within three seconds", async (part) => {
  const long = part.repeat(Math.ceil(100_000 / part.length)).slice(0, 100_000);
  expect(await processorTime(() => suggest(long, known))).toBeLessThan(3_000);
});

describe.each([
  ["French", "french.txt", FRENCH],
  ["Ukrainian", "ukrainian.txt", UKRAINIAN],
])("%s", (_language, file, rows) => {
  const text = readFileSync(path.join(DATA, file), "utf8");
  const found = suggest(text, known);

  test.each(rows)("%s: %s", (words, type, value) => {
    expect(text).toContain(words);
    const meant = found.filter((one) => one.type === type && textIn(text, one) === words);
    expect(meant.map((one) => one.value)).toContainEqual(value);
  });

  test("the same is found again", () => {
    expect(suggest(text, known)).toEqual(found);
  });

  test("nothing else is a sum, a day, a refusal or a window", () => {
    for (const type of ["money", "date", "stage", "window"] as const)
      expect(found.filter((one) => one.type === type)).toHaveLength(
        rows.filter((row) => row[1] === type).length,
      );
  });
});
