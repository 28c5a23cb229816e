// In which fields a row differs from the pledge that it names. What the row doesn't state doesn't count.
import { expect, test } from "vitest";
import { participantReader } from "@/lib/domain/import/cells/participant";
import { IMPORT_FIELDS, type ImportField } from "@/lib/domain/import/import-columns";
import { plannedPledge } from "@/lib/domain/import/import-plan";
import { readRow, type ImportRow } from "@/lib/domain/import/import-row";
import { fieldsOtherwise } from "@/lib/domain/import/import-same";
import { officer } from "../../support/cast";

type Cells = Partial<Record<ImportField, string>>;

const STATED: Cells = {
  ...{ participant: "FR", priority: "3", title: "Two frigates", stage: "Declined" },
  ...{ reason: "Not this year", quantity: "2", unit: "ships", kind: "maritime", domain: "joint" },
  ...{ location: "Black Sea", noticeToMoveDays: "30", conditions: "ceasefire; request" },
};

function rowOf(cells: Cells): ImportRow {
  const { row, faults } = readRow(
    IMPORT_FIELDS.map((field) => cells[field] ?? ""),
    {
      columns: Object.fromEntries(IMPORT_FIELDS.map((field, place) => [field, place])),
      scales: {},
      values: { language: "und", ownership: "INDEPENDENT", reliability: "F", credibility: 6 },
      participantIn: participantReader([{ code: "FR", names: { en: "France" } }]),
      triggers: new Set(["CEASEFIRE_IN_FORCE", "UKRAINE_REQUEST", "RENEWED_ATTACK"]),
      keepers: new Set(),
    },
  );
  if (!row) throw new Error(JSON.stringify(faults));
  return row;
}

const otherwise = (cells: Cells, recorded: Cells): ImportField[] =>
  fieldsOtherwise(
    rowOf({ ...cells, reference: "FR-3-001" }),
    plannedPledge(officer, rowOf(recorded), "DECLINED", {
      ...{ id: "p", reference: "FR-3-001", line: "l", evidence: [] },
      ...{ at: "2026-02-25T08:40:00.000Z", today: "2026-02-25" },
    }),
  );

test.each<[ImportField, Cells]>([
  ["kind", { kind: "troops" }],
  ["domain", { domain: "land" }],
  ["location", { location: "Ukraine" }],
  ["noticeToMoveDays", { noticeToMoveDays: "60" }],
  ["conditions", { conditions: "ceasefire" }],
  ["conditions", { conditions: "ceasefire or request" }],
  ["conditions", { conditions: "renewed attack" }],
  ["reason", { reason: "Never" }],
  ["quantity", { quantity: "3" }],
])("a row that states another %s differs in it: %j", (field, cells) => {
  expect(otherwise({ ...STATED, ...cells }, STATED)).toEqual([field]);
});

test("a row that agrees, or leaves cells empty, doesn't differ", () => {
  expect(otherwise(STATED, STATED)).toEqual([]);
  const { participant = "", priority = "", title = "", stage = "" } = STATED;
  expect(otherwise({ participant, priority, title, stage }, STATED)).toEqual([]);
  // Its domain and location aren't stated.
  expect(otherwise({ participant, priority, title, stage, kind: "maritime" }, STATED)).toEqual([]);
});

test("conditions in words differ from a record that has none, and can't be compared with one that has", () => {
  const words = { ...STATED, conditions: "Once the parliament has agreed" };
  expect(otherwise(words, { ...STATED, conditions: "" })).toEqual(["conditions"]);
  expect(otherwise(words, STATED)).toEqual([]);
  expect(otherwise({ ...STATED, conditions: "TBD" }, { ...STATED, conditions: "" })).toEqual([]);
});
