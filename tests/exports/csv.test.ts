// What is written is read back by a library that isn't ours, and is what it was once the guard is taken off.
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json } from "@/lib/domain/base/canonical";
import { unguarded } from "@/lib/domain/import/cells/guarded";
import { BYTE_ORDER_MARK, csvOf } from "@/lib/domain/exchange/csv";
import { jsonLine } from "@/lib/domain/exchange/json-lines";
import { anyRows, FIELDS, inBatches, textOf, typed } from "../support/any/any-rows";

test("a table read back has the rows, the types and the letters it had", async () => {
  await fc.assert(
    fc.asyncProperty(anyRows, async (rows) => {
      const text = await textOf(csvOf(FIELDS, inBatches(rows), { for: "programs" }));
      const [head, ...lines] = parse(Buffer.from(text), { record_delimiter: "\r\n" });
      expect(head).toEqual(FIELDS.map(({ name }) => name));
      const read = lines.map((cells) =>
        FIELDS.map((field, index) => {
          const cell = cells[index] ?? "";
          return typed(field.type === "string" ? unguarded(cell) : cell, field);
        }),
      );
      expect(read).toEqual(rows.map((row) => row.map((cell) => (cell === "" ? null : cell))));
    }),
  );
});

test("for people it begins with the mark from which a spreadsheet knows the encoding", async () => {
  const text = await textOf(csvOf(FIELDS, inBatches([]), { for: "people" }));
  expect(text).toBe(`${BYTE_ORDER_MARK}text,whole,part,day,moment,truth,words\r\n`);
});

test("a JSON line read back is the same bytes again, and one line", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const line = jsonLine(value as Json);
      expect(line.split("\n")).toHaveLength(2);
      expect(jsonLine(JSON.parse(line) as Json)).toBe(line);
    }),
  );
});
