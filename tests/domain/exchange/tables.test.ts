// The tables of exports: how they are described to programs, and which rows a record in the log gives.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "@/lib/domain/base/canonical";
import { unstatedIn } from "@/lib/domain/base/field";
import { TRIGGER_FIELDS } from "@/lib/domain/pledge/trigger";
import { dataPackage } from "@/lib/domain/exchange/data-package";
import { isDay } from "@/lib/domain/base/day";
import { instantIn } from "@/lib/domain/base/moment";
import { pledgeRecord, triggerRecord } from "@/lib/domain/history/record";
import { tableRow, type TableCell, type TableField } from "@/lib/domain/exchange/table";
import { asksForLess, fileNameOf } from "@/lib/domain/exchange/table-view";
import { changeList } from "@/lib/domain/exchange/tables/change-list";
import { coverageTable, unresolvedItems } from "@/lib/domain/exchange/tables/derived";
import { events, leafIn } from "@/lib/domain/exchange/tables/events";
import { participantList, requirementList, sourceList } from "@/lib/domain/exchange/tables/lists";
import { pledgeList } from "@/lib/domain/exchange/tables/pledge-table";
import { RECORD_TABLES } from "@/lib/domain/exchange/tables/record-tables";
import { described, fieldMeaning } from "@/lib/i18n/words/table-words";
import { messagesIn } from "@/lib/i18n/message-files";
import { translator } from "@/lib/i18n/translator";
import { anyPledge } from "../../support/any/arbitrary";
import { aContribution, aPledge, NOW } from "../../support/cast";

const IN_PACKAGES = [...RECORD_TABLES, events, unresolvedItems, coverageTable];
const LISTS = [pledgeList, participantList, requirementList, sourceList, changeList];
const say = translator("tables");

test.each([...IN_PACKAGES, ...LISTS].map((one) => [one.name, one] as const))(
  "%s has fields with different names, each with its meaning in words, and a key among them",
  (name, { fields, primaryKey }) => {
    const names = fields.map((field) => field.name);
    expect(new Set(names).size).toBe(names.length);
    for (const field of names) {
      expect(field).toMatch(/^[a-z][A-Za-z0-9]*$/);
      expect(say.has(`of.${name}.${field}`) || say.has(`field.${field}`), field).toBe(true);
    }
    expect(names).toEqual(expect.arrayContaining([...primaryKey]));
    expect(primaryKey.length).toBeGreaterThan(0);
  },
);

test("every text about a field is about one that exists", () => {
  const { of, field } = messagesIn("en").tables;
  const all = [...IN_PACKAGES, ...LISTS];
  const known = (table: string) =>
    all.filter(({ name }) => name === table).flatMap(({ fields }) => fields.map(({ name }) => name));
  for (const [table, words] of Object.entries(of))
    expect(known(table)).toEqual(expect.arrayContaining(Object.keys(words)));
  const names = all.flatMap(({ fields }) => fields.map(({ name }) => name));
  expect([...names, "marking"]).toEqual(expect.arrayContaining(Object.keys(field)));
});

describe("a pledge as the log holds it", () => {
  const rows = (name: string, record: Json) =>
    RECORD_TABLES.filter((one) => one.name === name).flatMap((one) =>
      one.rows("pledge", record).map((row) => named(one.fields, row)),
    );

  test("gives one row, and one for each line, piece of evidence and leaf of its condition", () => {
    const trigger = { trigger: "CEASEFIRE_IN_FORCE" };
    const leaf = { pledge: "US-4-001", atLeast: "COMMITTED" as const };
    const pledge = aPledge({ condition: { all: [trigger, { not: { any: [leaf, trigger] } }] } });
    const record = pledgeRecord(pledge);
    expect(rows("pledges", record)).toMatchObject([
      {
        reference: "FR-3-001",
        condition: "CEASEFIRE_IN_FORCE and not (US-4-001: COMMITTED or CEASEFIRE_IN_FORCE)",
        contributions: 1,
        evidence: 1,
      },
    ]);
    expect(rows("contributions", record)).toMatchObject([
      {
        pledge: "FR-3-001",
        handling: "PUBLIC",
        position: 1,
        quantity: 'EXACT 6000 PERSON "6,000"',
        quantityMin: 6000,
      },
    ]);
    expect(rows("evidence", record)).toMatchObject([
      { pledge: "FR-3-001", handling: "PUBLIC", trigger: null, kind: "SIGNED_DOCUMENT" },
    ]);
    expect(rows("conditions", record)).toEqual([
      { pledge: "FR-3-001", position: 1, within: "all", ...LEAF, trigger: "CEASEFIRE_IN_FORCE" },
      {
        pledge: "FR-3-001",
        position: 2,
        within: "all not any",
        ...LEAF,
        waitsFor: "US-4-001",
        atLeast: "COMMITTED",
      },
      { pledge: "FR-3-001", position: 3, within: "all not any", ...LEAF, trigger: "CEASEFIRE_IN_FORCE" },
    ]);
  });
  const LEAF = {
    basis: null,
    evidence: null,
    handling: "PUBLIC",
    trigger: null,
    approval: null,
    waitsFor: null,
    atLeast: null,
  };

  test("contains of a sealed number only that it exists, even if the reader was shown it", () => {
    const quantity = {
      kind: "SEALED",
      min: null,
      max: null,
      unit: "PERSON",
      asStated: null,
      commitment: "ab",
    } as const;
    const shown = {
      kind: "SEALED",
      min: 74_22,
      max: 74_22,
      unit: "PERSON",
      asStated: null,
      sealed: "SHOWN",
    } as const;
    const record = pledgeRecord(aPledge({ contributions: [aContribution({ quantity })] }));
    expect(rows("contributions", record)).toMatchObject([
      { quantity: "SEALED", quantityKind: "SEALED", quantityMin: null, quantityMax: null },
    ]);
    const line = pledgeList.fields.find(({ name }) => name === "contributions");
    expect(line?.of({ contributions: [aContribution({ quantity: shown })] } as never)).toBe(
      "TROOPS SEALED IN_UKRAINE",
    );
  });

  test("has cells of the types that its tables name, whatever it holds", () => {
    fc.assert(
      fc.property(anyPledge, (pledge) => {
        for (const { fields, rows: of } of RECORD_TABLES)
          for (const row of of("pledge", pledgeRecord(pledge)))
            row.forEach((cell, index) => {
              const field = fields[index];
              expect(field && isOf(field.type, cell), `${String(field?.name)}: ${String(cell)}`).toBe(true);
            });
      }),
    );
  });
});

test("evidence of a trigger is in the table of evidence, too", () => {
  const piece = {
    id: "e1",
    source: "s1",
    kind: "OFFICIAL_STATEMENT",
    reliability: "A",
    credibility: 1,
    quote: "=1+1",
    supports: true,
    recordedAt: NOW,
  } as const;
  const record = triggerRecord({
    ...unstatedIn(TRIGGER_FIELDS),
    ...{ code: "UN_MANDATE", title: "Mandate", state: "MET" },
    ...{ version: 1, createdAt: NOW, updatedAt: NOW },
    evidence: [piece],
  });
  const table = RECORD_TABLES.find(({ name }) => name === "evidence");
  const [row = []] = table?.rows("trigger", record) ?? [];
  expect(named(table?.fields ?? [], row)).toMatchObject({
    trigger: "UN_MANDATE",
    pledge: null,
    quote: "=1+1",
    field: null,
  });
});

test("an event is read from the text that its hash is computed from", () => {
  const leaf = `{"action":"pledge.logged","actorId":"a","actorName":"Анна","actorRole":"OFFICER","afterSha256":"x","at":"${NOW}","entityId":"e","entityType":"pledge","entityVersion":1,"payloadSha256":"y","prevHash":"z","reason":null,"recordedAt":"${NOW}","request":null,"seq":7,"session":null,"txid":9}`;
  expect(named(events.fields, tableRow(events, leafIn(leaf)))).toMatchObject({
    seq: 7,
    actorName: "Анна",
    reason: null,
  });
});

test("the descriptor names each file with its fields, their types, their meaning and the key", () => {
  const descriptor = dataPackage({
    name: "ex-0019",
    title: "Pledge Register",
    tables: [described(coverageTable, "tables/coverage.csv")],
    lines: [{ name: "records-pledge", path: "records/pledge.jsonl", description: "Records" }],
  }) as {
    resources: { schema?: { fields: object[]; primaryKey: string[] }; path: string; format: string }[];
  };
  const [table, lines] = descriptor.resources;
  expect(table).toMatchObject({ path: "tables/coverage.csv", format: "csv" });
  expect(table?.schema?.primaryKey).toEqual(["participant", "priority"]);
  expect(table?.schema?.fields[3]).toEqual({
    name: "expected",
    type: "boolean",
    description: fieldMeaning("coverage", "expected"),
  });
  expect(lines).toMatchObject({ path: "records/pledge.jsonl", format: "jsonl" });
});

test("a file's name says its table, whether that is filtered, and its moment", () => {
  const asOf = "2026-02-25T08:40:00.123Z";
  expect(fileNameOf("pledges", { asOf, narrowed: false })).toBe("pledges-as-of-2026-02-25T084000Z");
  expect(fileNameOf("pledges", { asOf, narrowed: true })).toBe("pledges-filtered-as-of-2026-02-25T084000Z");
  expect(asksForLess({ stage: [], q: null, voided: "without" })).toBe(false);
  for (const asked of [{ stage: ["PLEDGED"] }, { q: "x" }, { voided: "only" }])
    expect(asksForLess(asked)).toBe(true);
});

const named = (
  fields: readonly TableField[],
  row: readonly TableCell[],
): Record<string, TableCell | undefined> =>
  Object.fromEntries(fields.map(({ name }, index) => [name, row[index]]));

function isOf(type: TableField["type"], cell: TableCell): boolean {
  if (cell === null) return true;
  if (type === "integer") return Number.isInteger(cell);
  if (type === "date") return isDay(String(cell));
  if (type === "datetime") return instantIn(String(cell)) === cell;
  return typeof cell === type && cell !== "";
}
