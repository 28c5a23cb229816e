// What a heading says of its column's amounts, the currency next to a sum, and errors of the spreadsheet.
import { expect, test } from "vitest";
import { cellsBehind } from "@/lib/domain/import/causes";
import { readRow } from "@/lib/domain/import/import-row";
import { headedScales } from "@/lib/domain/import/heading-scales";

const CELLS = { participant: "FR", priority: "2", title: "Aid", stage: "PLEDGED", quantity: "", amount: "" };
type Cells = Partial<Record<keyof typeof CELLS | "unit" | "currency", string>>;

function rowOf(cells: Cells, headings: { quantity?: string; amount?: string } = {}) {
  const all = { ...CELLS, unit: "", currency: "", ...cells };
  const columns = Object.fromEntries(Object.keys(all).map((field, place) => [field, place]));
  const header = Object.keys(all).map((field) => headings[field as "quantity" | "amount"] ?? field);
  const { row, faults, notes } = readRow(Object.values(all), {
    columns,
    scales: headedScales(header, columns),
    values: {
      ...{ language: "en", ownership: "INDEPENDENT", reliability: "F", credibility: 6 },
      ...{ publisher: "Ministry", evidenceKind: "OFFICIAL_STATEMENT" },
    },
    participantIn: (cell) => ({ ok: true, value: cell }),
    triggers: new Set(),
    keepers: new Set(),
  });
  return {
    money: row?.money,
    quantity: row?.quantity,
    faults: faults.map(({ field, code }) => `${field} ${code}`),
    cells: faults.flatMap(cellsBehind),
    allNotes: notes.map(({ field, code, params }) => `${field} ${code} ${params?.["text"] ?? ""}`),
    notes: notes.filter(({ code }) => code === "scale-of-heading").map(({ params }) => params?.["text"]),
  };
}

test.each([
  ["Amount (million)", "7", "EUR", "7000000", "EUR"],
  ["Montant / M€", "5,5", "EUR", "5500000", "EUR"],
  ["Montant / M€", "5,5", "", "5500000", "EUR"],
  ["Amount in million EUR", "7", "", "7000000", "EUR"],
  ["Amount (EUR million)", "7", "EUR", "7000000", "EUR"],
  ["Value (USD bn)", "2.5", "USD", "2500000000", "USD"],
  ["Сума, млн грн", "12", "UAH", "12000000", "UAH"],
  ["Montant en millions d’euros", "40", "EUR", "40000000", "EUR"],
  ["Kosten (Mio. EUR)", "3", "EUR", "3000000", "EUR"],
  ["Amount (k€)", "250", "EUR", "250000", "EUR"],
  ["Amount ('000)", "250", "EUR", "250000", "EUR"],
  ["Amount (€m)", "7", "EUR", "7000000", "EUR"],
  ["£m", "7", "", "7000000", "GBP"],
  ["Value (US$m)", "7", "USD", "7000000", "USD"],
  ["Value ($bn)", "7", "USD", "7000000000", "USD"],
  ["EURm", "7", "", "7000000", "EUR"],
  ["Betrag (MEUR)", "7", "", "7000000", "EUR"],
  ["Betrag (TEUR)", "7", "", "7000", "EUR"],
  ["Amount (kEUR)", "7", "", "7000", "EUR"],
  ["Amount (kUSD)", "7", "USD", "7000", "USD"],
  ["Betrag in T€", "7", "EUR", "7000", "EUR"],
  ["€million", "7", "EUR", "7000000", "EUR"],
  ["Amount (£000)", "7", "", "7000", "GBP"],
  ["Amount, £'000", "7", "GBP", "7000", "GBP"],
  ["000 EUR", "7", "", "7000", "EUR"],
  ["Amount in 1,000 EUR", "7", "EUR", "7000", "EUR"],
  ["Amount (in 1,000,000)", "7", "EUR", "7000000", "EUR"],
  ["Betrag (in 1.000.000 EUR)", "7", "", "7000000", "EUR"],
  ["Montant (1 000 000 €)", "7", "", "7000000", "EUR"],
  ["Betrag (in 1.000 EUR)", "7", "", "7000", "EUR"],
  ["Amount (x1000)", "7", "EUR", "7000", "EUR"],
  ["Millions pledged", "7", "EUR", "7000000", "EUR"],
  ["en millions d’euros courants", "7", "EUR", "7000000", "EUR"],
  ["amount_mn_eur", "7", "EUR", "7000000", "EUR"],
  ["Amount (millions¹)", "7", "EUR", "7000000", "EUR"],
  ["Montant (k€)", "150 000", "EUR", "150000000", "EUR"],
  ["Amount (mil. EUR)", "7 million", "EUR", "7000000", "EUR"],
  ["Amount", "7", "EUR", "7", "EUR"],
  ["Amount in 2026", "7", "EUR", "7", "EUR"],
  ["Amount / Montant", "7 million", "EUR", "7000000", "EUR"],
])("%s: %s %s", (amount, cell, currency, min, inCurrency) => {
  expect(rowOf({ amount: cell, currency }, { amount })).toMatchObject({
    faults: [],
    money: { amount: min, currency: inCurrency },
  });
});

test.each([
  ["Amount (EUR)", "7", "", "EUR"],
  ["Amount (EUR)", "7", "EUR", "EUR"],
  ["AMOUNT IN EUR.", "7", "", "EUR"],
  ["Amount, €", "7", "", "EUR"],
  ["Montant en euros", "7", "", "EUR"],
  ["Amount in Canadian dollars", "$7", "", "CAD"],
  ["Amount (US$)", "7", "", "USD"],
  ["Amount (pounds)", "7", "", "GBP"],
  ["Сума, грн", "7", "", "UAH"],
  ["Amount (EUR)", "USD 7", "", "USD"],
  ["Amount (EUR)", "USD 7", "USD", "USD"],
  ["Amount (EUR/USD)", "7", "USD", "USD"],
  ["ALL AMOUNTS", "7", "USD", "USD"],
])("below %s, %s %s is in %s", (amount, cell, currency, inCurrency) => {
  expect(rowOf({ amount: cell, currency }, { amount })).toMatchObject({
    faults: [],
    money: { amount: "7", currency: inCurrency },
  });
});

test("a note says that the currency is the heading's, unless the scale or the row says it", () => {
  const notes = (amount: string, currency = "", cell = "7") =>
    rowOf({ amount: cell, currency }, { amount }).allNotes;
  expect(notes("Amount (EUR)")).toContain("amount currency-of-heading 7 EUR");
  expect(notes("Amount in EUR (millions)")).toEqual(
    expect.arrayContaining(["amount currency-of-heading 7 EUR", "amount scale-of-heading 7 millions"]),
  );
  for (const said of [notes("Amount (€m)"), notes("Amount (EUR)", "EUR"), notes("Amount (EUR)", "", "tbd")])
    expect(said.filter((one) => one.includes("currency-of-heading"))).toEqual([]);
  expect(rowOf({ amount: "several million" }, { amount: "Amount (EUR)" }).quantity).toMatchObject({
    asStated: "several million EUR",
  });
});

test.each([
  ["Amount (EUR)", "7", "USD", "currency currency-not-of-heading"],
  ["Amount (€m)", "7", "USD", "currency currency-not-of-heading"],
  ["Amount (EUR)", "several", "USD", "currency currency-not-of-heading"],
  ["Amount (EUR)", "$7", "", "amount two-units"],
  ["Amount (€m)", "200 million kroner", "", "amount two-units"],
  ["Amount (EUR)", "7", "tanks", "currency unknown-currency"],
])("below %s, %s %s is refused", (amount, cell, currency, fault) => {
  expect(rowOf({ amount: cell, currency }, { amount }).faults).toEqual([fault]);
});

test("words that aren't a sum don't contradict a heading's currency", () => {
  const rowBelow = rowOf({ amount: "tbd", currency: "USD" }, { amount: "Amount (EUR)" });
  expect(rowBelow.faults).toEqual([]);
  expect(rowBelow.quantity).toEqual(rowOf({ amount: "tbd", currency: "USD" }).quantity);
});

test.each<[Cells, string[]]>([
  [{ quantity: "5 tanks", unit: "soldiers" }, ["quantity", "unit"]],
  [{ amount: "£5m", currency: "EUR" }, ["amount", "currency"]],
  [{ amount: "5" }, ["amount", "currency"]],
  [
    { quantity: "200 troops", amount: "0.25 % of GDP" },
    ["amount", "currency", "quantity", "unit", "summary"],
  ],
  [{ quantity: "€5", amount: "€6" }, ["quantity", "unit", "amount", "currency"]],
  [{ quantity: "-5" }, ["quantity"]],
])("each cell that may be wrong in %j is offered to be corrected", (cells, fields) => {
  expect(rowOf(cells).cells).toEqual(fields);
});

test.each([
  ["Amount (mil. EUR)", "7"],
  ["Amount (% of GDP)", "0.25"],
  ["Amount (lakh)", "7"],
  ["Amount (mil. EUR)", "1,234"],
  ["Amount (in 10,000)", "7"],
])("%s doesn't say what %s counts", (amount, cell) => {
  expect(rowOf({ amount: cell, currency: "EUR" }, { amount }).faults).toEqual(["amount heading-unclear"]);
});

test("what a heading counts also holds for a range from 0, and for a number that may have a decimal comma", () => {
  const read = (amount: string) => rowOf({ amount, currency: "EUR" }, { amount: "Amount (million)" });
  expect(read("0–7").money).toMatchObject({ kind: "RANGE", min: "0", max: "7000000" });
  expect(read("1,234").faults).toEqual(["amount ambiguous-number"]);
  const unclear = rowOf({ amount: "several", currency: "EUR" }, { amount: "Amount (mil. EUR)" });
  expect(unclear.quantity).toMatchObject({ asStated: "several EUR" });
  expect(read("dozens").quantity).toMatchObject({ asStated: "dozens (million) EUR" });
});

test("a quantity's heading may count thousands, but a letter may mean metres", () => {
  const units = { unit: "rounds" };
  expect(rowOf({ quantity: "5", ...units }, { quantity: "Quantity (thousands)" })).toMatchObject({
    quantity: { min: 5_000, max: 5_000 },
    notes: ["5 thousands"],
  });
  expect(rowOf({ quantity: "about 5", ...units }, { quantity: "Quantité (milliers)" })).toMatchObject({
    faults: [],
    quantity: { kind: "APPROXIMATE", min: 5_000 },
  });
  expect(rowOf({ quantity: "5" }, { quantity: "Length (m)" })).toMatchObject({
    quantity: { min: 5 },
    notes: [],
  });
  expect(rowOf({ quantity: "several", ...units }, { quantity: "Quantity (thousands)" })).toMatchObject({
    quantity: { kind: "QUALITATIVE", asStated: "several (thousands)" },
  });
});

test.each(["7 million", "7k", "7 000 000", "7–9 million", "7 tanks"])(
  "“%s” has a scale of its own, or is written out, and is refused under a heading with one",
  (amount) => {
    expect(rowOf({ amount, currency: "EUR" }, { amount: "Amount (million)" }).faults).toEqual([
      "amount scale-twice",
    ]);
  },
);

test("words without a number have no scale, unless they count something", () => {
  const read = (amount: string) => rowOf({ amount, currency: "EUR" }, { amount: "Amount (million)" });
  expect(read("to be decided")).toMatchObject({ faults: [], notes: [], quantity: { kind: "NOT_STATED" } });
  expect(read("0.25 % of GDP").notes).toEqual([]);
  expect(read("several")).toMatchObject({ quantity: { asStated: "several (million) EUR" } });
  expect(read("several million")).toMatchObject({ quantity: { asStated: "several million EUR" } });
  expect(read("9-7").money ?? null).toBeNull();
  expect(rowOf({ amount: "7", currency: "EUR" }, { amount: "Amount (b)" }).money).toMatchObject({
    amount: "7",
  });
});

test.each([
  [{ amount: "£5m", currency: "EUR" }, "amount two-units"],
  [{ amount: "2 500 000 грн", currency: "EUR" }, "amount two-units"],
  [{ amount: "$5m", currency: "EUR" }, "amount two-units"],
  [{ amount: "200 kr", currency: "EUR" }, "amount two-units"],
  [{ amount: "200 million kroner", currency: "EUR" }, "amount two-units"],
  [{ amount: "5 million francs", currency: "EUR" }, "amount two-units"],
  [{ amount: "several million pounds", currency: "EUR" }, "amount two-units"],
  [{ amount: "кілька мільйонів гривень", currency: "EUR" }, "amount two-units"],
  [{ quantity: "5 million euros", unit: "USD" }, "quantity two-units"],
  [{ quantity: "5 million euros", unit: "tanks" }, "quantity two-units"],
  [{ quantity: "10 tanks", unit: "soldiers" }, "quantity two-units"],
  [{ quantity: "5", unit: "bananas" }, "unit unknown-unit"],
  [{ amount: "5", currency: "Galleons" }, "currency unknown-currency"],
  [{ quantity: "#REF!" }, "quantity error-cell"],
  [{ quantity: "#DIV/0!", unit: "rounds" }, "quantity error-cell"],
  [{ quantity: "#N/A" }, "quantity error-cell"],
  [{ quantity: "####" }, "quantity error-cell"],
  [{ quantity: "#Н/Д" }, "quantity error-cell"],
  [{ quantity: "#VALEUR!" }, "quantity error-cell"],
  [{ title: "#NOM?" }, "title error-cell"],
  [{ title: "#ЗНАЧ!" }, "title error-cell"],
  [{ title: "#WERT!" }, "title error-cell"],
  [{ title: "Err:508" }, "title error-cell"],
  [{ title: "#REF!" }, "title error-cell"],
] as [Cells, string][])("%j: %s", (cells, fault) => {
  expect(rowOf(cells).faults).toContain(fault);
});

test.each([
  ["une dizaine de millions", "EUR", "une dizaine de millions EUR"],
  ["3 million each year", "EUR", "3 million each year EUR"],
  ["quelques M€", "EUR", "quelques M€"],
  ["several million", "", "several million"],
  ["several million EUR", "EUR", "several million EUR"],
  ["several million euros", "EUR", "several million euros"],
  ["0.25 % of GDP", "EUR", "0.25 % of GDP"],
])("a sum in words keeps its currency: %s, %s", (amount, currency, asStated) => {
  expect(rowOf({ amount, currency })).toMatchObject({
    faults: [],
    quantity: { kind: "QUALITATIVE", asStated },
  });
});

test.each([
  [{ amount: "€5m", currency: "EUR" }],
  [{ amount: "$5m", currency: "CAD" }],
  [{ amount: "200 kr", currency: "SEK" }],
  [{ amount: "200 million kroner", currency: "DKK" }],
  [{ amount: "$5m", currency: "MXN" }],
  [{ amount: "several million for Ukraine", currency: "EUR" }],
  [{ title: "#StandWithUkraine" }],
] as [Cells][])("%j is fine", (cells) => {
  expect(rowOf(cells).faults).toEqual([]);
});
