// Workbooks, read back by a library that isn't ours.
import fc from "fast-check";
import readExcel from "read-excel-file/node";
import { expect, test } from "vitest";
import type { TableCell, TableRow } from "@/lib/domain/exchange/table";
import { xlsxOf } from "@/lib/exports/xlsx";
import { anyRows, FIELDS, inBatches } from "../support/any/any-rows";

test("a workbook read back has the rows, the types and the letters it had", async () => {
  await fc.assert(
    fc.asyncProperty(anyRows, async (rows) => {
      const [head, ...lines] = await read(await workbook(rows));
      expect(head).toEqual(FIELDS.map(({ name }) => name));
      const expected = rows.map((row) => [...row]);
      while (expected.length > 0 && expected.at(-1)?.every((cell) => cell === null)) expected.pop();
      expect(lines).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

test("the same rows give the same bytes in another time zone", async () => {
  const rows: TableRow[] = [["=1+1", 5, -5.5, "2026-01-06", "2026-01-06T09:00:00.123Z", true, "Ї"]];
  const zone = process.env.TZ;
  const first = await workbook(rows);
  process.env.TZ = "Pacific/Auckland";
  const second = await workbook(rows);
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  expect(second.equals(first)).toBe(true);
});

test("a table longer than a sheet goes on in the next, and a text that is too long is cut", async () => {
  const rows = Array.from({ length: 7 }, (_, n): TableRow => [
    `row ${String(n)}`,
    n,
    null,
    null,
    null,
    null,
    null,
  ]);
  const sheets = [
    { name: "first", fields: FIELDS, rows: inBatches(rows) },
    { name: "second", fields: FIELDS, rows: inBatches([["x".repeat(40_000)]]) },
    { name: "third", fields: FIELDS, rows: inBatches([]) },
  ];
  const book = await readExcel(await bytesOf(xlsxOf(sheets, 4)));
  expect(book.map(({ sheet, data }) => [sheet, data.length])).toEqual([
    ["first", 4],
    ["first 2", 4],
    ["first 3", 2],
    ["second", 2],
    ["third", 1],
  ]);
  expect(book[2]?.data[1]?.slice(0, 2)).toEqual(["row 6", 6]);
  expect(book[3]?.data[1]?.[0]).toBe(`${"x".repeat(32_766)}…`);
});

test("an error in the rows fails the workbook", async () => {
  async function* broken(): AsyncGenerator<TableRow[]> {
    yield await Promise.resolve([["a"]]);
    throw new Error("the line went dead");
  }
  const book = xlsxOf([{ name: "first", fields: FIELDS, rows: broken() }]);
  await expect(bytesOf(book)).rejects.toThrow("the line went dead");
});

const workbook = (rows: readonly TableRow[]): Promise<Buffer> =>
  bytesOf(xlsxOf([{ name: "rows", fields: FIELDS, rows: inBatches(rows) }]));

async function bytesOf(parts: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const part of parts) all.push(part);
  return Buffer.concat(all);
}

/** Days and moments as they were written; text has no guard to take off. */
async function read(book: Buffer): Promise<TableCell[][]> {
  const [first] = await readExcel(book, { trim: false });
  return (first?.data ?? []).map((row) =>
    FIELDS.map(({ type }, index) => {
      const cell = (row[index] ?? null) as TableCell | Date;
      if (cell instanceof Date) return type === "date" ? cell.toISOString().slice(0, 10) : cell.toISOString();
      return cell;
    }),
  );
}
