// How the cells that officers write are read. Nothing that can be read in two ways is guessed.
import fc from "fast-check";
import { expect, test } from "vitest";
import { amountIn } from "@/lib/domain/import/cells/amount";
import { isFormula, wordKey, tidy } from "@/lib/domain/import/cells/cell";
import {
  contributionKindIn,
  domainIn,
  evidenceKindIn,
  locationIn,
  stageIn,
} from "@/lib/domain/import/cells/coded";
import { conditionIn } from "@/lib/domain/import/cells/condition";
import { alphaTwo } from "@/lib/domain/import/cells/country-codes";
import { dayInCell } from "@/lib/domain/import/cells/day";
import { guarded } from "@/lib/domain/import/cells/guarded";
import { participantReader } from "@/lib/domain/import/cells/participant";
import { priorityIn } from "@/lib/domain/import/cells/priority";
import { languageIn } from "@/lib/domain/import/cells/text";
import { unitNamed } from "@/lib/domain/import/amounts/units";
import { CONTRIBUTION_KINDS, DOMAINS } from "@/lib/domain/pledge/contribution";
import { EVIDENCE_KINDS } from "@/lib/domain/pledge/evidence";
import { columnLetter, guessColumns } from "@/lib/domain/import/import-columns";
import { titleKey } from "@/lib/domain/import/import-row";
import type { BoundedMoney } from "@/lib/domain/pledge/money";
import { NOT_STATED, UNITS } from "@/lib/domain/pledge/quantity";
import { STAGES } from "@/lib/domain/pledge/stages";

const CODES =
  "FR GB DE AL AT AU BE BG CA CY CZ DK EE ES FI GR HR IE IS IT JP LT LU LV ME NL NO NZ PL PT RO SE SI TR UA US".split(
    " ",
  );
const participantIn = participantReader([
  ...CODES.map((code) => ({ code, names: {} })),
  { code: "EU", names: { en: "European Union", uk: "Європейський Союз" } },
  { code: "NATO", names: { en: "NATO" } },
]);

/** The value, or the code of the message. */
const answer = <T>(read: { ok: true; value: T } | { ok: false; message: { code: string } }): T | string =>
  read.ok ? read.value : read.message.code;

test.each([
  ["FR", "FR"],
  ["fra", "FR"],
  ["France", "FR"],
  ["la France", "FR"],
  ["Франція", "FR"],
  ["Frankreich", "FR"],
  ["UK", "GB"],
  ["U.K.", "GB"],
  ["Great Britain", "GB"],
  ["Royaume-Uni", "GB"],
  ["Велика Британія", "GB"],
  ["Vereinigtes Königreich", "GB"],
  ["Deutschland", "DE"],
  ["Allemagne", "DE"],
  ["Німеччина", "DE"],
  ["DEU", "DE"],
  ["Türkiye", "TR"],
  ["Turkey", "TR"],
  ["TURKIYE", "TR"],
  ["Turquie", "TR"],
  ["Czech Republic", "CZ"],
  ["Česko", "CZ"],
  ["czechia", "CZ"],
  ["The Netherlands", "NL"],
  ["les Pays-Bas", "NL"],
  ["Holland", "NL"],
  ["Nederland", "NL"],
  ["USA", "US"],
  ["U.S.", "US"],
  ["United States of America", "US"],
  ["les États-Unis", "US"],
  ["США", "US"],
  ["Hellas", "GR"],
  ["EL", "GR"],
  ["Ελλάδα", "GR"],
  ["España", "ES"],
  ["Österreich", "AT"],
  ["Suomi", "FI"],
  ["Éire", "IE"],
  ["EU", "EU"],
  ["UE", "EU"],
  ["ЄС", "EU"],
  ["OTAN", "NATO"],
  ["Україна", "UA"],
  ["日本", "JP"],
  ["Ruritania", "unknown-participant"],
  ["Slovakia", "unknown-participant"],
  ["F", "unknown-participant"],
])("%s is %s", (cell, code) => {
  expect(answer(participantIn(cell))).toBe(code);
});

test("every three-letter code stands for a two-letter code of its own, which is a country", () => {
  const pairs = [...alphaTwo()];
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  expect(new Set(pairs.map(([three]) => three)).size).toBe(pairs.length);
  expect(new Set(pairs.map(([, two]) => two)).size).toBe(pairs.length);
  expect(pairs.filter(([three, two]) => !/^[A-Z]{3}$/.test(three) || names.of(two) === undefined)).toEqual(
    [],
  );
});

test.each([
  ["2026-01-06", "2026-01-06"],
  ["2026/1/6", "2026-01-06"],
  ["2026-01-06T18:00:00Z", "2026-01-06"],
  ["6 Jan 2026", "2026-01-06"],
  ["6th January 2026", "2026-01-06"],
  ["January 6, 2026", "2026-01-06"],
  ["6-Jan-2026", "2026-01-06"],
  ["6 janv. 2026", "2026-01-06"],
  ["le 6 janvier 2026", "2026-01-06"],
  ["1er février 2026", "2026-02-01"],
  ["6. Januar 2026", "2026-01-06"],
  ["6. März 2026", "2026-03-06"],
  ["6 січня 2026", "2026-01-06"],
  ["6 січня 2026 р.", "2026-01-06"],
  ["10 вер. 2025", "2025-09-10"],
  ["6 de enero de 2026", "2026-01-06"],
  ["6 stycznia 2026", "2026-01-06"],
  ["06.01.2026", "2026-01-06"],
  ["6.1.2026", "2026-01-06"],
  ["16/03/2025", "2025-03-16"],
  ["03/16/2025", "2025-03-16"],
  ["05/05/2025", "2025-05-05"],
  ["06/01/2026", "ambiguous-date"],
  ["6-1-2026", "ambiguous-date"],
  ["6.1.26", "two-digit-year"],
  ["6 Jan 26", "two-digit-year"],
  ["30 Feb 2026", "bad-date"],
  ["31.04.2026", "bad-date"],
  ["2026-13-01", "bad-date"],
  ["01.16.2026", "bad-date"],
  ["March 2025", "date-not-whole"],
  ["2025", "date-not-whole"],
  ["Q1 2026", "date-not-whole"],
  ["46028", "bad-date"],
  ["soon", "bad-date"],
])("the day %s is read as %s", (cell, day) => {
  expect(answer(dayInCell(cell))).toBe(day);
});

test.each([
  ["1899-01-01", "far"],
  ["6 Jan 2226", "far"],
  ["31.12.1899", "far"],
  ["16/03/1025", "far"],
  ["1900-02-30", "none"],
  ["2199-12-32", "none"],
  ["soon", "unread"],
])("the day %s is refused as %s", (cell, why) => {
  expect(dayInCell(cell)).toMatchObject({ ok: false, message: { code: "bad-date", params: { why } } });
});

test("any day is read back with dots, and otherwise unless refused", () => {
  const days = fc.date({ min: new Date("1990-01-01"), max: new Date("2100-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(
      days,
      fc.constantFrom("en-GB", "fr", "de", "uk", "en-US", "es", "it", "pt", "sv", "lt"),
      (date, language) => {
        const iso = date.toISOString().slice(0, 10);
        const inWords = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(
          date,
        );
        const read = dayInCell(inWords);
        // A month's name that means different months in two languages is refused.
        expect(read.ok ? read.value : iso).toBe(iso);
        const [year = "", month = "", day = ""] = iso.split("-");
        expect(answer(dayInCell(`${day}.${month}.${year}`))).toBe(iso);
        const slashed = dayInCell(`${day}/${month}/${year}`);
        expect(slashed.ok ? slashed.value : iso).toBe(iso);
      },
    ),
  );
});

const quantity = (kind: string, min: number | null, max: number | null, asStated: string | null = null) => ({
  kind,
  min,
  max,
  asStated,
});

test.each([
  ["", quantity("NOT_STATED", null, null)],
  ["not stated", quantity("NOT_STATED", null, null)],
  ["non précisé", quantity("NOT_STATED", null, null)],
  ["n/a", quantity("NOT_STATED", null, null)],
  ["none stated", quantity("NOT_STATED", null, null)],
  ["t.b.d.", quantity("NOT_STATED", null, null)],
  ["To be determined", quantity("NOT_STATED", null, null)],
  ["à préciser", quantity("NOT_STATED", null, null)],
  ["не уточнено", quantity("NOT_STATED", null, null)],
  ["буде уточнено", quantity("NOT_STATED", null, null)],
  ["–", quantity("NOT_STATED", null, null)],
  ["не названо", quantity("NOT_STATED", null, null)],
  ["sealed", quantity("SEALED", null, null)],
  ["vertraulich", quantity("SEALED", null, null)],
  ["1", quantity("EXACT", 1, 1)],
  ["1,500", quantity("EXACT", 1500, 1500)],
  ["1.500", quantity("EXACT", 1500, 1500)],
  ["1 500", quantity("EXACT", 1500, 1500)],
  ["12'000", quantity("EXACT", 12000, 12000)],
  ["1.5 million", quantity("EXACT", 1_500_000, 1_500_000)],
  ["2k", quantity("EXACT", 2000, 2000)],
  ["2,5 тис", quantity("EXACT", 2500, 2500)],
  ["100-200", quantity("RANGE", 100, 200)],
  ["100–200", quantity("RANGE", 100, 200)],
  ["between 100 and 200", quantity("RANGE", 100, 200)],
  ["from 100 to 200", quantity("RANGE", 100, 200)],
  ["entre 100 et 200", quantity("RANGE", 100, 200)],
  ["100 bis 200", quantity("RANGE", 100, 200)],
  ["від 100 до 200", quantity("RANGE", 100, 200)],
  ["2-3 thousand", quantity("RANGE", 2000, 3000)],
  ["about 100-200", quantity("RANGE", 100, 200, "about 100-200")],
  [">= 400", quantity("AT_LEAST", 400, null)],
  ["at least 400", quantity("AT_LEAST", 400, null)],
  ["400+", quantity("AT_LEAST", 400, null)],
  ["more than 400", quantity("AT_LEAST", 400, null)],
  ["au moins 400", quantity("AT_LEAST", 400, null)],
  ["понад 400", quantity("AT_LEAST", 400, null)],
  ["ab 400", quantity("AT_LEAST", 400, null)],
  ["400 or more", quantity("AT_LEAST", 400, null)],
  ["up to 30", quantity("UP_TO", 0, 30)],
  ["≤ 30", quantity("UP_TO", 0, 30)],
  ["max. 30", quantity("UP_TO", 0, 30)],
  ["jusqu'à 30", quantity("UP_TO", 0, 30)],
  ["bis zu 30", quantity("UP_TO", 0, 30)],
  ["fewer than 30", quantity("UP_TO", 0, 30)],
  ["c. 70", quantity("APPROXIMATE", 70, 70, "c. 70")],
  ["about 200", quantity("APPROXIMATE", 200, 200, "about 200")],
  ["~70", quantity("APPROXIMATE", 70, 70, "~70")],
  ["env. 70", quantity("APPROXIMATE", 70, 70, "env. 70")],
  ["rund 70", quantity("APPROXIMATE", 70, 70, "rund 70")],
  ["близько 70", quantity("APPROXIMATE", 70, 70, "близько 70")],
  ["six thousand", quantity("EXACT", 6000, 6000, "six thousand")],
  ["up to six thousand", quantity("UP_TO", 0, 6000, "up to six thousand")],
  ["trois cents", quantity("EXACT", 300, 300, "trois cents")],
  ["deux à trois mille", quantity("RANGE", 2000, 3000, "deux à trois mille")],
  ["близько шести тисяч", quantity("APPROXIMATE", 6000, 6000, "близько шести тисяч")],
  ["400 at most", quantity("UP_TO", 0, 400)],
  ["a", quantity("QUALITATIVE", null, null, "a")],
  ["a €5 package", quantity("QUALITATIVE", null, null, "a €5 package")],
  ["six eight", quantity("QUALITATIVE", null, null, "six eight")],
  ["one in five", quantity("QUALITATIVE", null, null, "one in five")],
  ["several hundred", quantity("QUALITATIVE", null, null, "several hundred")],
  ["small", quantity("QUALITATIVE", null, null, "small")],
  ["200 a month", quantity("QUALITATIVE", null, null, "200 a month")],
  ["2 bn", quantity("QUALITATIVE", null, null, "2 bn")],
])("how many: %s", (cell, wanted) => {
  const read = amountIn(cell, "");
  expect(read).toMatchObject({ ok: true, value: { quantity: wanted, money: null } });
});

test.each([
  ["200 troops", "", "PERSON"],
  ["2 companies", "", "COMPANY"],
  ["10", "ships", "SHIP"],
  ["10 navires", "", "SHIP"],
  ["5", "Літаків", "AIRCRAFT"],
  ["50", "places per year", "PLACE_PER_YEAR"],
  ["", "persons", "PERSON"],
])("of what: %s %s", (cell, unit, wanted) => {
  expect(amountIn(cell, unit)).toMatchObject({ ok: true, value: { quantity: { unit: wanted } } });
});

test.each([
  ["£200m", "200000000", "GBP"],
  ["C$2 bn", "2000000000", "CAD"],
  ["C$892m", "892000000", "CAD"],
  ["1,5 Mio. €", "1500000", "EUR"],
  ["€1 bn", "1000000000", "EUR"],
  ["NOK 10 billion", "10000000000", "NOK"],
  ["CAD 2,000,000,000", "2000000000", "CAD"],
  ["EUR 2 000 000 000", "2000000000", "EUR"],
  ["US$ 3.25", "3.25", "USD"],
  ["200 Millionen Euro", "200000000", "EUR"],
  ["2 milliards d’euros", "2000000000", "EUR"],
  ["200 millions de livres sterling", "200000000", "GBP"],
  ["3 milliards de dollars canadiens", "3000000000", "CAD"],
  ["200 млн фунтів стерлінгів", "200000000", "GBP"],
  ["2 млрд канадських доларів", "2000000000", "CAD"],
  ["2 milliards euros", "2000000000", "EUR"],
  ["40 млн грн", "40000000", "UAH"],
  ["1.234.567,89 €", "1234567.89", "EUR"],
  ["1,234,567.89 GBP", "1234567.89", "GBP"],
  ["300 zł", "300", "PLN"],
  ["$200m", "which-currency", ""],
  ["200 kr", "which-currency", ""],
  ["€1.234 bn", "ambiguous-number", ""],
])("money: %s", (cell, amount, currency) => {
  const read = amountIn(cell, "");
  if (currency === "") expect(answer(read)).toBe(amount);
  else
    expect(read).toMatchObject({
      ok: true,
      value: { money: { amount, currency }, quantity: { kind: "NOT_STATED", min: null } },
    });
});

const sum = (kind: BoundedMoney["kind"], min: string, max: string | null, currency: string) => ({
  ...{ kind, min, max, currency },
});

test.each<[string, object]>([
  ["about €1 bn", sum("APPROXIMATE", "1000000000", "1000000000", "EUR")],
  ["~£1.6bn", sum("APPROXIMATE", "1600000000", "1600000000", "GBP")],
  ["at least €1bn", sum("AT_LEAST", "1000000000", null, "EUR")],
  ["up to €2bn", sum("UP_TO", "0", "2000000000", "EUR")],
  ["€2bn at most", sum("UP_TO", "0", "2000000000", "EUR")],
  ["€1–2 bn", sum("RANGE", "1000000000", "2000000000", "EUR")],
  ["about €1–2 bn", sum("RANGE", "1000000000", "2000000000", "EUR")],
  ["between €1bn and €2bn", sum("RANGE", "1000000000", "2000000000", "EUR")],
  ["jusqu’à 2 milliards d’euros", sum("UP_TO", "0", "2000000000", "EUR")],
  ["environ 1,5 milliard d’euros", sum("APPROXIMATE", "1500000000", "1500000000", "EUR")],
  ["понад 2 млрд євро", sum("AT_LEAST", "2000000000", null, "EUR")],
  ["близько 1,6 млрд євро", sum("APPROXIMATE", "1600000000", "1600000000", "EUR")],
])("%s is never exact: it keeps its bound and its words", (cell, money) => {
  expect(amountIn(tidy(cell), "")).toEqual({
    ok: true,
    value: { quantity: NOT_STATED, money: { ...money, asStated: cell } },
  });
});

test.each(["€1 bn a year", "up to €1–2 bn"])("%s is no sum, and stays as words with a note", (cell) => {
  expect(amountIn(tidy(cell), "")).toEqual({
    ok: true,
    note: { code: "sum-as-words", params: { text: cell } },
    value: {
      quantity: { kind: "QUALITATIVE", min: null, max: null, unit: null, asStated: cell },
      money: null,
    },
  });
});

test("a currency in its own column is used", () => {
  expect(amountIn("2,5 Mio.", "EUR")).toMatchObject({
    ok: true,
    value: { money: { amount: "2500000", currency: "EUR" } },
  });
  expect(amountIn("about 2,5 Mio.", "EUR")).toMatchObject({
    ok: true,
    value: { money: { kind: "APPROXIMATE", min: "2500000", currency: "EUR", asStated: "about 2,5 Mio." } },
  });
});

test.each(["€1", "1 000 ", "£ 1", "between 1 and "])(
  "a cell full of %j is longer than any amount, and stays as words",
  (piece) => {
    const cell = piece.repeat(Math.floor(10_000 / piece.length));
    expect(amountIn(cell, "PERSON")).toMatchObject({
      ok: true,
      value: { quantity: { kind: "QUALITATIVE" } },
    });
  },
);

test.each([
  ["500-200", "", "min-above-max"],
  ["-5", "", "negative-quantity"],
  ["2.5", "", "not-whole"],
  ["1,50,0", "", "not-a-number"],
  ["5", "spoons", "unknown-unit"],
  ["5 ships", "persons", "two-units"],
  ["sealed 500", "", "sealed-number"],
  ["at least 5-6", "", "two-bounds"],
  ["9999999999999", "", "quantity-too-large"],
])("%s %s is refused: %s", (cell, unit, code) => {
  expect(answer(amountIn(cell, unit))).toBe(code);
});

test("any whole number is read back, with any mark between its thousands", () => {
  fc.assert(
    fc.property(fc.nat(999_999_999), fc.constantFrom(",", ".", " ", "'", ""), (number, mark) => {
      const written = String(number).replace(/\B(?=(\d{3})+$)/g, mark);
      expect(amountIn(written, "")).toMatchObject({
        ok: true,
        value: { quantity: { kind: "EXACT", min: number, max: number } },
      });
    }),
  );
});

test("no cell makes the readers throw; ranges are in order, and days well formed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.string({ maxLength: 8 }), (cell, unit) => {
      const read = amountIn(tidy(cell), tidy(unit));
      if (read.ok && read.value.quantity.kind === "RANGE")
        expect(read.value.quantity.min).toBeLessThanOrEqual(read.value.quantity.max ?? -1);
      const day = dayInCell(tidy(cell));
      if (day.ok) expect(day.value).toMatch(/^\d{4}-\d\d-\d\d$/);
      participantIn(cell);
      priorityIn(cell);
    }),
  );
});

test.each([
  ["3", 3],
  ["P3", 3],
  ["Priority 3", 3],
  ["5 – Defence cooperation", 5],
  ["Defence cooperation", 5],
  ["response to aggression", 4],
  ["Пріоритет 2", 2],
  ["priorité n° 1", "unknown-priority"],
  ["6", "unknown-priority"],
  ["0", "unknown-priority"],
  ["3.5", "unknown-priority"],
  ["3 – Defence cooperation", "two-priorities"],
  ["Something", "unknown-priority"],
])("priority: %s is %s", (cell, wanted) => {
  expect(answer(priorityIn(cell))).toBe(wanted);
});

test("every code is read as itself, with blanks, hyphens or underscores, in any case", () => {
  const spelled = (code: string): string[] => [
    code,
    code.toLowerCase(),
    code.replaceAll("_", " "),
    ` ${code.toLowerCase().replaceAll("_", "-")} `,
  ];
  for (const [codes, reader] of [
    [STAGES, stageIn],
    [CONTRIBUTION_KINDS, contributionKindIn],
    [DOMAINS, domainIn],
    [EVIDENCE_KINDS, evidenceKindIn],
  ] as const)
    for (const code of codes) for (const text of spelled(code)) expect(answer(reader(tidy(text)))).toBe(code);
  for (const unit of UNITS) expect(unitNamed(unit.replaceAll("_", " "))).toBe(unit);
});

test.each(["not stated", "unknown", "n/a", "non précisé", "не зазначено", "Unspecified"])(
  "“%s” is an unstated kind, domain and place",
  (cell) => {
    expect([contributionKindIn, domainIn, locationIn].map((reader) => answer(reader(cell)))).toEqual([
      "OTHER",
      "UNSTATED",
      "UNSTATED",
    ]);
  },
);

test.each(["Other or not stated", "Autre ou non précisé", "Інше або не зазначено"])(
  "kind: “%s”, as our pages say it, is read back",
  (cell) => {
    expect(answer(contributionKindIn(cell))).toBe("OTHER");
  },
);

test("triggers on record are read from conditions, and the rest stays as words", () => {
  const known = new Set(["CEASEFIRE_IN_FORCE", "PEACE_AGREEMENT_SIGNED", "UKRAINE_REQUEST", "OWN_FACT"]);
  expect(conditionIn("ceasefire; request by Ukraine; US backing", known)).toEqual({
    condition: { all: [{ trigger: "CEASEFIRE_IN_FORCE" }, { trigger: "UKRAINE_REQUEST" }] },
    left: ["US backing"],
  });
  expect(conditionIn("ceasefire or peace agreement", known).condition).toEqual({
    any: [{ trigger: "CEASEFIRE_IN_FORCE" }, { trigger: "PEACE_AGREEMENT_SIGNED" }],
  });
  expect(conditionIn("after a peace deal; own fact", known).condition).toEqual({
    all: [{ trigger: "PEACE_AGREEMENT_SIGNED" }, { trigger: "OWN_FACT" }],
  });
  expect(conditionIn("CEASEFIRE_IN_FORCE and UKRAINE_REQUEST", known).condition).toEqual({
    all: [{ trigger: "CEASEFIRE_IN_FORCE" }, { trigger: "UKRAINE_REQUEST" }],
  });
  expect(conditionIn("ceasefire and request or peace agreement", known).condition).toBeNull();
  expect(conditionIn("international mandate", known)).toEqual({
    condition: null,
    left: ["international mandate"],
  });
});

test.each([
  "-",
  "–",
  "none",
  "n/a",
  "N/A",
  "?",
  "No conditions",
  "aucune",
  "Sans condition",
  "немає",
  "н/д",
  "без умов",
])("conditions: “%s” states none, and isn’t kept as words", (cell) => {
  expect(conditionIn(cell, new Set())).toEqual({ condition: null, left: [] });
});

test("conditions: words that say that there are some are kept", () => {
  for (const cell of [
    ...["to be agreed", "undisclosed", "None but a ceasefire", "not before the vote"],
    ...["TBD", "t.b.c.", "TBA", "not yet known", "à préciser", "не уточнено"],
  ])
    expect(conditionIn(cell, new Set()).left).toEqual([cell]);
});

test("formulas are told apart from text, and the apostrophe of our own tables is removed", () => {
  for (const cell of [
    "=1+1",
    ' =HYPERLINK("x")',
    "＝A1",
    "@SUM(A1)",
    "+cmd|x",
    "-IMPORTDATA(x)",
    "-2+3+cmd|' /C calc'!A0",
  ])
    expect(isFormula(cell), cell).toBe(true);
  for (const cell of ["- Support (phase 1)", "- a | b", "+3 ships", "-5", "@home", "1=1", "'=x"])
    expect(isFormula(cell), cell).toBe(false);
  for (const text of [
    "=Title",
    "- ships",
    "Needs:\n- ships\n- crews",
    "'quoted'",
    "''quoted''",
    "'-5",
    "Ready; -5",
  ])
    expect(tidy(guarded(text))).toBe(text);
  for (const text of ["'s Hertogenbosch", "''Bastion'' of sensors"]) expect(tidy(text)).toBe(text);
});

test("a language is read from its tag or name", () => {
  expect(
    [languageIn("en"), languageIn("French"), languageIn("українська"), languageIn("Deutsch")].map(answer),
  ).toEqual(["en", "fr", "uk", "de"]);
  expect(answer(languageIn("Klingonese!"))).toBe("unknown-language");
});

test("columns are guessed from headings in several languages, and then from the cells below", () => {
  const isParticipant = (cell: string): boolean => participantIn(cell).ok;
  expect(guessColumns(["Pays", "Priorité", "Titre", "Statut"], [], isParticipant)).toEqual({
    participant: 0,
    priority: 1,
    title: 2,
    stage: 3,
  });
  const rows = [
    ["Pledged", "2026-01-06", "France", "https://x.org"],
    ["Signalled", "2026-01-07", "UK", "https://y.org"],
  ];
  expect(guessColumns(["x", "y", "z", "w"], rows, isParticipant)).toEqual({
    stage: 0,
    statedOn: 1,
    participant: 2,
    url: 3,
  });
  expect([0, 25, 26, 701, 702].map(columnLetter)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]);
});

test("titles are the same whatever their case, punctuation and blanks, but not with other letters", () => {
  expect(titleKey("MUNIČNÍ INICIATIVA – KOORDINACE")).toBe(titleKey("Muniční  iniciativa: koordinace"));
  expect(titleKey("Boat")).not.toBe(titleKey("Bōat"));
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => titleKey(titleKey(text)) === titleKey(text)),
  );
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => wordKey(wordKey(text)) === wordKey(text)));
});

test("a word with a sign of doubt is read as the word, with a note", () => {
  expect(stageIn("Done")).toEqual({ ok: true, value: "FULFILLED" });
  for (const cell of ["Done?", "~ delivered", "Completed*"])
    expect(stageIn(cell), cell).toEqual({
      ok: true,
      value: "FULFILLED",
      note: { code: "read-without-sign", params: { text: cell } },
    });
  // Here the sign itself is the word.
  expect(domainIn("?")).toEqual({ ok: true, value: "UNSTATED" });
});
