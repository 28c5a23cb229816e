// Tables as a workbook (Office Open XML): a zip of XML, streamed, never whole in memory. It contains no clock
// time, so the same rows give the same bytes. Cells are typed; text stays text, even if it looks like a
// formula.
import "server-only";
import { once } from "node:events";
import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import type { TableField, TableRow } from "@/lib/domain/exchange/table";
import { cellXml } from "./xlsx-cell";
import { headXml, WORKBOOK_PARTS, sheetName, TAIL_XML, type WorkbookPart } from "./xlsx-parts";

export interface WorkbookSheet {
  name: string;
  fields: readonly TableField[];
  rows: AsyncIterable<readonly TableRow[]>;
}

/** A table longer than a sheet continues in another one. */
export async function* xlsxOf(
  sheets: Iterable<WorkbookSheet>,
  mostRows = MOST_ROWS,
): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  const failed = (error: Error): void => void out.destroy(error);
  zip.on("error", failed);
  filled(zip, sheets, mostRows).catch(failed);
  for await (const chunk of out) yield chunk as Uint8Array;
}

/** Excel's limit, including the heading row. */
const MOST_ROWS = 1_048_576;

async function filled(zip: ZipFile, sheets: Iterable<WorkbookSheet>, mostRows: number): Promise<void> {
  const names: string[] = [];
  for (const { name, fields, rows } of sheets) {
    const rest = rowQueueOf(rows);
    for (let part = 1; part === 1 || !(await rest.isDone()); part += 1) {
      names.push(sheetName(name, part));
      const path = `xl/worksheets/sheet${String(names.length)}.xml`;
      await added(zip, path, Readable.from(sheetXml(fields, rest, mostRows), { objectMode: false }));
    }
  }
  for (const part of WORKBOOK_PARTS)
    await added(zip, part.path, Readable.from([Buffer.from(xmlOf(part, names))]));
  zip.end();
}

const xmlOf = ({ xml }: WorkbookPart, names: readonly string[]): string => xml(names);

/** The zip library writes local time, so a local date gives the same bytes everywhere. */
const noTime = () => ({
  mtime: new Date(2000, 0, 1),
  mode: 0o100644,
  forceDosTimestamp: true,
  compressionLevel: 6,
});

async function added(zip: ZipFile, path: string, content: Readable): Promise<void> {
  zip.addReadStream(content, path, noTime());
  await once(content, "end");
}

async function* sheetXml(
  fields: readonly TableField[],
  rest: RowQueue,
  mostRows: number,
): AsyncGenerator<Buffer> {
  const types = fields.map(({ type }) => type);
  yield Buffer.from(headXml(fields));
  for (let line = 2; line <= mostRows;) {
    const rows = await rest.next(mostRows - line + 1);
    if (rows.length === 0) break;
    let xml = "";
    for (const row of rows) {
      xml += `<row r="${String(line)}">`;
      row.forEach((cell, index) => (xml += cellXml(cell, types[index] ?? "string", index, line)));
      xml += "</row>";
      line += 1;
    }
    yield Buffer.from(xml);
  }
  yield Buffer.from(TAIL_XML);
}

/** Reads batches, but never returns more rows than fit. */
interface RowQueue {
  next: (most: number) => Promise<readonly TableRow[]>;
  isDone: () => Promise<boolean>;
}

function rowQueueOf(batches: AsyncIterable<readonly TableRow[]>): RowQueue {
  const source = batches[Symbol.asyncIterator]();
  let left: readonly TableRow[] = [];
  const isDone = async (): Promise<boolean> => {
    while (left.length === 0) {
      const next = await source.next();
      if (next.done === true) return true;
      left = next.value;
    }
    return false;
  };
  return {
    isDone,
    next: async (most) => {
      if (await isDone()) return [];
      const rows = left.slice(0, most);
      left = left.slice(most);
      return rows;
    },
  };
}
