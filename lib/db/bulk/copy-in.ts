// Rows that aren't there yet, by COPY, which takes them as fast as the database can: they are made as it asks for more, so
// that the one works while the other does. One statement each, with every check and trigger of any other.
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { columnOf } from "../sql/column-of";
import { Prisma } from "../generated/client";

/**
 * The rows of each of `these`, by Prisma's names of the columns or the table's own; all of them name the same. Values as JSON has
 * them, or Dates; what is an object goes into a column of JSON.
 */
export async function copyIn<T>(
  client: PoolClient,
  table: string,
  these: readonly T[],
  rowsOf: (one: T) => readonly object[],
): Promise<void> {
  const rows = rowsIn(these, rowsOf);
  const first = rows.next();
  if (first.done) return;
  const columns = Object.keys(first.value);
  await pipeline(
    Readable.from(batches(columns, first.value, rows)),
    client.query(copyFrom(`COPY ${table} (${columns.map(columnOf).join(", ")}) FROM STDIN`)),
  );
}

function* rowsIn<T>(
  these: readonly T[],
  rowsOf: (one: T) => readonly object[],
): Generator<object, undefined> {
  for (const one of these) yield* rowsOf(one);
  return undefined;
}

/** So many at a time: enough for one not to wait for the other, few enough to be sent at once. */
const BATCH = 64;

function* batches(columns: readonly string[], first: object, rest: Iterable<object>): Generator<string> {
  let lines = lineOf(columns, first);
  let gathered = 1;
  for (const row of rest) {
    if (gathered === BATCH) {
      yield lines;
      [lines, gathered] = ["", 0];
    }
    lines += lineOf(columns, row);
    gathered += 1;
  }
  yield lines;
}

function lineOf(columns: readonly string[], row: object): string {
  const values = row as Readonly<Record<string, unknown>>;
  return `${columns.map((column) => fieldOf(values[column])).join("\t")}\n`;
}

function fieldOf(value: unknown): string {
  if (value === null || value === undefined || value === Prisma.DbNull) return "\\N";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value instanceof Date) return value.toISOString();
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return MARKS.test(text) ? text.replace(EVERY_MARK, (mark) => ESCAPED[mark] ?? mark) : text;
}

const MARKS = /[\\\t\n\r]/;
const EVERY_MARK = /[\\\t\n\r]/g;
const ESCAPED: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
