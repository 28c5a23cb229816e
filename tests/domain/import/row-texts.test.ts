// What a heading says of its column's amounts, the currency next to a sum, and errors of the spreadsheet.
import { expect, test } from "vitest";
import { readRow } from "@/lib/domain/import/import-row";
import { headedScales } from "@/lib/domain/import/row-texts";

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
  ["Amount", "7", "EUR", "7", "EUR"],
  ["Amount in 2026", "7", "EUR", "7", "EUR"],
  ["Amount / Montant", "7 million", "EUR", "7000000", "EUR"],
])("%s: %s %s", (amount, cell, currency, min, inCurrency) => {
  expect(rowOf({ amount: cell, currency }, { amount })).toMatchObject({
    faults: [],
    money: { amount: min, currency: inCurrency },
  });
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
  [{ quantity: "5 million euros", unit: "USD" }, "quantity two-units"],
  [{ quantity: "5 million euros", unit: "tanks" }, "quantity two-units"],
  [{ quantity: "10 tanks", unit: "soldiers" }, "quantity two-units"],
  [{ quantity: "5", unit: "bananas" }, "unit unknown-unit"],
  [{ amount: "5", currency: "Galleons" }, "currency unknown-unit"],
  [{ quantity: "#REF!" }, "quantity error-cell"],
  [{ quantity: "#DIV/0!", unit: "rounds" }, "quantity error-cell"],
  [{ quantity: "#N/A" }, "quantity error-cell"],
  [{ quantity: "####" }, "quantity error-cell"],
  [{ title: "#REF!" }, "title error-cell"],
] as [Cells, string][])("%j: %s", (cells, fault) => {
  expect(rowOf(cells).faults).toContain(fault);
});

test.each([
  ["une dizaine de millions", "EUR", "une dizaine de millions EUR"],
  ["3 million each year", "EUR", "3 million each year EUR"],
  ["quelques M€", "EUR", "quelques M€"],
  ["several million", "", "several million"],
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
  [{ amount: "several million for Ukraine", currency: "EUR" }],
  [{ title: "#StandWithUkraine" }],
] as [Cells][])("%j is fine", (cells) => {
  expect(rowOf(cells).faults).toEqual([]);
});
