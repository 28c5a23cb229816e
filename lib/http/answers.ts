// Builders of successful responses.
import { csvOf } from "@/lib/domain/exchange/csv";
import { asAttachment } from "@/lib/domain/pledge/file";
import { markedField, tableRows, type Table } from "@/lib/domain/exchange/table";
import { fileNameOf, type TableView } from "@/lib/domain/exchange/table-view";
import { currentLanguage, withLanguage } from "@/lib/i18n/reader";
import { FILE_POLICY } from "./headers";

export type Answer<T> = (value: T) => Response;

const PRIVATE = { "Cache-Control": "private, no-store" };

export const json =
  <T>(shape: (value: T) => unknown): Answer<T> =>
  (value) =>
    Response.json(shape(value), { headers: PRIVATE });

/** A record: the ETag is its version. */
export const record =
  <T extends { version: number }>(shape: (value: T) => unknown): Answer<T> =>
  (value) =>
    Response.json(shape(value), { headers: { ...PRIVATE, ETag: `"${value.version}"` } });

export const created =
  <T extends { version: number }>(shape: (value: T) => unknown, location: (value: T) => string): Answer<T> =>
  (value) =>
    Response.json(shape(value), {
      status: 201,
      headers: { ...PRIVATE, ETag: `"${value.version}"`, Location: location(value) },
    });

/** 201 for something without a version. */
export const put =
  <T>(shape: (value: T) => unknown, location: (value: T) => string): Answer<T> =>
  (value) =>
    Response.json(shape(value), { status: 201, headers: { ...PRIVATE, Location: location(value) } });

/** A view as CSV for spreadsheets, streamed; a client that disconnects ends the query. */
export const csv =
  <In, Out>(table: Table<Out>, shape: (row: In) => Out): Answer<TableView<In>> =>
  (view) =>
    new Response(streamOf(view, table, shape), {
      headers: {
        ...PRIVATE,
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${fileNameOf(table.name, view)}.csv"`,
        "Register-As-Of": view.asOf,
        // Headers are limited to ASCII.
        "Register-Marking": encodeURIComponent(view.marking),
      },
    });

export const asItIs = <T>(row: T): T => row;

/** 202: the work goes on in the background; Location is where to ask for its progress. */
export const accepted =
  <T>(shape: (value: T) => unknown, location: (value: T) => string): Answer<T> =>
  (value) =>
    Response.json(shape(value), { status: 202, headers: { ...PRIVATE, Location: location(value) } });

/** 201 for something without an address of its own. */
export const made =
  <T>(shape: (value: T) => unknown): Answer<T> =>
  (value) =>
    Response.json(shape(value), { status: 201, headers: PRIVATE });

/** A file that somebody uploaded: the browser saves it and runs nothing in it. */
export const download: Answer<{
  name: string;
  type: string;
  bytes: number;
  open: () => ReadableStream<Uint8Array>;
}> = ({ name, type, bytes, open }) =>
  new Response(open(), {
    headers: {
      ...PRIVATE,
      "Content-Type": type,
      "Content-Length": String(bytes),
      "Content-Disposition": asAttachment(name),
      "Content-Security-Policy": FILE_POLICY,
      "X-Content-Type-Options": "nosniff",
    },
  });

/** Saved by the browser, never shown inline. */
export const file =
  (type: string): Answer<{ name: string; bytes: number; open: () => ReadableStream<Uint8Array> }> =>
  ({ name, bytes, open }) =>
    new Response(open(), {
      headers: {
        ...PRIVATE,
        "Content-Type": type,
        "Content-Length": String(bytes),
        "Content-Disposition": `attachment; filename="${name}"`,
      },
    });

function streamOf<In, Out>(
  view: TableView<In>,
  table: Table<Out>,
  shape: (row: In) => Out,
): ReadableStream<Uint8Array> {
  const source = view.rows[Symbol.asyncIterator]();
  const columns = markedField(table, view.marking);
  const rows = tableRows(columns, shaped({ [Symbol.asyncIterator]: () => source }, shape));
  const lines = csvOf(columns.fields, rows, { for: "people" });
  const encoder = new TextEncoder();
  // Rows are worded when they are read, after this call has returned.
  const language = currentLanguage();
  return new ReadableStream({
    async pull(stream) {
      const line = await withLanguage(language, () => lines.next());
      if (line.done === true) stream.close();
      else stream.enqueue(encoder.encode(line.value));
    },
    // Closes the source itself: its reader may be waiting for it.
    async cancel() {
      await source.return?.();
    },
  });
}

async function* shaped<In, Out>(
  batches: AsyncIterable<readonly In[]>,
  shape: (row: In) => Out,
): AsyncGenerator<readonly Out[]> {
  for await (const batch of batches) yield batch.map(shape);
}
