// An operation's answer: its status, its schema, and the reply made from a value. A JSON answer is parsed by
// its schema, so nothing outside the schema is sent.
import { z } from "zod";
import { csvOf } from "@/lib/domain/exchange/csv";
import { icsOf, type IcsEvent } from "@/lib/domain/exchange/ics";
import { markedField, tableRows, type Table } from "@/lib/domain/exchange/table";
import { fileNameOf, type TableView } from "@/lib/domain/exchange/table-view";
import type { Language } from "@/lib/domain/base/language";
import type { Listed } from "@/lib/domain/base/listing";
import { asAttachment } from "@/lib/domain/pledge/file";
import { currentLanguage, withLanguage } from "@/lib/i18n/reader";
import { rememberingLast } from "@/lib/platform/in-turns";
import { listOf } from "./parts";

/** `Json` is what a client reads. */
export interface Answer<T, Json = unknown> {
  status: 200 | 201 | 202;
  /** Null if it isn't JSON. */
  schema: z.ZodType | null;
  type:
    | "application/json"
    | "text/csv"
    | "text/calendar"
    | "application/zip"
    | "application/octet-stream"
    | "application/pdf";
  /** The answer has a Location: the address of the record, or of the work's progress. */
  isPlaced: boolean;
  /** Another answer, with 202, if the change isn't made at once. */
  later?: { description: string; answer: Answer<never> };
  respond(value: T): Reply;
  /** Only for its type; never set. */
  json?: Json;
}

/** `body`: JSON as text, everything else as a stream. */
export interface Reply {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string | ReadableStream<Uint8Array>;
}

export const responseOf = ({ body, status, headers }: Reply): Response =>
  new Response(body, { status, headers: { ...headers } });

/** The fields that a value needs to be answered by a schema; it may have more. */
export type Shaped<S extends z.ZodType> = DeepReadonly<z.input<S>>;

type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T as string extends Key ? never : Key]: DeepReadonly<T[Key]> }
    : T;

const PRIVATE = { "Cache-Control": "private, no-store" };
const JSON_HEADERS = { ...PRIVATE, "Content-Type": "application/json" };

/** A record or figures; the ETag is the version, if there is one. `shape` adds computed fields. */
export const one = <S extends z.ZodType, T = Shaped<S>>(
  schema: S,
  shape?: (value: T) => Shaped<S>,
): Answer<T, z.output<S>> => ({
  status: 200,
  schema,
  type: "application/json",
  isPlaced: false,
  respond: (value) => jsonOf(schema, shape ? shape(value) : value, 200),
});

/** The same for long answers that are often the same object: the last text is cached. */
export function oneRemembered<S extends z.ZodType, T extends object>(
  schema: S,
  shape: (value: T) => Shaped<S>,
): Answer<T, z.output<S>> {
  const textIn = rememberingLast((_language: Language, value: T) =>
    JSON.stringify(schema.parse(shape(value))),
  );
  return {
    ...one(schema, shape),
    respond: (value) => ({ status: 200, headers: JSON_HEADERS, body: textIn(currentLanguage(), value) }),
  };
}

/** 201, with the address of the record if it has one. */
export const created = <S extends z.ZodType, T = Shaped<S>>(
  schema: S,
  location: ((value: T) => string) | null,
  shape?: (value: T) => Shaped<S>,
): Answer<T, z.output<S>> => placed(201, schema, location, shape);

/** 202: the work continues in the background; Location is the address of its progress. */
export const accepted = <S extends z.ZodType, T = Shaped<S>>(
  schema: S,
  location: (value: T) => string,
  shape?: (value: T) => Shaped<S>,
): Answer<T, z.output<S>> => placed(202, schema, location, shape);

/** One page of a list. */
export const list = <S extends z.ZodType, T = Shaped<S>>(
  schema: S,
  shape?: (item: T) => Shaped<S>,
): Answer<Listed<T>, z.output<ReturnType<typeof listOf<S>>>> => {
  const whole = listOf(schema);
  return {
    ...one(whole),
    respond: ({ items, next, total, capped }) =>
      jsonOf(whole, { items: shape ? items.map(shape) : items, next, total, capped }, 200),
  };
};

/** All items as a list of one page. */
export const wholeList = <S extends z.ZodType, T = Shaped<S>>(
  schema: S,
  shape?: (item: T) => Shaped<S>,
): Answer<readonly T[], z.output<ReturnType<typeof listOf<S>>>> => {
  const page = list(schema, shape);
  return {
    ...page,
    respond: (items) => page.respond({ items: [...items], next: null, total: items.length, capped: false }),
  };
};

/** A view as CSV for spreadsheets, streamed; a client that disconnects ends the query. */
export const csv = <Row, In = Row>(table: Table<Row>, shape: (row: In) => Row): Answer<TableView<In>> => {
  const linesOf = (rows: AsyncIterable<readonly In[]>, marking: string) => {
    const columns = markedField(table, marking);
    return csvOf(columns.fields, tableRows(columns, shaped(rows, shape)), { for: "people" });
  };
  return wholeView("text/csv", `${table.name}.csv`, linesOf);
};

/** A view for calendar programs, streamed too. `name`: of the calendar. */
export const ics = <In>(file: string, name: () => string, shape: (row: In) => IcsEvent) =>
  wholeView<In>("text/calendar", `${file}.ics`, (rows, marking) =>
    icsOf({ name: name(), marking }, shaped(rows, shape)),
  );

const wholeView = <In>(
  type: "text/csv" | "text/calendar",
  file: string,
  linesOf: (rows: AsyncIterable<readonly In[]>, marking: string) => AsyncGenerator<string>,
): Answer<TableView<In>> => ({
  status: 200,
  schema: null,
  type,
  isPlaced: false,
  respond: (view) => {
    const [name = "", ending = ""] = file.split(".");
    const headers = {
      ...PRIVATE,
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${fileNameOf(name, view)}.${ending}"`,
      "Register-As-Of": view.asOf,
      // Headers are limited to ASCII.
      "Register-Marking": encodeURIComponent(view.marking),
    };
    return { status: 200, headers, body: streamOf(view, linesOf) };
  },
});

export const asItIs = <Row>(row: Row): Row => row;

/** A file that is saved by the browser; nothing in it runs. */
export const file = (
  type: "application/zip" | "application/octet-stream" | "application/pdf",
): Answer<{ name: string; type?: string; bytes: number; open: () => ReadableStream<Uint8Array> }> => ({
  status: 200,
  schema: null,
  type,
  isPlaced: false,
  respond: ({ name, type: own = type, bytes, open }) => {
    const headers = {
      ...PRIVATE,
      "Content-Type": own,
      "Content-Length": String(bytes),
      "Content-Disposition": asAttachment(name),
      "X-Content-Type-Options": "nosniff",
    };
    return { status: 200, headers, body: open() };
  },
});

/** Whether answers of this schema have a version, which is then their ETag. */
export const hasVersion = (schema: z.ZodType | null): boolean =>
  schema instanceof z.ZodObject && "version" in schema.shape;

function placed<S extends z.ZodType, T>(
  status: 201 | 202,
  schema: S,
  location: ((value: T) => string) | null,
  shape: ((value: T) => Shaped<S>) | undefined,
): Answer<T, z.output<S>> {
  return {
    ...one(schema),
    status,
    isPlaced: location !== null,
    respond: (value) =>
      jsonOf(schema, shape ? shape(value) : value, status, location && { Location: location(value) }),
  };
}

function jsonOf(
  schema: z.ZodType,
  value: unknown,
  status: number,
  more: Record<string, string> | null = null,
): Reply {
  const answer = schema.parse(value);
  const tag = hasVersion(schema) ? { ETag: `"${String((answer as { version: number }).version)}"` } : {};
  return { status, headers: { ...JSON_HEADERS, ...tag, ...more }, body: JSON.stringify(answer) };
}

function streamOf<In>(
  view: TableView<In>,
  linesOf: (rows: AsyncIterable<readonly In[]>, marking: string) => AsyncGenerator<string>,
): ReadableStream<Uint8Array> {
  const source = view.rows[Symbol.asyncIterator]();
  const lines = linesOf({ [Symbol.asyncIterator]: () => source }, view.marking);
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

async function* shaped<In, Row>(
  batches: AsyncIterable<readonly In[]>,
  shape: (row: In) => Row,
): AsyncGenerator<readonly Row[]> {
  for await (const batch of batches) yield batch.map(shape);
}
