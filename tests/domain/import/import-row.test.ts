// Whatever is in the cells of a row, it is read as something that the form for pledges would also accept, or
// its faults are named cell by cell.
import fc from "fast-check";
import { expect, test } from "vitest";
import { tidy } from "@/lib/domain/import/cells/cell";
import { amountIn } from "@/lib/domain/import/cells/amount";
import { stageIn } from "@/lib/domain/import/cells/coded";
import { dayInCell } from "@/lib/domain/import/cells/day";
import { participantReader } from "@/lib/domain/import/cells/participant";
import { priorityIn } from "@/lib/domain/import/cells/priority";
import { unitNamed } from "@/lib/domain/import/amounts/units";
import { lineIn, textInCell } from "@/lib/domain/import/cells/text";
import { pieceOf, plannedPledge } from "@/lib/domain/import/import-plan";
import { IMPORT_FIELDS, type ImportColumns } from "@/lib/domain/import/import-columns";
import { readRow, type RowReading } from "@/lib/domain/import/import-row";
import { LINK_FIELDS, type PledgeLinks } from "@/lib/domain/pledge/link";
import { moneyEnds } from "@/lib/domain/pledge/money";
import { LARGEST_QUANTITY, UNITS } from "@/lib/domain/pledge/quantity";
import { LOGGED_AT } from "@/lib/domain/pledge/stage";
import { pledgeInput } from "@/lib/pledges/pledges/schema";
import { cases } from "../../support/cases";
import { officer } from "../../support/cast";

const columns: ImportColumns = Object.fromEntries(IMPORT_FIELDS.map((field, place) => [field, place]));
const reading: RowReading = {
  columns,
  scales: {},
  values: { language: "und", ownership: "INDEPENDENT", reliability: "F", credibility: 6 },
  participantIn: participantReader([
    { code: "FR", names: { en: "France" } },
    { code: "NATO", names: { en: "NATO" } },
    { code: "DE", names: { en: "Germany" } },
    { code: "GB", names: { en: "United Kingdom" } },
  ]),
  triggers: new Set(["CEASEFIRE_IN_FORCE", "UKRAINE_REQUEST"]),
  keepers: new Set(["officer@register.example"]),
};

/** What people write in such a column, and worse. */
const PLAIN: Record<(typeof IMPORT_FIELDS)[number], string[]> = {
  participant: ["France", "NATO", "Frankreich"],
  priority: ["3", "P2", "1 – monitoring"],
  title: ["A ship", "Two\nlines", "x".repeat(120)],
  summary: ["Words\r\n\tand more", "y".repeat(2_000)],
  stage: ["Pledged", "signalé", "DECLINED", "allocated"],
  reason: ["Because"],
  statedOn: ["6 Jan 2026", "29.02.2024", "0001-01-01", "9999-12-31"],
  quantity: [
    "100–200",
    "c. 70",
    "£200m",
    "sealed",
    "several",
    "several\nhundred",
    "200 – 300\n(about)",
    "0",
    "≥ 5",
    "1 bn",
    "€0.005",
    "0000012",
    "999999999999999 EUR",
  ],
  unit: ["persons", "ships", "EUR", "kr", "places per year"],
  amount: ["1.5 Mio. €", "about €3", "UAH 0", "€ 12.34567", "12345678901234567 EUR"],
  currency: ["EUR", "XAU", "£", "xxx", "DEM"],
  domain: ["sea", "joint"],
  kind: ["troops", "sanctions"],
  location: ["Ukraine", "remote"],
  conditions: ["ceasefire; something else", "request or ceasefire"],
  publisher: ["Le Monde", "z".repeat(201)],
  url: [
    "https://example.org/ä?b=1#c",
    "http://[::1]/",
    "https://x y",
    "ftp://x.org",
    "https://user:p@x.org/",
    `https://x.org/${"a".repeat(2_000)}`,
  ],
  sourceTitle: ["A title"],
  publishedOn: ["2026-01-06"],
  evidenceKind: ["press", "signed document"],
  language: ["fr", "українська", "zh-hant-tw", "x", "en-", "German"],
  ownership: ["state", "official"],
  reliability: ["B", "B2", "a"],
  credibility: ["2", "B2"],
  quote: ["“Oui”"],
  authorisedBy: ["Prime Minister"],
  furtherApproval: ["yes", "?"],
  windowStart: ["2026-03-01"],
  windowEnd: ["2026-06-30", "2025-01-01"],
  dueOn: ["1 May 2026"],
  noticeToMoveDays: ["30", "3650 days", "0", "9999"],
  owner: ["officer@register.example", "OFFICER@register.example", "x@y"],
  nextAction: ["Call"],
  nextActionDueOn: ["1 May 2026"],
  handling: ["public", "coalition"],
  jointWith: ["Germany", "DE; GB", "France and Germany", "Atlantis"],
  onBehalfOf: ["Germany", "GB"],
  sameAs: ["GB-3-002", "gb-3-002, line 2", "GB", "x".repeat(80)],
  reference: ["FR-3-001", "fr-3-1"],
};

const USUALLY_EMPTY = new Set(["amount", "currency", "jointWith", "onBehalfOf", "sameAs", "reference"]);

const HOSTILE = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.constantFrom(
    "\u0000",
    "\ud800",
    "\u202eabc",
    "=1+1",
    "'=x",
    "\u00ad",
    "a\u200db",
    "\u2028",
    "é".normalize("NFD"),
    "🇺🇦",
  ),
);
/** A plain row, a few of whose cells are something else. */
const row = fc
  .array(
    fc.tuple(
      fc
        .constantFrom(...IMPORT_FIELDS)
        .chain((field) =>
          fc.tuple(fc.constant(field), fc.oneof(fc.constantFrom(...PLAIN[field], ""), HOSTILE)),
        ),
    ),
    { maxLength: 5 },
  )
  .map((changes) => {
    const changed = new Map(changes.map(([change]) => change));
    return IMPORT_FIELDS.map(
      (field) => changed.get(field) ?? (USUALLY_EMPTY.has(field) ? "" : (PLAIN[field][0] ?? "")),
    );
  });

const DAY = { at: "2026-02-25T08:40:00.000Z", today: "2026-02-25" };
const ID = "00000000-0000-4000-8000-000000000000";

test("a row that is read makes a pledge that the form accepts", () => {
  let read = 0;
  fc.assert(
    fc.property(row, (drawn) => {
      // As they come from a file: no NUL, no lone surrogates.
      const cells = drawn.map((cell) => cell.replaceAll("\u0000", "\ufffd").toWellFormed());
      const { row: found, faults } = readRow(cells, reading);
      expect(found === null).toBe(faults.length > 0);
      if (!found?.evidence) return;
      read += 1;
      const stage = LOGGED_AT.find((one) => one === found.stage) ?? "PLEDGED";
      const evidence = [pieceOf(found.evidence, ID, ID, DAY.at)];
      const pledge = plannedPledge(officer, found, stage, {
        id: ID,
        reference: "FR-3-001",
        line: ID,
        evidence,
        ...DAY,
      });
      const { source, kind, reliability, credibility, quote } = found.evidence;
      const sent = {
        ...Object.fromEntries(SENT.map((key) => [key, pledge[key]])),
        ...codesOf(pledge),
        ...(stage === "DECLINED" ? { reason: pledge.stageReason } : {}),
        ...(pledge.lastConfirmedOn === null ? {} : { lastConfirmedOn: pledge.lastConfirmedOn }),
        contributions: pledge.contributions.map(({ id: _id, allocated: _allocated, ...line }) => line),
        evidence: [{ source, kind, reliability, credibility, quote }],
      };
      const taken = pledgeInput.safeParse(sent);
      expect(taken.error?.issues ?? []).toEqual([]);
      expect(taken.data).toMatchObject(sent);
    }),
    { numRuns: cases(600) },
  );
  expect(read).toBeGreaterThan(50);
});

test.each<[string, Partial<Record<(typeof IMPORT_FIELDS)[number], string>>, object, string[]]>([
  [
    "follows from a kind that has only one",
    { kind: "air" },
    { kind: "AIR", domain: "AIR" },
    ["domain-assumed"],
  ],
  [
    "is not stated of troops",
    { kind: "troops" },
    { kind: "TROOPS", domain: "UNSTATED" },
    ["domain-not-stated"],
  ],
  ["is what the cell says", { kind: "troops", domain: "land" }, { kind: "TROOPS", domain: "LAND" }, []],
  ["may be said to be not stated", { kind: "air", domain: "n/a" }, { kind: "AIR", domain: "UNSTATED" }, []],
  [
    "and kind are not stated",
    {},
    { kind: "OTHER", domain: "UNSTATED" },
    ["kind-not-stated", "domain-not-stated"],
  ],
  [
    "of technology is asked",
    { kind: "technology" },
    { kind: "TECHNOLOGY", domain: "UNSTATED" },
    ["domain-not-stated"],
  ],
])("the domain of a row %s", (_what, given, contribution, notes) => {
  const cells = IMPORT_FIELDS.map((field) => {
    if (field in given) return given[field] ?? "";
    return field === "kind" || field === "domain" || USUALLY_EMPTY.has(field) ? "" : (PLAIN[field][0] ?? "");
  });
  const read = readRow(cells, reading);
  expect(read.row?.contribution).toMatchObject(contribution);
  const said = read.notes.filter(({ field }) => field === "kind" || field === "domain");
  expect(said.map(({ code }) => code).sort()).toEqual([...notes].sort());
});

type Cells = Partial<Record<(typeof IMPORT_FIELDS)[number], string>>;

const LEAST: Cells = { participant: "FR", priority: "3", title: "A title", stage: "Pledged" };
/** A row with only the required cells, and these. */
const rowWith = (cells: Cells) => {
  const all: Cells = { ...LEAST, ...cells };
  return readRow(
    IMPORT_FIELDS.map((field) => all[field] ?? ""),
    reading,
  );
};
const linesOf = (cells: Cells) => {
  const { row: found } = rowWith({ kind: "troops", domain: "land", ...cells });
  const coming = { id: ID, reference: "FR-3-001", line: ID, evidence: [], ...DAY };
  return (
    found &&
    plannedPledge(officer, found, LOGGED_AT.find((one) => one === found.stage) ?? "PLEDGED", coming)
      .contributions
  );
};

test.each([
  { quantity: "0" },
  { quantity: "0", unit: "persons" },
  { quantity: "up to 0" },
  { quantity: "€0" },
  { quantity: "0", amount: "0", currency: "EUR" },
  { quantity: "not stated" },
  { quantity: "none stated" },
])("a declined pledge with %j keeps no contribution, and another keeps it", (cells) => {
  expect(linesOf({ stage: "Declined", ...cells })).toEqual([]);
  expect(linesOf(cells)).toHaveLength(1);
});

test.each([
  { quantity: "200 troops" },
  { quantity: "several" },
  { quantity: "at least 0" },
  { amount: "€5" },
])("a declined pledge with %j keeps its contribution", (cells) => {
  expect(linesOf({ stage: "Declined", ...cells })).toHaveLength(1);
});

test.each([
  { quantity: "~£1.6bn" },
  { amount: "~£1.6bn" },
  { amount: "~1.6bn", currency: "GBP" },
  { quantity: "200 troops", amount: "~£1.6bn" },
])("%j is an approximate sum, with its words", (cells) => {
  const { row: found, faults } = rowWith(cells);
  expect(faults).toEqual([]);
  const asStated = cells.amount ?? cells.quantity;
  expect(found?.money).toEqual({
    kind: "APPROXIMATE",
    min: "1600000000",
    max: "1600000000",
    currency: "GBP",
    asStated,
  });
});

test("“up to €2bn” is logged as an upper bound, with its words", () => {
  const { row: found } = rowWith({ amount: "up to €2bn" });
  if (!found) throw new Error("the row isn't read");
  const made = plannedPledge(officer, found, "PLEDGED", {
    ...{ id: "p", reference: "FR-3-001", line: "l", evidence: [] },
    ...{ at: "2026-01-06T08:00:00Z", today: "2026-01-06" },
  });
  expect(made.contributions.map(({ money, quantity }) => [money, quantity.kind])).toEqual([
    [{ kind: "UP_TO", min: "0", max: "2000000000", currency: "EUR", asStated: "up to €2bn" }, "NOT_STATED"],
  ]);
});

test.each([{ amount: "0.25 % of GDP" }, { amount: "several million" }])(
  "%j becomes words, with a note, and no sum",
  (cells) => {
    const { row: found, faults, notes } = rowWith(cells);
    const [words = ""] = Object.values(cells);
    expect(faults).toEqual([]);
    expect(notes.filter(({ code }) => code === "sum-as-words").map(({ params }) => params?.text)).toEqual([
      words,
    ]);
    expect(found?.money).toBeNull();
    expect(found?.quantity).toEqual({
      kind: "QUALITATIVE",
      min: null,
      max: null,
      unit: null,
      asStated: words,
    });
  },
);

test.each([
  [{ quantity: "several\nhundred" }, "several hundred", null],
  [{ quantity: "", unit: "", amount: "about\n€5 m" }, null, "about €5 m"],
  [{ quantity: "", unit: "", amount: "0.25 %\nof GDP" }, "0.25 % of GDP", null],
])("a line break in %j becomes a blank, as the form keeps words in one line", (cells, counted, sum) => {
  const { row: found } = rowWith(cells);
  const money = found?.money ? moneyEnds(found.money).asStated : null;
  expect([found?.quantity.asStated, money]).toEqual([counted, sum]);
});

test.each([{ quantity: "200 troops" }, { unit: "persons" }, { quantity: "€5" }])(
  "a sum in words next to %j is a fault of its cell",
  (cells) => {
    expect(rowWith({ ...cells, amount: "0.25 % of GDP" }).faults).toEqual([
      { field: "amount", code: "sum-not-one", params: { text: "0.25 % of GDP" } },
    ]);
  },
);

const codesOf = (pledge: PledgeLinks) =>
  Object.fromEntries(
    LINK_FIELDS.map((field) => [field, pledge[field].map(({ participant }) => participant)] as const),
  );

test.each([
  ["DE; GB", "", ["DE", "GB"], []],
  ["Germany and the United Kingdom", "", ["DE", "GB"], []],
  ["DE (CLAIMED), GB (DECLINED)", "", ["DE", "GB"], []],
  ["Allemagne, DE", "", ["DE"], []],
  ["", "Deutschland", [], ["DE"]],
])("named participants are read: joint with %s, on behalf of %s", (jointWith, onBehalfOf, joint, behalf) => {
  const { row: found, faults } = rowWith({ jointWith, onBehalfOf });
  expect(faults).toEqual([]);
  if (!found) throw new Error("the row isn't read");
  const coming = { id: ID, reference: "FR-3-001", line: ID, evidence: [], ...DAY };
  const pledge = plannedPledge(officer, found, "PLEDGED", coming);
  expect(codesOf(pledge)).toEqual({ jointWith: joint, onBehalfOf: behalf });
  // The officer's desk is France and Germany: naming any other participant is a claim.
  expect(pledge.jointWith.map(({ state }) => state)).toEqual(
    joint.map((code) => (code === "DE" ? "CONFIRMED" : "CLAIMED")),
  );
});

test.each([
  ["DE; Atlantis", "", { field: "jointWith", code: "unknown-participant", params: { text: "Atlantis" } }],
  ["FR", "", { field: "jointWith", code: "names-itself" }],
  ["DE", "Germany", { field: "onBehalfOf", code: "named-twice" }],
])("a fault in them is reported: joint with %s, on behalf of %s", (jointWith, onBehalfOf, fault) => {
  expect(rowWith({ jointWith, onBehalfOf }).faults).toEqual([fault]);
});

const SENT = [
  "participant",
  "priority",
  "title",
  "summary",
  "stage",
  "statedOn",
  "windowStart",
  "windowEnd",
  "dueOn",
  "authorisedBy",
  "furtherApproval",
  "owner",
  "nextAction",
  "nextActionDueOn",
  "handling",
] as const;

/** As the register's own tables and pages write a number. */
const spelled = (number: number): string[] => [
  String(number),
  number.toLocaleString("en"),
  number.toLocaleString("fr"),
  number.toLocaleString("uk"),
];

test("a quantity is read back as the register prints it", () => {
  fc.assert(
    fc.property(
      fc.nat(LARGEST_QUANTITY),
      fc.nat(LARGEST_QUANTITY),
      fc.constantFrom(...UNITS),
      (one, other, unit) => {
        const [min, max] = one < other ? [one, other] : [other, one];
        for (const place of [0, 1, 2, 3]) {
          const low = spelled(min)[place] ?? "";
          const high = spelled(max)[place] ?? "";
          const wanted = (text: string, quantity: object) =>
            expect(amountIn(tidy(text), unit), text).toMatchObject({
              ok: true,
              value: { quantity: { unit, ...quantity } },
            });
          wanted(low, { kind: "EXACT", min, max: min });
          wanted(`${low}–${high}`, { kind: "RANGE", min, max });
          wanted(`at least ${low}`, { kind: "AT_LEAST", min, max: null });
          wanted(`up to ${high}`, { kind: "UP_TO", min: 0, max });
          wanted(`about ${low}`, { kind: "APPROXIMATE", min, max: min });
        }
        expect(unitNamed(unit)).toBe(unit);
      },
    ),
  );
});

test("any unambiguous sum is read back with its currency, to the last decimal", () => {
  const sum = fc.tuple(fc.bigInt(0n, 999_999_999_999_999n), fc.stringMatching(/^\d{0,4}$/));
  fc.assert(
    fc.property(sum, fc.constantFrom("EUR", "GBP", "UAH", "JPY", "SEK"), ([whole, part], currency) => {
      const decimals = part.replace(/0+$/, "");
      const amount = decimals === "" ? String(whole) : `${String(whole)}.${decimals}`;
      const grouped = `${whole.toLocaleString("en")}${part === "" ? "" : `.${part}`}`;
      for (const text of [`${amount} ${currency}`, `${currency} ${amount}`, `${currency} ${grouped}`]) {
        const found = amountIn(text, "");
        // 1.234 may be more than a thousand.
        const isOneMark = /^\D*[1-9]\d{0,2}[.,]\d{3}\D*$/.test(text);
        if (isOneMark) continue;
        expect(found, text).toMatchObject({ ok: true, value: { money: { amount, currency } } });
      }
    }),
  );
});

test("a date in figures is refused if its day could be its month", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 31 }),
      fc.integer({ min: 1, max: 31 }),
      fc.constantFrom("/", "-"),
      (one, other, mark) => {
        const read = dayInCell(`${String(one)}${mark}${String(other)}${mark}2026`);
        if (!read.ok) return;
        expect(one === other || one > 12 || other > 12).toBe(true);
      },
    ),
  );
});

test.each(["1 and 2", "1, 2 and 3", "2 or 3", "3/4", "1 & 2", "1-5", "Priority 3 of 5", "2 et 3", "2; 3"])(
  "priority: %s names more than one",
  (cell) => {
    expect(priorityIn(cell)).toMatchObject({ ok: false });
  },
);

test.each(["no", "No", "–", "none", "n/a", "0"])("stage: “%s” isn’t a refusal", (cell) => {
  expect(stageIn(cell)).toMatchObject({ ok: false, message: { code: "unknown-stage" } });
});

test("“units” is no unit", () => {
  expect(unitNamed("units")).toBeNull();
  expect(amountIn("2 units", "")).toMatchObject({ ok: true, value: { quantity: { kind: "QUALITATIVE" } } });
  expect(amountIn("2", "units")).toMatchObject({ ok: false, message: { code: "unknown-unit" } });
});

test("invisible marks, as word processors leave them, are removed from a cell", () => {
  expect(tidy("\u200e6.1.2026\u200f")).toBe("6.1.2026");
  expect(lineIn(50)(tidy("Ver\u00adteidigung"))).toEqual({ ok: true, value: "Verteidigung" });
  expect(lineIn(50)("Family \u{1f468}\u200d\u{1f469}")).toMatchObject({ ok: true });
  expect(textInCell(50)(tidy("\u2067up to\u2069\u000bten\f"))).toEqual({ ok: true, value: "up to\nten" });
});

test("a mark that turns the order of a text round is refused, with its place", () => {
  expect(textInCell(50)(tidy("up to \u202e0003"))).toEqual({
    ok: false,
    message: { code: "unprintable", params: { character: "U+202E", place: 7 } },
  });
});
