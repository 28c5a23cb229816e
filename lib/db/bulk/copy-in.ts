// Inserts new rows by COPY, the database's fastest way. Rows are built as the database asks for them, so both work in
// parallel. One statement each, with all checks and triggers.
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { columnOf } from "../sql/column-of";
import { Prisma } from "../generated/client";

/**
 * The rows of each of `records`, by Prisma's column names or the table's own; all rows have the same columns. Values
 * are JSON or Date; objects go into JSON columns.
 */
export async function copyIn<T>(
  client: PoolClient,
  table: string,
  records: readonly T[],
  rowsOf: (one: T) => readonly object[],
): Promise<void> {
  const rows = rowsIn(records, rowsOf);
  const first = rows.next();
  if (first.done) return;
  const columns = Object.keys(first.value);
  await alone(client, () =>
    pipeline(
      Readable.from(batches(columns, first.value, rows)),
      client.query(copyFrom(`COPY ${table} (${columns.map(columnOf).join(", ")}) FROM STDIN`)),
    ),
  );
}

/** COPY has the connection to itself: `pg` sends nothing after it meanwhile. */
async function alone(client: PoolClient, copy: () => Promise<void>): Promise<void> {
  Reflect.set(client, "pipeline", false);
  try {
    await copy();
  } finally {
    Reflect.set(client, "pipeline", true);
  }
}

function* rowsIn<T>(
  records: readonly T[],
  rowsOf: (one: T) => readonly object[],
): Generator<object, undefined> {
  for (const one of records) yield* rowsOf(one);
  return undefined;
}

/** Enough rows per batch that neither side waits, few enough to send together. */
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
