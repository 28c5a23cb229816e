// Cells from CSV in any encoding and delimiter that spreadsheets save.
import "server-only";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { FileRefused } from "@/lib/platform/files/file-refused";
import type { FileForm, RowOfFile } from "@/lib/domain/import/file-form";
import { MOST_COLUMNS, MOST_ROWS } from "@/lib/domain/import/import";

export async function textRows(path: string): Promise<{ form: FileForm; rows: AsyncGenerator<RowOfFile> }> {
  const encoding = await encodingOf(path);
  const sample = await sampleOf(path, encoding);
  if (UNPRINTABLE.test(sample) || NO_TABLE.test(sample)) throw new FileRefused("not-a-table");
  const separatorLine = /^sep=([^"\r\n])\r?\n/i.exec(sample);
  const delimiter = separatorLine?.[1] ?? delimiterOf(sample);
  const form = { is: "CSV" as const, encoding, delimiter, sheet: null, otherSheets: 0 };
  return { form, rows: records(path, encoding, delimiter, separatorLine ? separatorLine[0].length : 0) };
}

/**
 * The usual delimiter that splits most lines into equal numbers of cells. If half the lines have as many as
 * the first, the first has the headings; otherwise it is a title, and the most frequent number counts.
 */
function delimiterOf(sample: string): string {
  const lines = linesOf(sample);
  const byFirst = bestOf(lines.slice(0, FIRST_LINES), ([first = 0]) => first);
  const best = byFirst && byFirst.share >= 0.5 ? byFirst : bestOf(lines, mostFrequent);
  return best?.delimiter ?? ",";
}

function bestOf(
  lines: readonly string[],
  usualOf: (counts: readonly number[]) => number,
): { delimiter: string; share: number } | null {
  const [best] = DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const usual = usualOf(counts);
    const share = counts.filter((count) => count === usual).length / lines.length;
    return { delimiter, share, worth: usual === 0 ? 0 : share * 1_000 + usual };
  }).sort((a, b) => b.worth - a.worth);
  return best && best.worth > 0 ? best : null;
}

/** Of the counts above 0; 0 if there is none. */
function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) if (count > 0) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].sort(([a, of], [b, other]) => other - of || b - a)[0]?.[0] ?? 0;
}

const FIRST_LINES = 20;
const MOST_LINES_LOOKED_AT = 200;
const DELIMITERS = [",", ";", "\t", "|"];

/** Ignores quoted text. */
const linesOf = (sample: string): string[] =>
  sample
    .replace(/"(?:[^"]|"")*"/g, "")
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, MOST_LINES_LOOKED_AT);

async function encodingOf(path: string): Promise<string> {
  const head = await headOf(path, 4_096);
  if (head.readUIntBE(0, Math.min(3, head.length)) === 0xefbbbf) return "utf-8";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  // UTF-16 without a mark has very low bytes at one parity: its blocks (Latin, Greek, Cyrillic). Single-byte text has
  // none.
  const low = [0, 1].map((parity) => head.filter((byte, at) => byte < 9 && at % 2 === parity).length);
  if ((low[1] ?? 0) > head.length / 5) return "utf-16le";
  if ((low[0] ?? 0) > head.length / 5) return "utf-16be";
  return (await isUtf8(path)) ? "utf-8" : singleByte(path);
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk as Buffer, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** In Cyrillic text high bytes come in runs; in Western text they are single, between ASCII letters. */
async function singleByte(path: string): Promise<string> {
  let high = 0;
  let together = 0;
  for await (const chunk of createReadStream(path)) {
    const bytes = chunk as Buffer;
    for (let at = 1; at < bytes.length; at += 1) {
      if ((bytes[at] ?? 0) < 0xc0) continue;
      high += 1;
      if ((bytes[at - 1] ?? 0) >= 0xc0) together += 1;
    }
  }
  return together > high / 2 ? "windows-1251" : "windows-1252";
}

async function sampleOf(path: string, encoding: string): Promise<string> {
  const decoder = new TextDecoder(encoding);
  return decoder.decode(await headOf(path, 65_536), { stream: true });
}

async function headOf(path: string, bytes: number): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function* records(
  path: string,
  encoding: string,
  delimiter: string,
  skip: number,
): AsyncGenerator<RowOfFile> {
  const parser = parse({
    delimiter,
    record_delimiter: ["\r\n", "\n", "\r"],
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
  });
  // An error upstream ends the parser, and is thrown when its rows are read.
  pipeline(Readable.from(narrow(decoded(path, encoding, skip), delimiter)), parser, () => undefined);
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>)
      yield { number: info.records + info.empty_lines, cells: record };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = Number(error["records"]) + Number(error["empty_lines"]) + 1;
    throw new FileRefused(error.code === "CSV_QUOTE_NOT_CLOSED" ? "quote-not-closed" : "line-too-long", {
      row,
    });
  } finally {
    parser.destroy();
  }
}

interface Parsed {
  record: string[];
  info: { records: number; empty_lines: number };
}

/** The parser limits a row's characters, but neither its cells nor the rows: both could be millions of empty ones. */
async function* narrow(texts: AsyncIterable<string>, delimiter: string): AsyncGenerator<string> {
  let [line, cells, all, last] = [1, 0, 0, ""];
  for await (const text of texts) {
    for (const letter of text) {
      if (letter === "\r" || (letter === "\n" && last !== "\r")) [line, cells] = [line + 1, 0];
      else if (letter === delimiter) [cells, all] = [cells + 1, all + 1];
      last = letter;
      if (cells > WIDEST || (all > MOST_CELLS && line <= MOST_ROWS))
        throw new FileRefused("too-many-columns", { max: MOST_COLUMNS, row: line });
      if (line > MOST_LINES || all > MOST_CELLS) throw new FileRefused("too-many-rows", { max: MOST_ROWS });
    }
    yield text;
  }
}

const LONGEST_ROW = 500_000;
/** A spreadsheet's maximum, and it may save all of them. Most are empty, or the row is refused later. */
const WIDEST = 16_384;
const MOST_CELLS = MOST_ROWS * MOST_COLUMNS;
/** Includes blank lines and line breaks within cells. */
const MOST_LINES = 10 * MOST_ROWS;

/** `skip`: characters at the start that belong to no cell. */
async function* decoded(path: string, encoding: string, skip: number): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let left = skip;
  for await (const chunk of createReadStream(path)) {
    const text = decoder.decode(chunk as Buffer, { stream: true });
    yield text.slice(left);
    left = Math.max(0, left - text.length);
  }
  yield decoder.decode();
}

/** Text formats that aren't tables: web pages, PDF, RTF. */
const NO_TABLE = /^\s*(?:%PDF-|\{\\rtf|<(?:!doctype|html|head|meta|table|\?xml)\b)/i;

/** Control characters, which only a binary file has. */
const UNPRINTABLE = /(?![\t\n\v\f\r])\p{Cc}(?<![\u007f-\u009f])/u;
