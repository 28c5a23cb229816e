// Rows that aren't there yet, by COPY, which takes them as fast as the database can: they are made as it asks for more, so
// that the one works while the other does. One statement each, with every check and trigger of any other.
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";

/**
 * The rows of each of `these`; all of them name the same columns. Values as JSON has them; what is an object or an array goes into
 * a column of JSON.
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
    client.query(copyFrom(`COPY ${table} (${columns.join(", ")}) FROM STDIN`)),
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
  if (value === null || value === undefined) return "\\N";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return MARKS.test(text) ? text.replace(EVERY_MARK, (mark) => ESCAPED[mark] ?? mark) : text;
}

const MARKS = /[\\\t\n\r]/;
const EVERY_MARK = /[\\\t\n\r]/g;
const ESCAPED: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
