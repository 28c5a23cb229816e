import fc from "fast-check";
import { expect, test } from "vitest";
import { byDocument } from "@/lib/domain/details/desk-today";

const row = (reference: string) => ({ reference });
const source = (id: string) => ({ source: id, title: `Title of ${id}` });

test("pledges that rest on one document form a group at the place of the first of them", () => {
  const documents = new Map([
    ["FI-2-001", source("brigade")],
    ["GB-4-001", source("speech")],
    ["NO-2-001", source("brigade")],
  ]);
  const rows = ["FI-2-001", "SE-1-001", "GB-4-001", "NO-2-001"].map(row);
  expect(byDocument(rows, documents)).toEqual([
    { document: "Title of brigade", pledges: [row("FI-2-001"), row("NO-2-001")] },
    { document: null, pledges: [row("SE-1-001")] },
    { document: null, pledges: [row("GB-4-001")] },
  ]);
});

test("each pledge is in one group, and only a group of several has a document's name", () => {
  const some = fc.uniqueArray(fc.nat(30), { maxLength: 20 });
  fc.assert(
    fc.property(some, fc.array(fc.nat(4), { minLength: 31, maxLength: 31 }), (numbers, rests) => {
      const rows = numbers.map((n) => row(`FR-3-${n}`));
      const documents = new Map(
        numbers.filter((n) => rests[n] !== 4).map((n) => [`FR-3-${n}`, source(String(rests[n]))]),
      );
      const groups = byDocument(rows, documents);
      expect(groups.flatMap(({ pledges }) => pledges).toSorted(byReference)).toEqual(
        rows.toSorted(byReference),
      );
      for (const { document, pledges } of groups) {
        expect(document !== null).toBe(pledges.length > 1);
        expect(new Set(pledges.map(({ reference }) => documents.get(reference)?.source)).size).toBe(1);
      }
    }),
  );
});

const byReference = (a: { reference: string }, b: { reference: string }) =>
  a.reference < b.reference ? -1 : 1;
