// The log shows people every field of every record by a name, and no codes of the register's own.
import fc from "fast-check";
import { expect, test } from "vitest";
import { reasonWords } from "@/components/history/audit/reason-words";
import { shownEvent } from "@/components/history/audit/shown-event";
import { shownChanges } from "@/components/pledges/changes/shown-changes";
import { valueWords } from "@/components/pledges/changes/value-words";
import { STORES } from "@/lib/db/records/stores";
import { ENTITY_TYPES, type EntityType } from "@/lib/domain/base/audit";
import { isId } from "@/lib/domain/base/id";
import type { Json } from "@/lib/domain/base/canonical";
import { recordNameOf } from "@/lib/domain/log/record-name";
import { changesBetween } from "@/lib/domain/proposals/history";
import { LANGUAGES } from "@/lib/domain/base/language";
import { withLanguage } from "@/lib/i18n/reader";
import { translator } from "@/lib/i18n/translator";
import { fieldWords } from "@/lib/i18n/words/domain-words";
import { ANY } from "@/tests/support/any/any-record";

const ID = "00000000-0000-4000-8000-000000000001";

test.each(ENTITY_TYPES)("each field of a %s has a name", (entity) => unnamedIn(entity));

function unnamedIn<E extends EntityType>(entity: E): void {
  const records = fc.sample(ANY[entity].any, { numRuns: 60, seed: 7 });
  const fields = records.flatMap((record) =>
    shownChanges(changesBetween(null, STORES[entity].canonical(record)), true).map(({ field }) => field),
  );
  expect(fields.length).toBeGreaterThan(0);
  expect([...new Set(fields)].filter((field) => fieldWords(field) === field)).toEqual([]);
}

test("how a text was read, answers to a handover and assumptions are shown in words", () => {
  const readFrom = { sha256: "ab".repeat(32), whole: true, corrected: false };
  expect(shown({ readFrom })).toEqual({
    [fieldWords("readFrom")]: `Read to the end: yes; Corrected by hand: no; SHA-256: ${"ab".repeat(32)}`,
  });
  const entries = [
    { does: "offer", by: ID, at: "2026-02-25T10:00:00.000Z", note: "On leave" },
    { does: "accept", by: ID, at: "2026-02-25T11:00:00.000Z", note: null },
  ];
  expect(shown({ entries })).toEqual({ [fieldWords("entries")]: "offered: On leave; accepted" });
  const assumptions = [{ approval: ID, status: "REJECTED" }];
  expect(Object.values(shown({ assumptions })).join()).not.toContain(ID);
});

test.each(LANGUAGES)("in %s the log says in words what a proposal is about", (language) => {
  const [proposal] = fc.sample(ANY.proposal.any, { numRuns: 1, seed: 7 }).map(STORES.proposal.canonical);
  const record = {
    type: "proposal" as const,
    id: ID,
    version: 1,
    ...recordNameOf("proposal", proposal ?? {}),
  };
  withLanguage(language, () => {
    const about = (subject: string): Json | undefined => {
      const after = { ...(proposal as object), subject };
      const entry = { record, before: null, after, changes: changesBetween(null, after) };
      return shownEvent(entry, {}).changes.find(({ field }) => field === "subject")?.to;
    };
    const type = translator("audit");
    expect(about("pledge")).toBe(type("type.pledge"));
    expect(about("approval")).toBe(type("type.approval"));
    expect(about("account")).toBe(type("type.person"));
  });
});

test("a list of ids that is emptied isn't shown as ids", () => {
  expect(shownChanges(changesBetween({ parts: [ID] }, { parts: [] }), false)).toEqual([]);
});

const shown = (record: Json): Record<string, string> =>
  Object.fromEntries(
    shownChanges(changesBetween(null, record), false).map(({ field, to }) => [
      fieldWords(field),
      valueWords(field, to),
    ]),
  );

test("a ruling is shown with the field it is on, and what it says of each contribution", () => {
  const quantity = { kind: "EXACT", min: 400, max: 400, unit: "PERSON", asStated: null };
  const ruling = {
    field: "contributions.quantity",
    says: { lines: { [ID]: quantity } },
    weighed: [ID],
    holds: ID,
  };
  expect(shown(ruling)).toEqual({ About: "Quantity", "What the record should say": "400 people" });
  const kinds = { field: "contributions", says: { value: ["MARITIME"] } };
  expect(shown(kinds)["What the record should say"]).toBe("Maritime");
  expect(shown({ field: "dueOn", says: { not: "2026-01-06" } })).toEqual({ About: "Due on" });
});

test("packages, suggestions and findings are shown in words", () => {
  expect(
    shown({
      view: { what: "REGISTER", filter: "" },
      records: { pledge: 1200, approval: 2 },
      rows: { deliveries: 3 },
      position: { seq: 1676, hash: "ab" },
    }),
  ).toEqual({
    Contains: "Register",
    Records: "Pledge: 1,200; Approval: 2",
    "Rows of its tables": "Delivery reports: 3",
    "Place in the log": "Entry 1,676",
  });
  const suggestion = { field: "dueOn", why: "They said so", address: null, outcome: null };
  expect(shown({ suggestion })).toEqual({ Suggestion: "Due on; Why: They said so" });
  expect(shown({ about: { kind: "source", key: ID } })).toEqual({ About: "Source" });
  expect(shown({ about: { kind: "pledge", key: "FR-3-001" } })).toEqual({ About: "Pledge FR-3-001" });
});

test("an id is no title, and a device has its name", () => {
  const of = (key: string) =>
    recordNameOf("finding", { reference: "F-0002", about: { kind: "source", key } });
  expect(isId(ID)).toBe(true);
  expect(of(ID)).toEqual({ reference: "F-0002", title: null });
  expect(of("FR-3-001")).toEqual({ reference: "F-0002", title: "FR-3-001" });
  expect(reasonWords({ action: "person.new-device", reason: "CHROME/LINUX" })).toBe("Chrome on Linux");
  expect(reasonWords({ action: "pledge.voided", reason: "A duplicate" })).toBe("A duplicate");
});
