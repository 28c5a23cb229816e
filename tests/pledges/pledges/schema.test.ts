import { describe, expect, test } from "vitest";
import { z } from "zod";
import { fieldErrorsOf } from "@/lib/schema/fields";
import { answersInput } from "@/lib/schema/import-answers";
import { draftContentInput } from "@/lib/pledges/drafts/schema";
import { rulingInput } from "@/lib/review/rulings/schema";
import { pledgeChanges, pledgeInput, stageInput } from "@/lib/pledges/pledges/schema";
import { processorTime } from "@/tests/support/processes/processor";

const source = { publisher: "Swedish Government", language: "sv", ownership: "OFFICIAL" };
const piece = { source, kind: "OFFICIAL_STATEMENT", reliability: "B", credibility: 2 };
const least = { participant: "SE", priority: 3, title: "Gripen", stage: "PLEDGED", evidence: [piece] };
const line = { kind: "AIR", domain: "AIR", location: "AIRSPACE", quantity: { kind: "NOT_STATED" } };

function errorsOf(schema: z.ZodType, input: unknown): Record<string, string> {
  const { error } = schema.safeParse(input);
  return Object.fromEntries((error ? fieldErrorsOf(error, input) : []).map(({ path, code }) => [path, code]));
}
const wrong = (change: object): Record<string, string> => errorsOf(pledgeInput, { ...least, ...change });
const wrongLine = (change: object): Record<string, string> =>
  wrong({ contributions: [{ ...line, ...change }] });

describe("what may be left out", () => {
  test("is null, or a default", () => {
    expect(pledgeInput.parse({ ...least, contributions: [line] })).toMatchObject({
      summary: null,
      statedOn: null,
      owner: null,
      furtherApproval: "UNKNOWN",
      handling: "PUBLIC",
      contributions: [
        { money: null, caveats: [], quantity: { min: null, max: null, unit: null, asStated: null } },
      ],
      evidence: [
        { supports: true, quote: null, field: null, source: { url: null, title: null, publishedOn: null } },
      ],
    });
  });

  test.each(["participant", "priority", "title", "stage", "evidence"])("%s may not", (key) => {
    const { [key as keyof typeof least]: _left, ...rest } = least;
    expect(errorsOf(pledgeInput, rest)).toEqual({ [key]: "required" });
  });

  test.each([
    "participant",
    "priority",
    "title",
    "stage",
    "evidence",
    "handling",
    "furtherApproval",
    "contributions",
  ])("%s may not be null", (key) => expect(wrong({ [key]: null })).toEqual({ [key]: "required" }));

  test.each(["kind", "domain", "location", "quantity"])("%s of a contribution may not", (key) => {
    const { [key as keyof typeof line]: _left, ...rest } = line;
    expect(wrong({ contributions: [rest] })).toEqual({ [`contributions.0.${key}`]: "required" });
  });

  test("what nobody has stated can be sent as such", () => {
    const unstated = { ...line, kind: "OTHER", domain: "UNSTATED", location: "UNSTATED" };
    expect(pledgeInput.parse({ ...least, contributions: [unstated] }).contributions).toMatchObject([
      { kind: "OTHER", domain: "UNSTATED", location: "UNSTATED" },
    ]);
  });

  test("a change may omit everything", () => expect(pledgeChanges.parse({})).toEqual({}));
});

/** Composing it would take seconds. */
const PILE = `a${"\u0300\u0316".repeat(60_000)}`;

describe("hostile and mistaken input is named by field", () => {
  test.each([
    ["an unknown key", { color: "red" }, { color: "unknown-key" }],
    ["a prototype key", JSON.parse('{"__proto__":{"stage":1}}') as object, { ["__proto__"]: "unknown-key" }],
    ["NUL", { title: "a\u0000b" }, { title: "unprintable" }],
    ["a lone surrogate", { title: "a\ud800" }, { title: "unprintable" }],
    ["a direction turned round in a line", { title: "\u202e0003 ot pu" }, { title: "unprintable" }],
    ["a direction turned round in a text", { summary: "\u2066up to\u2069 3000" }, { summary: "unprintable" }],
    [
      "a pile of accents",
      { title: PILE, summary: PILE },
      { title: "too-many-accents", summary: "too-many-accents" },
    ],
    ["a line break in a title", { title: "a\nb" }, { title: "unprintable" }],
    ["blank", { title: "  " }, { title: "empty" }],
    ["an empty text for none", { summary: "" }, { summary: "empty" }],
    ["a long text", { summary: "a".repeat(1_000_000) }, { summary: "too-long" }],
    ["an object for a text", { title: {} }, { title: "not-string" }],
    ["a day that isn't", { statedOn: "2026-02-30" }, { statedOn: "not-a-date" }],
    ["a priority in quotes", { priority: "3" }, { priority: "not-one-of" }],
    ["a stage that isn't logged", { stage: "COMMITTED" }, { stage: "not-one-of" }],
    ["a window turned round", { windowStart: "2026-03-02", windowEnd: "2026-03-01" }, { windowEnd: "order" }],
    ["no evidence", { evidence: [] }, { evidence: "too-few" }],
    [
      "a script for an address",
      { evidence: [{ ...piece, source: { ...source, url: "javascript:alert(1)" } }] },
      { "evidence.0.source.url": "not-a-web-address" },
    ],
    [
      "a password in an address",
      { evidence: [{ ...piece, source: { ...source, url: "https://a:b@c.example" } }] },
      { "evidence.0.source.url": "not-a-web-address" },
    ],
    [
      "a source id that is none",
      { evidence: [{ ...piece, source: { id: "7" } }] },
      { "evidence.0.source.id": "malformed" },
    ],
    [
      "a source without its language",
      { evidence: [{ ...piece, source: { publisher: "x", ownership: "OFFICIAL" } }] },
      { "evidence.0.source.language": "required" },
    ],
    [
      "a credibility beyond the scale",
      { evidence: [{ ...piece, credibility: 7 }] },
      { "evidence.0.credibility": "not-one-of" },
    ],
  ])("%s", (_what, change, expected) =>
    expect(Object.entries(wrong(change))).toEqual(Object.entries(expected)),
  );

  test("a character that is no text, with its place, and a text that is too long, with its length", () => {
    const input = { ...least, title: "\u{1f600}a\u000bb\u0000", summary: "a".repeat(2_001) };
    const { error } = pledgeInput.safeParse(input);
    expect(error && fieldErrorsOf(error, input)).toEqual([
      { path: "title", code: "unprintable", params: { character: "U+000B", place: 3 } },
      { path: "summary", code: "too-long", params: { max: 2_000, length: 2_001 } },
    ]);
  });

  test("what is longer than a schema's own rule allows, with the limit", () => {
    const ids = Array.from(
      { length: 51 },
      (_, n) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`,
    );
    const words = Object.fromEntries(Array.from({ length: 501 }, (_, n) => [`word ${String(n)}`, ""]));
    const found = (schema: z.ZodType, input: unknown, field: string) => {
      const { error } = schema.safeParse(input);
      return (error ? fieldErrorsOf(error, input) : []).find(({ path }) => path === field);
    };
    expect(found(answersInput, { words: { kind: words } }, "words.kind")).toMatchObject({
      params: { max: 500 },
    });
    expect(found(draftContentInput, { span: { start: 0, end: 4_001 } }, "span.end")).toMatchObject({
      code: "too-long",
      params: { max: 4_000 },
    });
    const lines = Object.fromEntries(ids.map((id) => [id, 1]));
    expect(found(rulingInput, { says: { lines } }, "says.lines")).toMatchObject({
      code: "too-many",
      params: { max: 50 },
    });
  });

  test("a list of half a million is refused within half a second", async () => {
    const taken = await processorTime(() =>
      expect(wrong({ evidence: Array(500_000).fill({}) })).toEqual({ evidence: "too-many" }),
    );
    expect(taken).toBeLessThan(500);
  });

  test("eighty thousand unknown keys are answered with a hundred errors", () => {
    const keys = Object.fromEntries(Array.from({ length: 80_000 }, (_, n) => [`k${n}`, n]));
    expect(Object.keys(wrong(keys))).toHaveLength(100);
  });
});

describe("quantities keep to their kind", () => {
  const q = (quantity: object) => wrongLine({ quantity });
  test.each([
    [{ kind: "EXACT", min: 6, max: 6 }, {}],
    [{ kind: "EXACT", min: 6 }, { max: "required" }],
    [{ kind: "EXACT", min: 6, max: 7 }, { max: "not-equal" }],
    [{ kind: "RANGE", min: 7, max: 6 }, { max: "range-reversed" }],
    [{ kind: "AT_LEAST", min: 7, max: 8 }, { max: "no-number" }],
    [{ kind: "UP_TO", max: 8 }, {}],
    [{ kind: "UP_TO", min: 0, max: 8 }, {}],
    [{ kind: "UP_TO", min: 3, max: 8 }, { min: "no-number" }],
    [{ kind: "NOT_STATED", min: 0 }, { min: "no-number" }],
    [{ kind: "SEALED", max: 3 }, {}],
    [{ kind: "SEALED" }, {}],
    [{ kind: "SEALED", min: 4, max: 3 }, { max: "range-reversed" }],
    [{ kind: "NOT_STATED", sealed: "HIDDEN" }, { sealed: "not-sealed" }],
    [
      { kind: "EXACT", min: 1.5, max: 1.5 },
      { min: "not-whole", max: "not-whole" },
    ],
    [
      { kind: "EXACT", min: -1, max: -1 },
      { min: "too-little", max: "too-little" },
    ],
    [
      { kind: "EXACT", min: 1e12, max: 1e12 },
      { min: "too-much", max: "too-much" },
    ],
  ])("%j", (quantity, expected) => {
    const at = (key: string) => `contributions.0.quantity.${key}`;
    expect(q(quantity)).toEqual(
      Object.fromEntries(Object.entries(expected).map(([key, code]) => [at(key), code])),
    );
  });
});

test.each([
  ["200000000.00", "GBP", {}],
  ["0.5", "EUR", {}],
  ["007", "EUR", { "contributions.0.money.amount": "not-number" }],
  ["1e9", "EUR", { "contributions.0.money.amount": "not-number" }],
  ["-1", "EUR", { "contributions.0.money.amount": "too-little" }],
  ["-", "EUR", { "contributions.0.money.amount": "not-number" }],
  ["999999999999999.9999", "EUR", {}],
  ["1000000000000000", "EUR", { "contributions.0.money.amount": "too-much" }],
  ["1.00001", "EUR", { "contributions.0.money.amount": "too-many-decimals" }],
  ["1.0000.1", "EUR", { "contributions.0.money.amount": "not-number" }],
  ["1", "XQQ", { "contributions.0.money.currency": "not-a-currency" }],
])("money: %s %s", (amount, currency, expected) =>
  expect(wrongLine({ money: { amount, currency } })).toEqual(expected),
);

const UP_TO = { kind: "UP_TO", max: "2000000000", currency: "EUR" };
test.each([
  [{ kind: "MANY" }, { kind: "not-one-of" }],
  [{ kind: "SEALED" }, { kind: "not-one-of" }],
  [{ max: null }, { max: "required" }],
  [{ min: "1" }, { min: "no-number" }],
  [{ max: "2e9" }, { max: "not-number" }],
  [{ max: 2_000_000_000 }, { max: "not-string" }],
  [{ currency: "XQQ" }, { currency: "not-a-currency" }],
  [{ kind: "AT_LEAST", min: "1" }, { max: "no-number" }],
  [{ kind: "AT_LEAST", max: null }, { min: "required" }],
  [{ kind: "RANGE", min: "2000000000.0001" }, { max: "range-reversed" }],
  [{ kind: "RANGE", min: "1e3" }, { min: "not-number" }],
  [
    { kind: "APPROXIMATE", min: "about", max: "two" },
    { min: "not-number", max: "not-number" },
  ],
  [{ kind: "EXACT", min: "9".repeat(400), max: "1" }, { min: "too-much" }],
  [{ kind: "APPROXIMATE", min: "1" }, { max: "not-equal" }],
  [{ kind: "EXACT", min: "1" }, { max: "not-equal" }],
  [{ asStated: "a\u0000b" }, { asStated: "unprintable" }],
  [{ amount: "2000000000" }, { kind: "unknown-key", max: "unknown-key" }],
  [{ unit: "PERSON" }, { unit: "unknown-key" }],
])("a sum with %j is refused where it is wrong", (change, expected) => {
  const paths = Object.entries(expected).map(([path, code]) => [`contributions.0.money.${path}`, code]);
  expect(wrongLine({ money: { ...UP_TO, ...change } })).toEqual(Object.fromEntries(paths));
});

test.each([
  [UP_TO, { ...UP_TO, min: "0", asStated: null }],
  [
    { ...UP_TO, min: "0.00", asStated: "up to €2bn" },
    { ...UP_TO, min: "0", asStated: "up to €2bn" },
  ],
  [
    { kind: "EXACT", min: "5.00", max: "5", currency: "EUR" },
    { amount: "5.00", currency: "EUR" },
  ],
  [
    { amount: "5", currency: "EUR", asStated: "five" },
    { amount: "5", currency: "EUR", asStated: "five" },
  ],
  [
    { kind: "APPROXIMATE", min: "5", max: "5.0", currency: "EUR" },
    { kind: "APPROXIMATE", min: "5", max: "5", currency: "EUR", asStated: null },
  ],
])("%j is recorded as %j", (money, recorded) => {
  const input = pledgeInput.parse({ ...least, contributions: [{ ...line, money }] });
  expect(input.contributions[0]?.money).toEqual(recorded);
});

test.each([null, 0])("“up to eight” sent with minimum %s is recorded as zero to eight", (min) => {
  const quantity = { kind: "UP_TO", min, max: 8, unit: "PERSON" };
  expect(pledgeInput.parse({ ...least, contributions: [{ ...line, quantity }] })).toMatchObject({
    contributions: [{ quantity: { kind: "UP_TO", min: 0, max: 8 } }],
  });
});

test("a text is kept in NFC, its line breaks as LF", () => {
  expect(pledgeInput.parse({ ...least, title: "Eta\u0301t", summary: "a\r\nb" })).toMatchObject({
    title: "Et\u00e1t",
    summary: "a\nb",
  });
});

test("a step accepts ids of evidence and new pieces, and says which of them is wrong", () => {
  const id = "7f8a4c52-3a07-4a0d-9d0c-0d6f0a3b9a11";
  expect(errorsOf(stageInput, { to: "PLEDGED", evidence: [id, piece] })).toEqual({});
  expect(errorsOf(stageInput, { to: "PLEDGED", evidence: ["x", { ...piece, kind: "RUMOUR" }] })).toEqual({
    "evidence.0": "malformed",
    "evidence.1.kind": "not-one-of",
  });
});

test("the schemas can be written as JSON Schema", () => {
  for (const schema of [pledgeInput, pledgeChanges, stageInput]) {
    expect(z.toJSONSchema(schema, { io: "input" })).toMatchObject({
      type: "object",
      additionalProperties: false,
    });
  }
});
